using System.ComponentModel;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Api.Resources;

/// <summary>A person of a delegation.</summary>
public sealed record DelegatePersonItem(
    Guid Id, DelegationRole Role,
    [property: Description("Whether the person stands in reserve and comes only where another falls out.")] bool IsReserve,
    string FamilyName, string GivenNames, string? NativeName, FormOfAddress? FormOfAddress, LocalizedText Function, LocalizedText Body, AttendeeCategory? Category, string Email,
    [property: Description("Codes of ISO 639.")] IReadOnlyList<string> Languages,
    bool Consent,
    [property: Description("The passport's number with all but its end hidden.")] string PassportMasked,
    [property: Description("Null without the scope personal:read.")] PapersBody? Papers,
    [property: Description("Null without the scope personal:read.")] StayBody? Stay,
    bool HasPhoto, DelegateStanding Standing, DateTimeOffset RegisteredAt,
    [property: Description("Version of the person, for If-Match.")] string Tag);

/// <summary>One person of the own delegation, in the form in which it can be changed.</summary>
public sealed record DelegateResource(
    Guid Id, string PassportMasked, bool HasPhoto, DelegateStanding Standing, DateTimeOffset RegisteredAt,
    [property: Description("What can be changed, without the passport's number; papers and stay are null without the scope personal:read.")] DelegateBody Delegate);

/// <summary>How far a person's accreditation is, and what is asked for.</summary>
public sealed record DelegateStanding(
    AccreditationState State,
    [property: Description("Why, where somebody said so.")] string? Reason,
    [property: Description("What shall be corrected.")] IReadOnlyList<DelegateComment> Comments,
    [property: Description("Fields that the event wants before the person can be handed in.")] IReadOnlyList<string> Missing,
    [property: Description("Name of the person instead of whom this one comes.")] string? InsteadOf);

/// <summary>What shall be corrected in one field.</summary>
public sealed record DelegateComment([property: Description("Name of the field, as in missing.")] string Field, string Text);

/// <summary>What can be said of a person of a delegation.</summary>
public sealed class DelegateBody
{
    public required DelegationRole? Role { get; init; }

    [Description("For a new person: whether the person stands in reserve. A change leaves it as it is.")]
    public bool IsReserve { get; init; }

    [Description("Latin script, as in the passport.")]
    public required string? FamilyName { get; init; }

    [Description("Latin script, as in the passport.")]
    public required string? GivenNames { get; init; }

    [Description("The whole name in its own script.")]
    public string? NativeName { get; init; }

    public FormOfAddress? FormOfAddress { get; init; }

    [Description("What the person is.")]
    public required LocalizedTextInput Function { get; init; }

    [Description("The body the person works for.")]
    public LocalizedTextInput? Body { get; init; }

    public AttendeeCategory? Category { get; init; }

    public required string? Email { get; init; }

    [Description("Languages the person speaks, codes of ISO 639, 12 at most.")]
    public IReadOnlyList<string>? Languages { get; init; }

    [Description("Whether the person consents to what is kept; left out of a change, it stays.")]
    public bool? Consent { get; init; }

    [Description("The passport's number; wants the scope personal:write. It is kept encrypted and never answered; left out of a change, it stays.")]
    public string? Passport { get; init; }

    [Description("Wants the scope personal:write. Left out of a change, they stay; an empty object empties them.")]
    public PapersBody? Papers { get; init; }

    [Description("Wants the scope personal:write. Left out of a change, it stays; an empty object empties it.")]
    public StayBody? Stay { get; init; }
}

/// <summary>Nationality and passport of a person, without its number.</summary>
public sealed class PapersBody
{
    [Description("ISO 3166-1 alpha-2 code of the state whose national the person is.")]
    public string? Nationality { get; init; }

    [Description("ISO 3166-1 alpha-2 code of the state that issued the passport.")]
    public string? PassportState { get; init; }

    [Description("Last day of the passport's validity; not before the end of the event.")]
    public DateOnly? PassportExpiresOn { get; init; }
}

/// <summary>Visa, travel, stay and needs; days and times are those of the event's place.</summary>
public sealed class StayBody
{
    [Description("Whether a visa support letter is needed.")]
    public bool NeedsVisa { get; init; }

    [Description("The mission where the visa is asked for; kept only where one is needed.")]
    public string? VisaPost { get; init; }

    [Description("Day of arrival; wants a time too.")]
    public DateOnly? ArrivesOn { get; init; }

    public TimeOnly? ArrivesAt { get; init; }

    [Description("How the person arrives, such as the number of a flight.")]
    public string? Arrival { get; init; }

    [Description("Day of departure; wants a time too.")]
    public DateOnly? DepartsOn { get; init; }

    public TimeOnly? DepartsAt { get; init; }

    [Description("How the person leaves.")]
    public string? Departure { get; init; }

    public string? Accommodation { get; init; }

    public string? Diet { get; init; }

    [Description("What the person needs to take part.")]
    public string? AccessNeeds { get; init; }
}

/// <summary>Where a side wants a person to stand.</summary>
public sealed class DelegateStateBody
{
    [Description("submitted hands the person in for review; other states are those of the host.")]
    public required AccreditationState State { get; init; }
}
