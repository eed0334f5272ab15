using System.ComponentModel;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Api.Resources;

/// <summary>A delegation with its persons, as staff of the event reads it.</summary>
public sealed record DelegationResource(
    Guid Id, LocalizedText Side,
    [property: Description("ISO 3166-1 alpha-2 code of a state; null for an organisation.")] string? SideCode,
    Capacity Capacity, InvitationStatus Invitation, int Quota, IReadOnlyList<DelegatePersonItem> Persons);

/// <summary>A person of a delegation.</summary>
public sealed record DelegatePersonItem(
    Guid Id, DelegationRole Role, string FamilyName, string GivenNames, string? NativeName, LocalizedText Function, LocalizedText Body, string Email,
    [property: Description("The passport's number with all but its end hidden.")] string PassportMasked,
    DateTimeOffset RegisteredAt,
    [property: Description("Version of the person, for If-Match.")] string Tag);

/// <summary>A line of the list of participants: without contact and passport data.</summary>
public sealed record ParticipantItem(
    LocalizedText Side, string? SideCode, Capacity Capacity, DelegationRole Role,
    [property: Description("Given names, then the family name in capitals.")] string Name,
    string? NativeName, LocalizedText Function, LocalizedText Body);

/// <summary>An invitation of a side that the token's user speaks for.</summary>
public sealed record InvitationItem(
    Guid Id, Guid EventId, string EventSlug, LocalizedText EventTitle, Guid SideId, LocalizedText Side, Capacity Capacity, InvitationStatus Status, int Quota, int Registered);

/// <summary>What can be said of a person of a delegation.</summary>
public sealed class DelegateBody
{
    public required DelegationRole? Role { get; init; }

    [Description("Latin script, as in the passport.")]
    public required string? FamilyName { get; init; }

    [Description("Latin script, as in the passport.")]
    public required string? GivenNames { get; init; }

    [Description("The whole name in its own script.")]
    public string? NativeName { get; init; }

    [Description("What the person is.")]
    public required LocalizedTextInput Function { get; init; }

    [Description("The body the person works for.")]
    public LocalizedTextInput? Body { get; init; }

    public required string? Email { get; init; }

    [Description("The passport's number. It is kept encrypted and never answered; left out of a change, it stays.")]
    public string? Passport { get; init; }
}
