using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Dashboard;

/// <summary>A part of the first page, one for each kind of work.</summary>
public enum DashboardPart
{
    Delegations,
    Desks,
    Planned,
    Days,
    Portal,
}

/// <summary>What a person finds on the first page after signing in; a part is null where the person has no such role.</summary>
/// <param name="Delegations">The sides a focal point speaks for, in the events that are not over.</param>
/// <param name="Desks">The events a registrar works for.</param>
/// <param name="Planned">The events an organiser prepares.</param>
/// <param name="Days">The events that staff look after.</param>
/// <param name="Portal">What an administrator or auditor watches.</param>
public sealed record DashboardDetails(
    IReadOnlyList<OwnDelegationRow>? Delegations, IReadOnlyList<DeskRow>? Desks, IReadOnlyList<PlannedRow>? Planned, IReadOnlyList<DayRow>? Days, PortalFigures? Portal)
{
    /// <summary>The parts there are, the most urgent first.</summary>
    public IReadOnlyList<DashboardPart> Parts =>
    [
        .. new (DashboardPart Part, int Urgency)?[]
            {
                Delegations is null ? null : (DashboardPart.Delegations, Most(Delegations, row => row.Urgency)),
                Desks is null ? null : (DashboardPart.Desks, Most(Desks, row => row.Urgency)),
                Planned is null ? null : (DashboardPart.Planned, Most(Planned, row => row.Urgency)),
                Days is null ? null : (DashboardPart.Days, Most(Days, row => row.When.IsOn ? 2 : 0)),
                Portal is null ? null : (DashboardPart.Portal, 0),
            }
            .Where(part => part is not null).OrderByDescending(part => part!.Value.Urgency).ThenBy(part => part!.Value.Part).Select(part => part!.Value.Part),
    ];

    /// <summary>The events that are shown.</summary>
    public IReadOnlySet<Guid> EventIds => new HashSet<Guid>(
        [
            .. (Delegations ?? []).Select(row => row.EventId), .. (Desks ?? []).Select(row => row.EventId),
            .. (Planned ?? []).Select(row => row.EventId), .. (Days ?? []).Select(row => row.EventId),
        ]);

    private static int Most<T>(IEnumerable<T> rows, Func<T, int> urgency) => rows.Select(urgency).DefaultIfEmpty(0).Max();
}

/// <summary>How far away the days of an event are, counted in days of its place.</summary>
/// <param name="ToFirst">Days to the first one, less than none once it has begun; null where it is not known.</param>
/// <param name="ToLast">Days to the last one; null where it is not known.</param>
public sealed record Distance(int? ToFirst, int? ToLast)
{
    /// <summary>Whether today is one of its days.</summary>
    public bool IsOn => ToFirst <= 0 && ToLast >= 0;

    /// <summary>Whether it begins within so many days, or has begun.</summary>
    public bool IsWithin(int days) => ToFirst <= days;

    /// <summary>The distance of the days of an event from a moment.</summary>
    public static Distance Of(EventDates dates, string? timeZone, DateTimeOffset now)
    {
        var today = Today(timeZone, now);
        return dates.Precision == DatePrecision.Day
            ? new Distance(dates.Start?.DayNumber - today.DayNumber, (dates.End ?? dates.Start)?.DayNumber - today.DayNumber)
            : new Distance(null, null);
    }

    /// <summary>The day it is at a place; UTC where its zone is not known.</summary>
    public static DateOnly Today(string? timeZone, DateTimeOffset now) => DateOnly.FromDateTime(EventZone.Find(timeZone)?.ToLocal(now) ?? now.UtcDateTime);
}

/// <summary>What every row says of its event.</summary>
public abstract record EventRowHead(Guid EventId, LocalizedText Title, EventStatus Status, EventDates Dates, LocalizedText City, LocalizedText? Country, Distance When)
{
    /// <summary>Languages that stand in for a missing one, as the event says; empty for the portal's own order.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];
}

/// <summary>Something that is missing in the preparation of an event.</summary>
public enum GapKind
{
    Conflicts,
    NoRooms,
    NoSessions,
    Unscheduled,
    WithoutSpeaker,
    Untranslated,
    Unpublished,
    NotInvited,
    Unanswered,
    Waiting,
}

/// <summary>So much of it.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Count">Conflicts, sessions, titles, changes, invitations or persons; 0 where the thing is missing as a whole.</param>
/// <param name="Languages">Codes of the languages in which titles are missing.</param>
public sealed record Gap(GapKind Kind, int Count = 0, IReadOnlyList<string>? Languages = null);

/// <summary>An event as its organiser looks after it.</summary>
/// <param name="Releases">Number of the latest release; 0 where there is none.</param>
/// <param name="Gaps">What is missing, in the order in which it is best done.</param>
public sealed record PlannedRow(
    Guid EventId, LocalizedText Title, EventStatus Status, EventDates Dates, LocalizedText City, LocalizedText? Country, Distance When, int Releases, IReadOnlyList<Gap> Gaps)
    : EventRowHead(EventId, Title, Status, Dates, City, Country, When)
{
    private const int Soon = 14;

    internal int Urgency => Gaps.Count == 0 ? 0 : When.IsWithin(Soon) ? 3 : 1;
}

/// <summary>A person who was sent back to the focal point.</summary>
public sealed record ReturnedPerson(Guid Id, string Name);

/// <summary>A delegation as its focal point looks after it.</summary>
/// <param name="Places">The most persons who may come.</param>
/// <param name="Used">Those who do.</param>
/// <param name="States">How far they are, the reserve included.</param>
/// <param name="Returned">Those who are to be corrected.</param>
/// <param name="AnswerIn">Days left to answer, today counted as 0; null where nothing is to be answered or no day was set.</param>
/// <param name="RegisterIn">Days left to register; null where no day was set or nothing can be registered.</param>
public sealed record OwnDelegationRow(
    Guid InvitationId, Guid EventId, LocalizedText Title, EventStatus Status, EventDates Dates, LocalizedText City, LocalizedText? Country, Distance When,
    SideLabel Side, InvitationStatus Answer, bool CanAnswer, int Places, int Used, IReadOnlyDictionary<AccreditationState, int> States,
    IReadOnlyList<ReturnedPerson> Returned, int? AnswerIn, int? RegisterIn)
    : EventRowHead(EventId, Title, Status, Dates, City, Country, When)
{
    private const int Soon = 7;

    internal int Urgency => Returned.Count > 0 || AnswerIn <= Soon ? 4 : CanAnswer || RegisterIn <= Soon ? 3 : 0;
}

/// <summary>An event as its registrar looks after it.</summary>
/// <param name="States">Persons by how far they are.</param>
/// <param name="ArrivingToday">Persons who arrive today, at the place.</param>
/// <param name="ArrivingTomorrow">Persons who arrive tomorrow.</param>
/// <param name="Came">Persons who came through a door.</param>
/// <param name="Badges">Badges that are out.</param>
/// <param name="ToPrint">Persons who are admitted and have no badge.</param>
public sealed record DeskRow(
    Guid EventId, LocalizedText Title, EventStatus Status, EventDates Dates, LocalizedText City, LocalizedText? Country, Distance When,
    IReadOnlyDictionary<AccreditationState, int> States, int ArrivingToday, int ArrivingTomorrow, int Came, int Badges, int ToPrint)
    : EventRowHead(EventId, Title, Status, Dates, City, Country, When)
{
    /// <summary>Persons who wait for a decision.</summary>
    public int Waiting => States.Where(state => AccreditationMoves.IsWaiting(state.Key)).Sum(state => state.Value);

    internal int Urgency => When.IsOn ? 5 : Waiting > 0 ? 3 : ToPrint > 0 ? 1 : 0;
}

/// <summary>An event as its staff look after it.</summary>
/// <param name="Releases">Number of the latest release; 0 where there is none.</param>
/// <param name="Sessions">What the latest release has today, at the place, in the order of time.</param>
public sealed record DayRow(
    Guid EventId, LocalizedText Title, EventStatus Status, EventDates Dates, LocalizedText City, LocalizedText? Country, Distance When, int Releases,
    IReadOnlyList<DaySession> Sessions)
    : EventRowHead(EventId, Title, Status, Dates, City, Country, When);

/// <summary>A session of today at local times; <paramref name="IsNow"/> where it is on.</summary>
public sealed record DaySession(Guid SessionId, LocalizedText Title, LocalizedText Room, DateTime StartsAt, DateTime EndsAt, bool IsNow, bool IsOver);

/// <summary>What an administrator or auditor watches.</summary>
/// <param name="Users">Accounts.</param>
/// <param name="SignedIn">Those of them that signed in within seven days.</param>
/// <param name="Roles">Users by role.</param>
/// <param name="Changes">What the audit trail tells of the last seven days, by day from six days ago to today in UTC; null for those who do not read it.</param>
public sealed record PortalFigures(int Users, int SignedIn, IReadOnlyDictionary<Role, int> Roles, IReadOnlyList<DayCount>? Changes);

/// <summary>So many in a day.</summary>
public sealed record DayCount(DateOnly Day, int Count);
