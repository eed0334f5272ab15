using System.ComponentModel;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Web.Features.Api.Resources;

/// <summary>An event in a list.</summary>
public sealed record EventItem(
    Guid Id,
    [property: Description("Name in addresses; can stand for the id.")] string Slug,
    LocalizedText Title,
    EventType Type,
    EventStatus Status,
    DatesItem Dates,
    PlaceItem Place,
    [property: Description("Whether it is the record of a source document and not planned in this portal.")] bool IsRecord,
    [property: Description("When it or its programme last changed, UTC.")] DateTimeOffset ModifiedAt,
    [property: Description("Address of the event in this interface.")] string Href);

/// <summary>The days of an event, as exactly as they are known.</summary>
public sealed record DatesItem(
    [property: Description("First day; the first of the month or year where only that is known.")] DateOnly? Start,
    [property: Description("Last day.")] DateOnly? End,
    DatePrecision Precision);

/// <summary>Where an event takes place.</summary>
public sealed record PlaceItem(
    LocalizedText City,
    [property: Description("ISO 3166-1 alpha-2 code of the state.")] string? CountryCode,
    LocalizedText Country);

/// <summary>An event.</summary>
public sealed record EventResource(
    Guid Id,
    [property: Description("Name in addresses; can stand for the id.")] string Slug,
    LocalizedText Title,
    EventType Type,
    EventStatus Status,
    EventFormat? Format,
    DatesItem Dates,
    [property: Description("The days before it was put off.")] DatesItem? FormerDates,
    [property: Description("IANA name of the zone of the place.")] string? TimeZone,
    PlaceItem Place,
    [property: Description("What everybody is told of its being put off or called off.")] LocalizedText Notice,
    [property: Description("Name of the series it is an edition of.")] LocalizedText? Series,
    int? Edition,
    IReadOnlyList<PartyItem> Parties,
    [property: Description("Number of the latest release of its programme.")] int? LatestRelease,
    bool IsRecord);

/// <summary>A side in a role at an event, by the name it had on the first day.</summary>
public sealed record PartyItem(
    OrganisationRole Role,
    LocalizedText Name,
    [property: Description("ISO 3166-1 alpha-2 code of a state; null for an organisation.")] string? Code);

/// <summary>Which sides are listed.</summary>
public enum SideKind
{
    /// <summary>States.</summary>
    State,

    /// <summary>Organisations.</summary>
    Organisation,
}

/// <summary>A state or an organisation as it was on a day.</summary>
public sealed record SideResource(
    Guid Id,
    SideKind Kind,
    [property: Description("ISO 3166-1 alpha-2 code of a state, or key of an organisation.")] string Code,
    [property: Description("The name that was valid on the day.")] LocalizedText Name,
    [property: Description("Standing in the SCO on the day; null where it had none.")] StateStatus? Status,
    [property: Description("First day of that standing.")] DateOnly? Since,
    [property: Description("Rank among states in the order of the Russian alphabet, which is the order of protocol.")] int? ProtocolRank);

/// <summary>A delegation's standing at an event.</summary>
public sealed record DelegationItem(
    [property: Description("The delegation; null until the side has accepted.")] Guid? Id,
    Guid SideId,
    LocalizedText Side,
    [property: Description("ISO 3166-1 alpha-2 code of a state; null for an organisation.")] string? SideCode,
    Capacity Capacity,
    InvitationStatus Invitation,
    [property: Description("Persons that the side may register.")] int Quota,
    [property: Description("Persons that are registered.")] int Registered);
