using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events;

/// <summary>What of the list of events is asked for.</summary>
/// <param name="Text">A part of a title or city in any language, whatever its case; null or blank for all.</param>
/// <param name="Status">Only events of this status; null for all.</param>
/// <param name="Page">From 1; less counts as 1.</param>
public sealed record EventFilter(string? Text = null, EventStatus? Status = null, int Page = 1);

/// <summary>A page of the events a person works for.</summary>
/// <param name="Rows">Latest first.</param>
/// <param name="Total">How many events the filter leaves in all.</param>
/// <param name="PageCount">At least 1.</param>
/// <param name="CanPlan">Whether the person may plan a new event.</param>
public sealed record EventList(IReadOnlyList<EventRow> Rows, int Total, int PageCount, bool CanPlan);

/// <summary>An event in the list.</summary>
public sealed record EventRow(
    Guid Id, LocalizedText Title, EventType Type, EventStatus Status, EventDates Dates, LocalizedText City, LocalizedText? Country, EventProgress Progress)
{
    /// <summary>Languages that stand in for a missing one, as the event says; empty for the portal's own order.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];
}

/// <summary>How far the preparation of an event is.</summary>
/// <param name="Rooms">Rooms of the event.</param>
/// <param name="Sessions">Sessions of the draft.</param>
/// <param name="Scheduled">Those of them that have a room and a time.</param>
/// <param name="Invitations">Invitations that stand.</param>
/// <param name="Releases">Published programmes; also the number of the latest.</param>
public sealed record EventProgress(int Rooms, int Sessions, int Scheduled, int Invitations, int Releases)
{
    /// <summary>What comes next in the way from an idea to a published programme.</summary>
    public EventStep Next => this switch
    {
        { Rooms: 0 } => EventStep.AddRooms,
        { Sessions: 0 } => EventStep.DraftSessions,
        { Scheduled: 0 } => EventStep.ScheduleSessions,
        { Invitations: 0 } => EventStep.InviteSides,
        { Releases: 0 } => EventStep.PublishProgramme,
        _ => EventStep.FollowDelegations,
    };
}

/// <summary>A step of an event's preparation.</summary>
public enum EventStep
{
    AddRooms,
    DraftSessions,
    ScheduleSessions,
    InviteSides,
    PublishProgramme,
    FollowDelegations,
}

/// <summary>What every page of an event shows above its own content.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Slug">Name in public addresses.</param>
/// <param name="Title">The title.</param>
/// <param name="Type">The main type.</param>
/// <param name="Format">How people take part, or null.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Dates">The days.</param>
/// <param name="TimeZone">IANA name, or null.</param>
/// <param name="City">The city, or empty.</param>
/// <param name="Country">The state of the place, or null.</param>
/// <param name="CountryCode">Its ISO code, or null.</param>
/// <param name="DelegationQuota">Persons a delegation may have.</param>
/// <param name="IsPublic">Whether the public sees it.</param>
/// <param name="IsClosed">Whether nothing can be changed any more.</param>
/// <param name="CanOrganise">Whether the reader may change it.</param>
/// <param name="Progress">How far the preparation is.</param>
public sealed record EventHead(
    Guid Id, string Slug, LocalizedText Title, EventType Type, EventFormat? Format, EventStatus Status, EventDates Dates, string? TimeZone,
    LocalizedText City, LocalizedText? Country, string? CountryCode, int DelegationQuota, bool IsPublic, bool IsClosed, bool CanOrganise, EventProgress Progress)
{
    /// <summary>Whether the reader may change it now.</summary>
    public bool CanChange => CanOrganise && !IsClosed;

    /// <summary>Whether a secretariat plans it; false for the record of a source document.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>The series it is an edition of, or null.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>Name of the series, or null.</summary>
    public LocalizedText? Series { get; init; }

    /// <summary>Number of the edition, or null.</summary>
    public int? Edition { get; init; }

    /// <summary>The days before it was put off, or null.</summary>
    public EventDates? FormerDates { get; init; }

    /// <summary>What everybody is told of its being put off or called off, or empty.</summary>
    public LocalizedText Notice { get; init; } = LocalizedText.Empty;

    /// <summary>Whether it was put off to days that are not known yet; the days are those that it had.</summary>
    public bool IsToBeDated => Status == EventStatus.Postponed && FormerDates is { } former && former.Start == Dates.Start;
}

/// <summary>An event with the sides that carry it.</summary>
/// <param name="Head">What every page shows.</param>
/// <param name="Secretariat">Name of the secretariat that plans it, or null for a record.</param>
/// <param name="Parties">The sides by role, each role in its order; names as of the first day.</param>
public sealed record EventDetails(EventHead Head, LocalizedText? Secretariat, IReadOnlyList<EventPartyRow> Parties);

/// <summary>A side in a role at an event.</summary>
/// <param name="Role">The role.</param>
/// <param name="Name">Its name on the event's first day.</param>
/// <param name="Code">ISO code of a state, or null for an organisation.</param>
public sealed record EventPartyRow(OrganisationRole Role, LocalizedText Name, string? Code);

/// <summary>What an organiser can choose from.</summary>
/// <param name="Secretariats">Those in which the organiser may plan, by slug.</param>
/// <param name="States">All states, by the protocol order of the Russian alphabet.</param>
/// <param name="Organisations">All organisations, by key.</param>
public sealed record EventChoices(IReadOnlyList<Choice> Secretariats, IReadOnlyList<StateChoice> States, IReadOnlyList<Choice> Organisations);

/// <summary>Something to choose by its name.</summary>
public sealed record Choice(Guid Id, LocalizedText Name);

/// <summary>A state as a country, as a side, and with the zone of its capital.</summary>
/// <param name="StateId">The state, as the country of a place.</param>
/// <param name="SideId">The side it is.</param>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">Its name today.</param>
/// <param name="TimeZone">IANA name of the capital's zone.</param>
/// <param name="HasStatus">Whether it has a status in the SCO today.</param>
public sealed record StateChoice(Guid StateId, Guid SideId, string Code, LocalizedText Name, string TimeZone, bool HasStatus);
