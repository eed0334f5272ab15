using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Names;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The people who chair or speak at an event.</summary>
public sealed class SpeakerQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Persons on a page.</summary>
    public const int PageSize = 50;

    private const int MostAlike = 5;

    /// <summary>A page of the event's people, found by any spelling, in the alphabet of a language.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="filter">What is looked for, in which order.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<SpeakersPageRows>> ListAsync(Actor actor, Guid eventId, SpeakerFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var day = await context.Events.Where(row => row.Id == eventId).Select(row => row.StartsOn).SingleAsync(cancellationToken);
        var everybody = await ReadAsync(context, eventId, cancellationToken);
        var sessions = await NamedInAsync(context, eventId, cancellationToken);
        var found = everybody.Where(speaker => PersonNames.Finds(filter.Text, speaker.Name))
            .OrderBy(speaker => speaker.Name.In(filter.Language), ReaderOrder.In(filter.Language))
            .ThenBy(speaker => speaker.Id)
            .ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var sides = await SidesOfAsync(context, shown, day, cancellationToken);
        return new SpeakersPageRows(
            [.. shown.Select(speaker => new SpeakerRow(
                speaker.Id, speaker.Name, speaker.Function, Side(sides, speaker)?.Name, Side(sides, speaker)?.Code, sessions.GetValueOrDefault(speaker.Id, []), speaker.Version))],
            everybody.Count, found.Count, page, pages, admitted.Value.Reach.CanOrganise(admitted.Value.Scope));
    }

    /// <summary>A person as the form shows it, or an empty form for a new one, with what can be chosen.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="speakerId">A speaker of the event, or null for a new one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<SpeakerEdit>> GetAsync(Actor actor, Guid eventId, Guid? speakerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var day = await context.Events.Where(row => row.Id == eventId).Select(row => row.StartsOn).SingleAsync(cancellationToken);
        var sides = await SideChoices.ReadAsync(context, day, cancellationToken);
        if (speakerId is null)
        {
            return new SpeakerEdit(new SpeakerForm(), sides, []);
        }

        var speaker = await context.Speakers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == speakerId && row.EventId == eventId, cancellationToken);
        if (speaker is null)
        {
            return Error.NotFound();
        }

        var sessions = await NamedInAsync(context, eventId, cancellationToken);
        return new SpeakerEdit(FormOf(speaker), sides, sessions.GetValueOrDefault(speaker.Id, []));
    }

    /// <summary>Who of the event may be the same person under another spelling, likest first, five at most; see <see cref="PersonNames"/>.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="name">The name in all spellings that are known.</param>
    /// <param name="exceptId">The person whose name it is, or null for a new one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<IReadOnlyList<AlikeSpeaker>>> FindAlikeAsync(
        Actor actor, Guid eventId, LocalizedText name, Guid? exceptId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var day = await context.Events.Where(row => row.Id == eventId).Select(row => row.StartsOn).SingleAsync(cancellationToken);
        var spoken = SpokenName.Of(name);
        var alike = (await ReadAsync(context, eventId, cancellationToken))
            .Where(speaker => speaker.Id != exceptId)
            .Select(speaker => (speaker, likeness: PersonNames.Likeness(spoken, SpokenName.Of(speaker.Name))))
            .Where(pair => pair.likeness >= PersonNames.Threshold)
            .OrderByDescending(pair => pair.likeness).ThenBy(pair => pair.speaker.Id)
            .Take(MostAlike)
            .Select(pair => pair.speaker)
            .ToList();
        var sides = await SidesOfAsync(context, alike, day, cancellationToken);
        return Result.Ok<IReadOnlyList<AlikeSpeaker>>(
            [.. alike.Select(speaker => new AlikeSpeaker(speaker.Id, speaker.Name, speaker.Function, Side(sides, speaker)?.Name, speaker.Version))]);
    }

    private static Task<List<Speaker>> ReadAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == eventId).OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken);

    private static Task<Dictionary<Guid, SideName>> SidesOfAsync(
        ScoEventsDbContext context, IEnumerable<Speaker> speakers, DateOnly? day, CancellationToken cancellationToken) =>
        context.SideNamesAsync([.. speakers.Where(speaker => speaker.SideId is not null).Select(speaker => speaker.SideId!.Value).Distinct()], day, cancellationToken);

    private static SideName? Side(Dictionary<Guid, SideName> sides, Speaker speaker) => speaker.SideId is { } id ? sides[id] : null;

    private static async Task<Dictionary<Guid, IReadOnlyList<LocalizedText>>> NamedInAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var sessions = await context.Sessions.AsNoTracking().Include(session => session.Speakers).Where(session => session.EventId == eventId)
            .OrderBy(session => session.Position).ThenBy(session => session.Id).ToListAsync(cancellationToken);
        return sessions.SelectMany(session => session.NamedSpeakers().Select(speakerId => (speakerId, session.Title)))
            .GroupBy(pair => pair.speakerId)
            .ToDictionary(group => group.Key, IReadOnlyList<LocalizedText> (group) => [.. group.Select(pair => pair.Title)]);
    }

    private static SpeakerForm FormOf(Speaker speaker) => new()
    {
        Name = speaker.Name.ToInput(),
        Function = speaker.Function.ToInput(),
        Biography = speaker.Biography.ToInput(),
        SideId = speaker.SideId,
        Email = speaker.Email,
        Language = speaker.Language,
        Version = speaker.Version,
    };
}
