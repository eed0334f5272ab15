using System.Globalization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>A side as lists show it; <paramref name="Code"/> is the ISO code of a state, null for an organisation.</summary>
public sealed record SideLabel(Guid SideId, string? Code, LocalizedText Names);

/// <summary>How a list of sides is ordered: by which alphabet, and in which language names are compared.</summary>
public sealed record SideOrder(ProtocolAlphabet Alphabet, string Language)
{
    internal IComparer<ProtocolKey> Comparer()
    {
        var compare = CultureInfo.GetCultureInfo(Language).CompareInfo;
        return ProtocolOrder.By(Alphabet, Comparer<string>.Create((left, right) => compare.Compare(left, right, CompareOptions.None)));
    }
}

/// <summary>What the pages of a feature say of the event they belong to; <paramref name="HasProgramme"/> where a release of its programme is out.</summary>
public sealed record InvitedEvent(
    Guid EventId, string Slug, LocalizedText Title, DateOnly? StartsOn, DateOnly? EndsOn, LocalizedText City, LocalizedText Country, string? TimeZone,
    EventStatus Status, bool IsPublic, bool HasProgramme, int DelegationQuota)
{
    /// <summary>Languages that stand in for a missing one, as the event says; empty for the portal's own order.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];

    /// <summary>Whether persons may still be registered and changed.</summary>
    public bool AcceptsDelegates => Status is EventStatus.Announced or EventStatus.Invited or EventStatus.RegistrationOpen;

    /// <summary>Whether persons who are registered can still be corrected, exchanged and taken out.</summary>
    public bool AcceptsCorrections => AcceptsDelegates || Status is EventStatus.RegistrationClosed or EventStatus.InProgress;

    /// <summary>The title for a reader, by the event's own order of languages; the empty string where there is none.</summary>
    public string TitleIn(string language) => In(Title, language);

    /// <summary>One of the event's texts for a reader, by its own order of languages; the empty string where there is none.</summary>
    public string In(LocalizedText text, string language) => text.For(language, FallbackOrder)?.Text ?? "";
}

/// <summary>The invitations of an event with all that can still be invited.</summary>
public sealed record EventInvitations(
    InvitedEvent Event, IReadOnlyList<InvitationRow> Invitations, IReadOnlyList<StatusChoice> Statuses, IReadOnlyList<SideChoice> Others);

/// <summary>One invitation; <paramref name="Registered"/> counts the persons who come.</summary>
public sealed record InvitationRow(
    Guid Id, SideLabel Side, Capacity Capacity, InvitationStatus Status, int Quota, int Registered, DateTimeOffset? IssuedAt, DateTimeOffset? AnsweredAt, uint Version);

/// <summary>The states that hold a status on the event's first day, in protocol order.</summary>
public sealed record StatusChoice(StateStatus Status, IReadOnlyList<SideChoice> Sides);

/// <summary>A side that can be invited; <paramref name="IsInvited"/> where an invitation stands, <paramref name="IsHost"/> where it receives.</summary>
public sealed record SideChoice(SideLabel Side, bool IsInvited, bool IsHost);

/// <summary>What came of inviting: how many invitations went out, how many sides had one already.</summary>
public sealed record InviteOutcome(int Invited, int Skipped);

/// <summary>An invitation as the invited side sees it.</summary>
public sealed record OwnInvitation(
    Guid Id, InvitedEvent Event, SideLabel Side, Capacity Capacity, InvitationStatus Status, int Quota, int Registered, DateTimeOffset? AnsweredAt,
    bool CanAccept, bool CanDecline);

/// <summary>A side's own delegation with everything it may edit, and the rules that hold for it.</summary>
public sealed record OwnDelegation(OwnInvitation Invitation, Guid? DelegationId, RegistrationRules Rules, IReadOnlyList<DelegateDetails> Persons)
{
    /// <summary>Whether persons who are registered can be corrected, exchanged and taken out now.</summary>
    public bool IsOpen => DelegationId is not null && Invitation.Status == InvitationStatus.Accepted && Invitation.Event.AcceptsCorrections;

    /// <summary>Whether more persons can be registered now.</summary>
    public bool TakesPersons => IsOpen && Invitation.Event.AcceptsDelegates && !Rules.IsDeadlineOver;

    /// <summary>Those who have a place, head first.</summary>
    public IEnumerable<DelegateDetails> Coming => Persons.Where(person => !person.IsReserve);

    /// <summary>Those who stand in reserve.</summary>
    public IEnumerable<DelegateDetails> Reserve => Persons.Where(person => person.IsReserve);

    /// <summary>The most who may have a place: the invitation's quota or the event's, whichever is less.</summary>
    public int Places => Math.Min(Invitation.Quota, Rules.Limits.Persons ?? int.MaxValue);

    /// <summary>Whether there is a place left.</summary>
    public bool HasPlace => Coming.Count() < Places;

    /// <summary>The form of a person as it is kept, or null; the passport's number stays out of it.</summary>
    public DelegateForm? FormOf(Guid delegateId) =>
        Persons.FirstOrDefault(person => person.Id == delegateId) is { } person ? DelegateForm.Of(person, EventZone.Find(Invitation.Event.TimeZone)) : null;
}

/// <summary>What an event asks for, as far as a side has to know it.</summary>
public sealed record RegistrationRules(
    IReadOnlyList<FieldRule> Fields, IReadOnlyList<string> Languages, DelegationLimits Limits, DateOnly? RegisterBy, bool IsDeadlineOver)
{
    /// <summary>How much a field is wanted of a person in a role.</summary>
    public FieldNeed NeedOf(DelegateField field, DelegationRole role) => DelegateFields.NeedOf(Fields, field, role);
}

/// <summary>A person as those see it who may see the delegation; of the passport never more than the masked number.</summary>
public sealed record DelegateDetails(
    Guid Id, DelegationRole Role, string FamilyName, string GivenNames, string? NativeName, LocalizedText Function, LocalizedText Body, string Email,
    string PassportMasked, DateTimeOffset RegisteredAt, uint Version)
{
    /// <summary>Given names, then the family name in capitals.</summary>
    public string DisplayName => $"{GivenNames} {FamilyName.ToUpperInvariant()}";

    /// <summary>Whether the person stands in reserve.</summary>
    public bool IsReserve { get; init; }

    /// <summary>Form of address, or null.</summary>
    public FormOfAddress? FormOfAddress { get; init; }

    /// <summary>Attendee category, or null.</summary>
    public AttendeeCategory? Category { get; init; }

    /// <summary>Nationality, or null.</summary>
    public Guid? NationalityId { get; init; }

    /// <summary>State that issued the passport, or null.</summary>
    public Guid? PassportStateId { get; init; }

    /// <summary>Last day of the passport's validity, or null.</summary>
    public DateOnly? PassportExpiresOn { get; init; }

    /// <summary>Visa, travel, stay and needs.</summary>
    public DelegateStay Stay { get; init; } = DelegateStay.Unknown;

    /// <summary>Languages the person speaks.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Whether consent was given.</summary>
    public bool HasConsent { get; init; }

    /// <summary>Mark of the photograph, for addresses that change with it; null where there is none.</summary>
    public string? PhotoMark { get; init; }

    /// <summary>How far the accreditation is.</summary>
    public AccreditationState State { get; init; }

    /// <summary>What shall be corrected.</summary>
    public IReadOnlyList<FieldComment> Comments { get; init; } = [];

    /// <summary>Why the accreditation is in its state, where somebody said so.</summary>
    public string? Reason { get; init; }

    /// <summary>Names of the fields that are wanted before the person is handed in.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Name of the person instead of whom this one comes, or null.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>Whether the person waits with the side to be handed in.</summary>
    public bool CanBeSubmitted => State is AccreditationState.Draft or AccreditationState.ReturnedForCorrection;
}

/// <summary>All sides invited to an event with their delegations, in protocol order.</summary>
public sealed record EventDelegations(InvitedEvent Event, ProtocolAlphabet Alphabet, IReadOnlyList<DelegationRow> Rows)
{
    /// <summary>Invitations that stand.</summary>
    public int Invited => Rows.Count(row => row.Status is not (InvitationStatus.Draft or InvitationStatus.Withdrawn));

    /// <summary>Sides that come.</summary>
    public int Accepted => Rows.Count(row => row.Status == InvitationStatus.Accepted);

    /// <summary>Sides that do not come.</summary>
    public int Declined => Rows.Count(row => row.Status == InvitationStatus.Declined);

    /// <summary>Persons of the sides that come.</summary>
    public int Persons => Rows.Where(row => row.Status == InvitationStatus.Accepted).Sum(row => row.Registered);
}

/// <summary>One side of an event; <paramref name="DelegationId"/> is null until it accepted.</summary>
public sealed record DelegationRow(
    SideLabel Side, Capacity Capacity, InvitationStatus Status, Guid? DelegationId, int Quota, int Registered, string? HeadName);

/// <summary>A delegation as staff reads it.</summary>
public sealed record DelegationDetails(
    InvitedEvent Event, Guid Id, SideLabel Side, Capacity Capacity, InvitationStatus Status, int Quota, DateTimeOffset? AnsweredAt, IReadOnlyList<DelegateDetails> Persons)
{
    /// <summary>Whether the reader may see whole passport numbers.</summary>
    public bool CanSeePassports { get; init; }
}

/// <summary>A state to choose.</summary>
public sealed record StateChoice(Guid Id, string Code, LocalizedText Names);

/// <summary>The persons of the sides that come, in protocol order, then by role; without contact and passport data.</summary>
public sealed record EventParticipants(InvitedEvent Event, IReadOnlyList<Participant> Participants);

/// <summary>One line of the list of participants.</summary>
public sealed record Participant(
    SideLabel Side, Capacity Capacity, DelegationRole Role, string DisplayName, string? NativeName, LocalizedText Function, LocalizedText Body);

/// <summary>What somebody intends who looks at the programme before a person leaves.</summary>
/// <param name="IsExchange">Whether another comes instead.</param>
/// <param name="ReserveId">Who, where that is somebody of the reserve; null for somebody new.</param>
public sealed record IntendedExchange(bool IsExchange, Guid? ReserveId = null);

/// <summary>What the programme has to do with a person who would leave.</summary>
/// <param name="Passed">Sessions in which the successor takes the places.</param>
/// <param name="Left">Sessions on which an organiser has to decide.</param>
public sealed record ProgrammePart(int Passed, int Left);
