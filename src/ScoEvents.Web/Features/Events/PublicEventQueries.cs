using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Web.Features.Events;

/// <summary>Reads what everybody may know of events: only those that were announced, and nothing of their drafts.</summary>
public sealed class PublicEventQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Lines on one page of the archive.</summary>
    public const int PageSize = 12;

    private const int MaxUpcoming = 100;
    private const int MaxAddresses = 3_000;

    private static readonly EventStatus[] _over = [EventStatus.Concluded, EventStatus.Archived, EventStatus.Cancelled];

    /// <summary>The announced events that meet a filter, at most 100 upcoming ones and one page of the archive; four SQL commands.</summary>
    /// <param name="filter">What is asked for; a page beyond the last gives the last.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <remarks>An event counts as upcoming to the end of its last day in UTC, and while it is postponed.</remarks>
    public async Task<PublicEventList> ListAsync(PublicEventFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var matching = Matching(context, filter);
        var upcoming = matching.Where(planned => !_over.Contains(planned.Status)
            && (planned.Status == EventStatus.Postponed || (planned.EndsOn != null && planned.EndsOn >= today)));
        var archive = matching.Where(planned => _over.Contains(planned.Status)
            || (planned.Status != EventStatus.Postponed && (planned.EndsOn == null || planned.EndsOn < today)));

        var years = await Announced(context).Where(planned => planned.StartsOn != null)
            .Select(planned => planned.StartsOn!.Value.Year).Distinct().OrderDescending().ToListAsync(cancellationToken);
        var count = await archive.CountAsync(cancellationToken);
        var pageCount = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pageCount);
        var next = await Rows(context, upcoming.OrderBy(planned => planned.StartsOn).ThenBy(planned => planned.Slug).Take(MaxUpcoming))
            .ToListAsync(cancellationToken);
        var past = await Rows(context, archive
                .OrderBy(planned => planned.StartsOn == null).ThenByDescending(planned => planned.StartsOn).ThenBy(planned => planned.Slug)
                .Skip((page - 1) * PageSize).Take(PageSize))
            .ToListAsync(cancellationToken);
        return new PublicEventList(
            [.. next.OrderBy(row => row.Dates.Start).ThenBy(row => row.Slug, StringComparer.Ordinal).Select(row => row.ToRow())],
            [.. past.OrderBy(row => row.Dates.Start is null).ThenByDescending(row => row.Dates.Start).ThenBy(row => row.Slug, StringComparer.Ordinal).Select(row => row.ToRow())],
            count, page, pageCount, years);
    }

    /// <summary>An announced event by its name in addresses, or null; eight SQL commands for the record of a source document, five for a planned event.</summary>
    /// <param name="slug">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<PublicEvent?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var found = await (
            from planned in Announced(context)
            join state in context.States on planned.CountryId equals state.Id into countries
            from country in countries.DefaultIfEmpty()
            where planned.Slug == slug
            select new
            {
                Event = planned,
                Country = country,
                Series = context.EventSeries.Where(series => series.Id == planned.SeriesId).Select(series => series.Name).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var described = found.Event;
        var parties = await PartiesAsync(context, described.Id, described.StartsOn, cancellationToken);
        var attendance = await AttendanceAsync(context, described, cancellationToken);
        var related = await RelatedAsync(context, described.Id, cancellationToken);
        var release = await context.Releases.Where(release => release.EventId == described.Id)
            .OrderByDescending(release => release.Number)
            .Select(release => new PublicReleaseLine(release.Number, release.PublishedAt))
            .FirstOrDefaultAsync(cancellationToken);
        var record = described.Record is { } source ? await RecordAsync(context, described, source, cancellationToken) : null;
        return new PublicEvent(
            described.Id, described.Slug, described.Title, described.Type, described.Status, described.Format, described.Dates, described.TimeZone,
            Place(described.City, found.Country, described.StartsOn), parties, attendance, related, release, record)
        {
            Notice = described.Notice,
            FormerDates = described.FormerStartsOn is null ? null : new EventDates(described.FormerStartsOn, described.FormerEndsOn, DatePrecision.Day),
            Series = found.Series,
            Edition = described.Edition,
        };
    }

    /// <summary>Where the public pages of all announced events are, at most 3,000, the latest first, for a sitemap holds 50,000 addresses; one SQL command.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<PublicEventAddress>> AddressesAsync(CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        return await Announced(context)
            .OrderByDescending(planned => planned.ModifiedAt).ThenBy(planned => planned.Slug).Take(MaxAddresses)
            .Select(planned => new PublicEventAddress(planned.Slug, planned.ModifiedAt, context.Releases.Any(release => release.EventId == planned.Id)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The sides that carry an event, by the names they had on a day; one SQL command.</summary>
    internal static async Task<IReadOnlyList<PublicParty>> PartiesAsync(
        ScoEventsDbContext context, Guid eventId, DateOnly? day, CancellationToken cancellationToken)
    {
        var parties = await (
            from party in context.Set<EventParty>()
            join side in context.Sides on party.SideId equals side.Id
            join state in context.States on side.StateId equals state.Id into states
            from state in states.DefaultIfEmpty()
            join organisation in context.Organisations on side.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            where party.EventId == eventId
            select new { party.Role, party.Position, State = state, Organisation = organisation }).ToListAsync(cancellationToken);
        return [.. parties.OrderBy(party => party.Role).ThenBy(party => party.Position)
            .Select(party => new PublicParty(party.Role, Side(party.State, party.Organisation, day)))];
    }

    internal static PublicPlace Place(LocalizedText city, State? country, DateOnly? day) =>
        new(city, country?.Iso2, country?.NamesOn(day) ?? LocalizedText.Empty);

    internal static IQueryable<ScoEvent> Announced(ScoEventsDbContext context) => context.Events.Where(planned => planned.AnnouncedAt != null);

    private static async Task<IReadOnlyList<PublicAttendance>> AttendanceAsync(
        ScoEventsDbContext context, ScoEvent described, CancellationToken cancellationToken)
    {
        var sides = await (
            from attendance in context.Set<EventAttendance>()
            join side in context.Sides on attendance.SideId equals side.Id
            join state in context.States on side.StateId equals state.Id into states
            from state in states.DefaultIfEmpty()
            join organisation in context.Organisations on side.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            where attendance.EventId == described.Id
            select new { Attendance = attendance, State = state, Organisation = organisation }).ToListAsync(cancellationToken);
        return [.. sides
            .OrderBy(
                known => new ProtocolKey(
                    known.Attendance.Capacity ?? Capacity.Guest, known.State is not null, known.State?.ProtocolRankRussian ?? 0,
                    known.State?.ProtocolRankEnglish ?? 0, known.Organisation?.Names.In(Languages.Russian) ?? ""),
                ProtocolOrder.By(ProtocolAlphabet.Russian, StringComparer.Ordinal))
            .Select(known => new PublicAttendance(
                Side(known.State, known.Organisation, described.StartsOn), known.Attendance.Attendance, known.Attendance.Capacity,
                known.Attendance.IsHost, known.Attendance.Note))];
    }

    private static async Task<IReadOnlyList<PublicEventRow>> RelatedAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var related = Announced(context).Where(planned => context.EventRelations.Any(relation =>
            (relation.EventId == eventId && relation.RelatedId == planned.Id) || (relation.RelatedId == eventId && relation.EventId == planned.Id)));
        var rows = await Rows(context, related).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Dates.Start is null).ThenBy(row => row.Dates.Start).ThenBy(row => row.Slug, StringComparer.Ordinal).Select(row => row.ToRow())];
    }

    private static async Task<PublicRecord> RecordAsync(
        ScoEventsDbContext context, ScoEvent described, SourceRecord source, CancellationToken cancellationToken)
    {
        var organisationKeys = (source.Speakers ?? []).SelectMany(speaker => speaker.OrganisationKeys)
            .Concat((source.Documents ?? []).Select(document => document.MediaOrganisationKey).OfType<string>()).Distinct().ToList();
        var stateCodes = (source.Documents ?? []).SelectMany(document => document.Parties ?? []).Distinct().ToList();
        var organisations = await context.Organisations.Where(organisation => organisationKeys.Contains(organisation.Key)).ToListAsync(cancellationToken);
        var states = await context.States.Where(state => stateCodes.Contains(state.Iso2)).ToListAsync(cancellationToken);
        var sessions = await context.Sessions.Where(session => session.EventId == described.Id)
            .OrderBy(session => session.Position)
            .Select(session => new
            {
                session.Type,
                session.Title,
                Speakers = session.Speakers.OrderBy(speaker => speaker.Order)
                    .Join(context.Speakers, speaker => speaker.SpeakerId, person => person.Id, (_, person) => person.Name).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new PublicRecord(
            source,
            [.. sessions.Select(session => new PublicStatedSession(session.Type, session.Title, session.Speakers))],
            organisations.ToDictionary(organisation => organisation.Key, organisation => organisation.NamesOn(described.StartsOn)),
            states.ToDictionary(state => state.Iso2, state => state.NamesOn(described.StartsOn)));
    }

    private static PublicSide Side(State? state, Organisation? organisation, DateOnly? day) => state is not null
        ? new PublicSide(state.NamesOn(day), state.Iso2, LocalizedText.Empty)
        : new PublicSide(organisation!.NamesOn(day), null, organisation.Abbreviations);

    private static IQueryable<ScoEvent> Matching(ScoEventsDbContext context, PublicEventFilter filter)
    {
        var matching = Announced(context);
        if (Words(filter.Text) is { Length: > 0 } text)
        {
            // Any language's form counts: a reader of Urdu may know an event by its English title.
            var pattern = $"%{Escaped(text)}%";
            matching = context.Events.FromSql($"""
                SELECT e.*, e.xmin FROM events e
                WHERE EXISTS (
                    SELECT FROM (SELECT value FROM jsonb_each_text(e.title) UNION ALL SELECT value FROM jsonb_each_text(e.city)) AS form
                    WHERE unaccent(form.value) ILIKE unaccent({pattern}))
                """).Where(planned => planned.AnnouncedAt != null);
        }

        if (filter.Type is { } type)
        {
            matching = matching.Where(planned => planned.Type == type);
        }

        if (filter.Year is { } year)
        {
            matching = matching.Where(planned => planned.StartsOn != null && planned.StartsOn.Value.Year == year);
        }

        return matching;
    }

    private static string Words(string? text)
    {
        var clean = PlainText.Clean(text) ?? "";
        return clean.Length > PublicEventFilter.MaxTextLength ? clean[..PublicEventFilter.MaxTextLength] : clean;
    }

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private static IQueryable<FoundRow> Rows(ScoEventsDbContext context, IQueryable<ScoEvent> events) =>
        from planned in events
        join state in context.States on planned.CountryId equals state.Id into countries
        from country in countries.DefaultIfEmpty()
        select new FoundRow
        {
            Id = planned.Id,
            Slug = planned.Slug,
            Title = planned.Title,
            Type = planned.Type,
            Status = planned.Status,
            StartsOn = planned.StartsOn,
            EndsOn = planned.EndsOn,
            DatePrecision = planned.DatePrecision,
            City = planned.City,
            Country = country,
            IsRecord = planned.SecretariatId == null,
            FallbackOrder = planned.FallbackOrder,
        };

    private async Task<ScoEventsDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    private sealed class FoundRow
    {
        public required Guid Id { get; init; }

        public required string Slug { get; init; }

        public required LocalizedText Title { get; init; }

        public required EventType Type { get; init; }

        public required EventStatus Status { get; init; }

        public required DateOnly? StartsOn { get; init; }

        public required DateOnly? EndsOn { get; init; }

        public required DatePrecision DatePrecision { get; init; }

        public required LocalizedText City { get; init; }

        public required State? Country { get; init; }

        public required bool IsRecord { get; init; }

        public required IReadOnlyList<string> FallbackOrder { get; init; }

        public EventDates Dates => new(StartsOn, EndsOn, DatePrecision);

        public PublicEventRow ToRow() => new(Id, Slug, Title, Type, Status, Dates, Place(City, Country, StartsOn), IsRecord) { FallbackOrder = FallbackOrder.Count == 0 ? [] : FallbackOrder };
    }
}
