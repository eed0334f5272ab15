using System.ComponentModel;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api.Resources;

/// <summary>A delegation with its persons, as staff of the event reads it.</summary>
public sealed record DelegationResource(
    Guid Id, LocalizedText Side,
    [property: Description("ISO 3166-1 alpha-2 code of a state; null for an organisation.")] string? SideCode,
    Capacity Capacity, InvitationStatus Invitation, int Quota, IReadOnlyList<DelegatePersonItem> Persons);

/// <summary>A line of the list of participants: without contact and passport data.</summary>
public sealed record ParticipantItem(
    LocalizedText Side, string? SideCode, Capacity Capacity, DelegationRole Role,
    [property: Description("Given names, then the family name in capitals.")] string Name,
    string? NativeName, LocalizedText Function, LocalizedText Body);

/// <summary>An invitation of a side that the token's user speaks for.</summary>
public sealed record InvitationItem(
    Guid Id, Guid EventId, string EventSlug, LocalizedText EventTitle, Guid SideId, LocalizedText Side, Capacity Capacity, InvitationStatus Status, int Quota, int Registered);

/// <summary>An invitation with what its event asks for.</summary>
public sealed record InvitationResource(
    InvitationItem Invitation,
    [property: Description("The most persons who may have a place.")] int Places,
    [property: Description("The most of them with a seat at the table; null where nobody limited them.")] int? Seats,
    [property: Description("Languages in which function and body are asked for.")] IReadOnlyList<string> Languages,
    [property: Description("Last day on which persons are registered, at the event's place.")] DateOnly? RegisterBy,
    [property: Description("Whether persons can be registered now.")] bool TakesPersons,
    [property: Description("Whether persons can be changed and taken out now.")] bool TakesChanges,
    [property: Description("Which fields are asked for; a rule for a role goes before that for all.")] IReadOnlyList<FieldNeedItem> Fields);

/// <summary>How much an event wants a field. What is hidden is not kept, whatever is sent; what is required is wanted before a person is handed in.</summary>
public sealed record FieldNeedItem(
    DelegateField Field,
    [property: Description("Of persons in this role only; null for all.")] DelegationRole? Role, FieldNeed Need);
