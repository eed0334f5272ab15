using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Keeps the people who chair or speak at an event.</summary>
public sealed class SpeakerService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<SpeakerForm> validator)
{
    /// <summary>Adds a person. Whether somebody is there already under another spelling is asked before, through <see cref="SpeakerQueries.FindAlikeAsync"/>.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The person.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The speaker. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>choice</c> at the side, and as <see cref="Speaker.Create(Guid, SpeakerFacts, string?)"/>.</returns>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid eventId, SpeakerForm form, CancellationToken cancellationToken)
    {
        var id = Guid.Empty;
        var saved = await ChangeAsync(actor, eventId, form, (context, _) =>
        {
            var speaker = Speaker.Create(eventId, form.Facts());
            if (speaker.IsSuccess)
            {
                id = speaker.Value.Id;
                context.Speakers.Add(speaker.Value);
            }

            return Task.FromResult<Result>(speaker);
        }, cancellationToken);
        return saved.IsSuccess ? id : Result<Guid>.Fail(saved.Errors);
    }

    /// <summary>Changes who a person is, in every session at once; releases keep what they said.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="speakerId">A speaker of the event.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>stale</c>, and as <see cref="AddAsync"/>.</returns>
    public Task<Result> EditAsync(Actor actor, Guid eventId, Guid speakerId, SpeakerForm form, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, form, async (context, token) =>
        {
            var speaker = await context.Speakers.SingleOrDefaultAsync(row => row.Id == speakerId && row.EventId == eventId, token);
            if (speaker is null)
            {
                return Error.NotFound();
            }

            context.Entry(speaker).Property(row => row.Version).OriginalValue = form.Version;
            // Where nothing differs, nothing would be written and a stale copy go unnoticed.
            context.Entry(speaker).Property(row => row.Name).IsModified = true;
            return speaker.Describe(form.Facts());
        }, cancellationToken);

    /// <summary>Deletes a person who is named in no session.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="speakerId">A speaker of the event.</param>
    /// <param name="version">Row version of the speaker that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>, <c>speaker.named</c> with the number of sessions and the title of one.</returns>
    public async Task<Result> DeleteAsync(Actor actor, Guid eventId, Guid speakerId, uint version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await context.OpenEventAloneAsync(eventId, cancellationToken);
        if (opened.Error is { } closed)
        {
            return closed;
        }

        var speaker = await context.Speakers.SingleOrDefaultAsync(row => row.Id == speakerId && row.EventId == eventId, cancellationToken);
        if (speaker is null)
        {
            return Error.NotFound();
        }

        var naming = await NamingAsync(context, eventId, speakerId, cancellationToken);
        if (naming.Count > 0)
        {
            return SpeakerErrors.Named(naming.Count, naming[0].Title);
        }

        context.Unavailabilities.RemoveRange(await AbsencesAsync(context, eventId, speakerId, cancellationToken));
        context.Speakers.Remove(speaker);
        context.Entry(speaker).Property(row => row.Version).OriginalValue = version;
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Makes one person of two in one act: the sessions of the one who goes follow, and what only that one had is kept.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Who stays and who goes, with the versions that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>, <c>speaker.same</c>.</returns>
    public async Task<Result> MergeAsync(Actor actor, Guid eventId, MergeForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (form.StaysId == form.GoesId)
        {
            return SpeakerErrors.Same();
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await context.OpenEventAloneAsync(eventId, cancellationToken);
        if (opened.Error is { } closed)
        {
            return closed;
        }

        var people = await context.Speakers.Where(row => row.EventId == eventId && (row.Id == form.StaysId || row.Id == form.GoesId)).ToListAsync(cancellationToken);
        if (people.Find(person => person.Id == form.StaysId) is not { } stays || people.Find(person => person.Id == form.GoesId) is not { } goes)
        {
            return Error.NotFound();
        }

        foreach (var session in await NamingAsync(context, eventId, goes.Id, cancellationToken))
        {
            session.ReplaceSpeaker(goes.Id, stays.Id, clock.GetUtcNow());
        }

        foreach (var absence in await AbsencesAsync(context, eventId, goes.Id, cancellationToken))
        {
            absence.PassTo(stays.Id);
        }

        stays.Absorb(goes);
        context.Speakers.Remove(goes);
        context.Entry(stays).Property(row => row.Version).OriginalValue = form.StaysVersion;
        context.Entry(stays).Property(row => row.Name).IsModified = true;
        context.Entry(goes).Property(row => row.Version).OriginalValue = form.GoesVersion;
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private async Task<Result> ChangeAsync(
        Actor actor, Guid eventId, SpeakerForm form, Func<ScoEventsDbContext, CancellationToken, Task<Result>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        if (form.SideId is { } sideId && !await context.Sides.AnyAsync(side => side.Id == sideId, cancellationToken))
        {
            return Error.Invalid(nameof(form.SideId), "choice");
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await context.OpenEventAsync(eventId, cancellationToken);
        var changed = opened.IsSuccess ? await change(context, cancellationToken) : opened;
        var saved = changed.IsSuccess ? await context.TrySaveAsync(cancellationToken) : changed;
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    // Items of an agenda lie in one column of their session, so all sessions of the event are looked through.
    private static async Task<List<Session>> NamingAsync(ScoEventsDbContext context, Guid eventId, Guid speakerId, CancellationToken cancellationToken)
    {
        var sessions = await context.Sessions.Include(session => session.Speakers).Where(session => session.EventId == eventId)
            .OrderBy(session => session.Id).ToListAsync(cancellationToken);
        return [.. sessions.Where(session => session.NamedSpeakers().Contains(speakerId))];
    }

    private static Task<List<Unavailability>> AbsencesAsync(ScoEventsDbContext context, Guid eventId, Guid speakerId, CancellationToken cancellationToken) => context.Unavailabilities
        .Where(absence => absence.EventId == eventId && absence.SubjectKind == AvailabilitySubject.Speaker && absence.SubjectId == speakerId)
        .ToListAsync(cancellationToken);
}

/// <summary>Which of two persons stays.</summary>
public sealed class MergeForm
{
    public Guid StaysId { get; set; }

    /// <summary>Row version of the one who stays that the organiser saw.</summary>
    public uint StaysVersion { get; set; }

    public Guid GoesId { get; set; }

    /// <summary>Row version of the one who goes that the organiser saw.</summary>
    public uint GoesVersion { get; set; }
}
