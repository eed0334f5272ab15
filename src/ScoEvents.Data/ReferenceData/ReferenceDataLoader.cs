using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Data.ReferenceData;

/// <summary>Brings states, organisations and the events of the source documents into the database, and up to date with the files.</summary>
/// <remarks>Idempotent: rows are found by their natural key and changed only where the file differs; what people made in the portal is never touched.</remarks>
public static class ReferenceDataLoader
{
    // Bodies that plan events in the portal; each organisation's key.
    private static readonly string[] _secretariats = ["in-nscs", "sco-rats-ec", "uz-isrs"];

    /// <summary>Loads or updates everything in one transaction.</summary>
    /// <param name="context">A context of the owner's role, made for this; its audit trail is switched off.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    public static async Task LoadAsync(ScoEventsDbContext context, TimeProvider clock, CancellationToken cancellationToken)
    {
        context.Auditing = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7220001)", cancellationToken);
        var fingerprint = SourceFiles.Fingerprint();
        var loaded = await context.LoadedReferenceData.SingleOrDefaultAsync(cancellationToken);
        if (loaded?.Fingerprint == fingerprint)
        {
            return;
        }

        var states = await LoadStatesAsync(context, cancellationToken);
        var organisations = await LoadOrganisationsAsync(context, states, cancellationToken);
        var sides = await LoadSidesAsync(context, states.Values, organisations.Values, cancellationToken);
        await LoadSecretariatsAsync(context, organisations, cancellationToken);
        await LoadEventsAsync(context, new Directory(states, organisations, sides), clock.GetUtcNow(), cancellationToken);
        if (loaded is null)
        {
            context.LoadedReferenceData.Add(new LoadedReferenceData { Fingerprint = fingerprint });
        }
        else
        {
            loaded.Fingerprint = fingerprint;
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<Dictionary<string, State>> LoadStatesAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var known = await context.States.Include(state => state.Periods).ToDictionaryAsync(state => state.Iso2, cancellationToken);
        foreach (var source in SourceFiles.States())
        {
            var facts = new StateFacts(
                source.Iso2, source.Iso3, Text(source.Names), Text(source.FormalNames), Text(source.Capital), source.TimeZone,
                source.ProtocolOrder["ru"], source.ProtocolOrder["en"], [.. (source.NameHistory ?? []).Select(Period)]);
            if (known.TryGetValue(source.Iso2, out var state))
            {
                state.Describe(facts);
            }
            else
            {
                known[source.Iso2] = state = State.Create(facts);
                context.States.Add(state);
            }

            Require(state.SetPeriods([.. source.Statuses.Select(period => new StatePeriodFacts(
                period.Status, period.From, period.To, period.DecidedOn, period.Basis, period.Source, period.Confidence))]), source.Iso2);
        }

        await context.SaveChangesAsync(cancellationToken);
        return known;
    }

    private static async Task<Dictionary<string, Organisation>> LoadOrganisationsAsync(
        ScoEventsDbContext context, Dictionary<string, State> states, CancellationToken cancellationToken)
    {
        var known = await context.Organisations.ToDictionaryAsync(organisation => organisation.Key, cancellationToken);
        // The file names parents before their parts.
        foreach (var source in SourceFiles.Organisations())
        {
            var facts = new OrganisationFacts(
                source.Id, source.Type, Text(source.Names), Text(source.Abbreviation), Text(source.Seat?.City), [.. source.NameHistory.Select(Period)]);
            Guid? stateId = source.CountryIso2 is null ? null : states[source.CountryIso2].Id;
            Guid? parentId = source.ParentId is null ? null : known[source.ParentId].Id;
            if (known.TryGetValue(source.Id, out var organisation))
            {
                organisation.Describe(facts, stateId, parentId);
            }
            else
            {
                known[source.Id] = organisation = Organisation.Create(facts, stateId, parentId);
                context.Organisations.Add(organisation);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return known;
    }

    private static async Task<List<Side>> LoadSidesAsync(
        ScoEventsDbContext context, IEnumerable<State> states, IEnumerable<Organisation> organisations, CancellationToken cancellationToken)
    {
        var known = await context.Sides.ToListAsync(cancellationToken);
        var added = states.Where(state => !known.Exists(side => side.StateId == state.Id)).Select(Side.Of)
            .Concat(organisations.Where(organisation => !known.Exists(side => side.OrganisationId == organisation.Id)).Select(Side.Of))
            .ToList();
        context.Sides.AddRange(added);
        await context.SaveChangesAsync(cancellationToken);
        return [.. known, .. added];
    }

    private static async Task LoadSecretariatsAsync(
        ScoEventsDbContext context, Dictionary<string, Organisation> organisations, CancellationToken cancellationToken)
    {
        var known = await context.Secretariats.Select(secretariat => secretariat.OrganisationId).ToListAsync(cancellationToken);
        context.Secretariats.AddRange(_secretariats
            .Select(key => organisations[key])
            .Where(organisation => !known.Contains(organisation.Id))
            .Select(Secretariat.Of));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task LoadEventsAsync(ScoEventsDbContext context, Directory directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await context.Events.Where(recorded => recorded.SecretariatId == null)
            .Include(recorded => recorded.Parties).Include(recorded => recorded.Attendance).Include(recorded => recorded.Rooms).AsSplitQuery()
            .ToDictionaryAsync(recorded => recorded.Slug, cancellationToken);
        foreach (var source in SourceFiles.Events())
        {
            var facts = RecordedEvents.Facts(source, directory.States);
            if (!known.TryGetValue(source.Id, out var recorded))
            {
                known[source.Id] = recorded = ScoEvent.FromRecord(source.Id, facts, now);
                context.Events.Add(recorded);
            }
            else if (RecordedEvents.Differs(recorded, facts))
            {
                recorded.Restate(facts, now);
            }

            RecordedEvents.SetPartiesAndAttendance(recorded, source, directory);
        }

        await context.SaveChangesAsync(cancellationToken);
        await LoadSessionsAsync(context, directory, known, now, cancellationToken);
        await LoadRelationsAsync(context, known, cancellationToken);
    }

    private static async Task LoadSessionsAsync(
        ScoEventsDbContext context, Directory directory, Dictionary<string, ScoEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var source in SourceFiles.Events())
        {
            var recorded = events[source.Id];
            var speakers = await context.Speakers.Where(speaker => speaker.EventId == recorded.Id).ToListAsync(cancellationToken);
            foreach (var person in source.Speakers ?? [])
            {
                if (!speakers.Exists(speaker => speaker.Name[Languages.English] == person.Name.En))
                {
                    var speaker = Require(RecordedEvents.Speaker(recorded.Id, person, source.Source.Language, directory), person.Name.En);
                    speakers.Add(speaker);
                    context.Speakers.Add(speaker);
                }
            }

            var sessions = await context.Sessions.Where(session => session.EventId == recorded.Id).ToListAsync(cancellationToken);
            foreach (var (stated, position) in (source.Sessions ?? []).Select((stated, position) => (stated, position)))
            {
                var title = LocalizedText.Of(source.Title.Original.Language, stated.Title);
                if (sessions.Exists(session => session.Title.Equals(title)))
                {
                    continue;
                }

                var session = Require(
                    Session.Draft(recorded.Id, new SessionFacts(stated.Type, SessionAccess.Open, title, LocalizedText.Empty), position, now), stated.Title);
                Require(session.SetSpeakers(null, [.. (stated.Speakers ?? []).Select(name => speakers.First(speaker => speaker.Name[Languages.English] == name).Id)], now), stated.Title);
                context.Sessions.Add(session);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task LoadRelationsAsync(ScoEventsDbContext context, Dictionary<string, ScoEvent> events, CancellationToken cancellationToken)
    {
        var wanted = SourceFiles.Events()
            .SelectMany(source => (source.RelatedEvents ?? []).Select(related => (From: events[source.Id].Id, To: events[related].Id)))
            .ToHashSet();
        var ids = events.Values.Select(recorded => recorded.Id).ToList();
        var known = await context.EventRelations.Where(relation => ids.Contains(relation.EventId)).ToListAsync(cancellationToken);
        context.EventRelations.RemoveRange(known.Where(relation => !wanted.Contains((relation.EventId, relation.RelatedId))));
        context.EventRelations.AddRange(wanted
            .Where(pair => !known.Exists(relation => relation.EventId == pair.From && relation.RelatedId == pair.To))
            .Select(pair => new EventRelation(pair.From, pair.To)));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static LocalizedText Text(Dictionary<string, string?>? forms) => forms is null ? LocalizedText.Empty : LocalizedText.From(forms);

    private static NamePeriod Period(SourceNamePeriod period) =>
        new(period.From, period.To, Text(period.Names), Text(period.FormalNames), period.Source);

    private static void Require(Result result, string what)
    {
        if (result.Error is { } error)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The reference data of {what} break a rule: {error.Code}."));
        }
    }

    private static T Require<T>(Result<T> result, string what)
    {
        Require((Result)result, what);
        return result.Value;
    }

    /// <summary>What the files name by key, found.</summary>
    internal sealed record Directory(Dictionary<string, State> States, Dictionary<string, Organisation> Organisations, List<Side> Sides)
    {
        public Guid SideOfState(string iso2) => Sides.First(side => side.StateId == States[iso2].Id).Id;

        public Guid SideOfOrganisation(string key) => Sides.First(side => side.OrganisationId == Organisations[key].Id).Id;
    }
}
