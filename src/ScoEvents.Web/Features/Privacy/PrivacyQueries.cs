using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Auditing;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>Reads what personal data an event keeps, and all that is kept of one person.</summary>
public sealed class PrivacyQueries(IDbContextFactory<ScoEventsDbContext> contexts, PersonReading reading, TimeProvider clock)
{
    /// <summary>The most persons that a search shows.</summary>
    public const int MaxFound = 25;

    /// <summary>Retention, what is left, proofs, and the persons of a name, in a fixed number of commands. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    /// <param name="actor">Whoever accredits at the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="name">A part of a name in either script, whatever its case; null or blank for nobody.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<EventPrivacy>> OfEventAsync(Actor actor, Guid eventId, string? name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var planned = await context.Events.AsNoTracking().Where(found => found.Id == eventId).Select(found => new
        {
            found.Status,
            found.StartsOn,
            LastDay = found.EndsOn ?? found.StartsOn,
            found.TimeZone,
            KeptUntil = context.DelegationSettings.Where(settings => settings.EventId == eventId).Select(settings => settings.PurgeOn).SingleOrDefault(),
            Passports = context.Delegates.Count(person => person.EventId == eventId && person.Passport.Envelope != ""),
            Photos = context.DelegatePhotos.Count(photo => photo.EventId == eventId),
            Mandates = context.MandateLetters.Count(letter => letter.EventId == eventId),
        }).SingleAsync(cancellationToken);
        var stays = await context.Delegates.AsNoTracking().Where(person => person.EventId == eventId && person.PurgedAt == null)
            .Select(person => person.Stay).ToListAsync(cancellationToken);
        var zone = EventZone.Find(planned.TimeZone)?.Rules ?? TimeZoneInfo.Utc;
        var proofs = await (
            from record in context.PurgeRecords.AsNoTracking()
            where record.EventId == eventId
            from user in context.Users.Where(user => user.Id == record.By).DefaultIfEmpty()
            orderby record.At descending, record.Id descending
            select new { Record = record, Name = (string?)user!.DisplayName }).ToListAsync(cancellationToken);
        return new EventPrivacy(
            planned.KeptUntil, EventDay.IsOver(planned.Status, planned.LastDay, planned.TimeZone, clock),
            new Dictionary<string, int>
            {
                ["passports"] = planned.Passports,
                ["stays"] = stays.Count(stay => stay != DelegateStay.Unknown),
                ["photos"] = planned.Photos,
                ["mandates"] = planned.Mandates,
            },
            [.. proofs.Select(proof => new ProofLine(
                proof.Record.Id, proof.Record.Kind, TimeZoneInfo.ConvertTime(proof.Record.At, zone), proof.Name, proof.Record.By is null, proof.Record.Counts, proof.Record.Proof))],
            await SearchAsync(context, eventId, planned.StartsOn, name, cancellationToken));
    }

    /// <summary>All that is kept of a person, the passport's number in clear; the export is written into the audit trail. Refused: <c>not-found</c>, also for a language that the portal does not speak, <c>forbidden</c>.</summary>
    /// <param name="actor">Whoever accredits at the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="languageCode">Code of the language.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<PersonFile>> PersonAsync(Actor actor, Guid eventId, Guid delegateId, string? languageCode, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var person = await context.Delegates.AsNoTracking().SingleOrDefaultAsync(found => found.Id == delegateId && found.EventId == eventId, cancellationToken);
        if (person is null || PortalLanguages.Find(languageCode) is not { } language)
        {
            return Error.NotFound();
        }

        context.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetUtcNow(),
            ActorId = actor.UserId,
            EventId = eventId,
            Entity = nameof(Domain.Delegations.Delegate),
            EntityId = delegateId.ToString(),
            Action = "Exported",
        });
        // Who took the data away is on record before they leave.
        await context.SaveChangesAsync(cancellationToken);
        return await reading.ReadAsync(context, person, language, clock.GetUtcNow(), cancellationToken);
    }

    private static async Task<PersonSearch> SearchAsync(ScoEventsDbContext context, Guid eventId, DateOnly? day, string? name, CancellationToken cancellationToken)
    {
        if (PlainText.Clean(name) is not { Length: > 0 } part)
        {
            return new PersonSearch([], false);
        }

        var pattern = "%" + part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
        var found = await context.Delegates.AsNoTracking()
            .Where(person => person.EventId == eventId
                && (EF.Functions.ILike(person.GivenNames + " " + person.FamilyName, pattern) || (person.NativeName != null && EF.Functions.ILike(person.NativeName, pattern))))
            .OrderBy(person => person.FamilyName).ThenBy(person => person.GivenNames).ThenBy(person => person.Id)
            .Take(MaxFound + 1)
            .Select(person => new { person.Id, person.GivenNames, person.FamilyName, person.NativeName, person.Role, person.SideId, person.ErasedAt, person.WithdrawnAt })
            .ToListAsync(cancellationToken);
        var sides = await context.SidesAsync([.. found.Select(person => person.SideId).Distinct()], cancellationToken);
        return new PersonSearch(
            [.. found.Take(MaxFound).Select(person => new FoundPerson(
                person.Id, $"{person.GivenNames} {person.FamilyName.ToUpperInvariant()}".Trim(), person.NativeName, person.Role,
                sides[person.SideId].LabelOn(day), person.ErasedAt is not null, person.WithdrawnAt is null))],
            found.Count > MaxFound);
    }
}
