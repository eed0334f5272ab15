using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Which persons of an event's queue are asked for; what is null is not asked.</summary>
/// <param name="Shelf">By how far they are.</param>
/// <param name="SideId">Of one side.</param>
/// <param name="Role">In one role.</param>
/// <param name="Category">In one category.</param>
/// <param name="Vetting">With one answer of the vetting authority.</param>
/// <param name="IsMissing">Only those of whom required fields are empty.</param>
/// <param name="IsAlike">Only those who may be registered twice.</param>
/// <param name="Text">Part of a name in any spelling.</param>
/// <param name="Page">From 1.</param>
public sealed record ReviewFilter(
    ReviewShelf Shelf, Guid? SideId = null, DelegationRole? Role = null, AttendeeCategory? Category = null, Vetting? Vetting = null,
    bool IsMissing = false, bool IsAlike = false, string? Text = null, int Page = 1);

/// <summary>Persons by how far they are.</summary>
/// <param name="State">In one state; null for more than one.</param>
/// <param name="IsEverybody">Whether all states are meant; otherwise those who wait for a decision.</param>
public sealed record ReviewShelf(AccreditationState? State, bool IsEverybody)
{
    /// <summary>Those who wait for a decision.</summary>
    public static ReviewShelf Waiting { get; } = new(null, false);

    /// <summary>Everybody.</summary>
    public static ReviewShelf Everybody { get; } = new(null, true);

    /// <summary>As the address has it: the name of a state, <c>all</c>, or nothing for those who wait.</summary>
    public static ReviewShelf Parse(string? text) =>
        text == "all" ? Everybody : Enum.TryParse<AccreditationState>(text, out var state) && Enum.IsDefined(state) ? new(state, false) : Waiting;

    /// <summary>As the address has it; null for those who wait.</summary>
    public string? Text => State?.ToString() ?? (IsEverybody ? "all" : null);

    internal bool Holds(AccreditationState state) => IsEverybody || (State is { } one ? state == one : AccreditationMoves.IsWaiting(state));
}

/// <summary>A case as it was seen when something was decided of it.</summary>
public sealed record SeenCase(Guid CaseId, uint Version);

/// <summary>One page of an event's queue.</summary>
/// <param name="Counts">How many persons are in each state, whatever is asked for.</param>
/// <param name="Missing">Of how many waiting persons required fields are empty.</param>
/// <param name="Alike">How many persons who can still come may be registered twice.</param>
/// <param name="Found">Everybody who is asked for, in the order of the pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Rows">The persons of the page.</param>
/// <param name="Sides">Sides that have persons, in protocol order.</param>
/// <param name="TimeZone">IANA name of the event's zone, or null.</param>
public sealed record ReviewQueue(
    IReadOnlyDictionary<AccreditationState, int> Counts, int Missing, int Alike, IReadOnlyList<SeenCase> Found, int Page, int Pages,
    IReadOnlyList<ReviewRow> Rows, IReadOnlyList<SideLabel> Sides, string? TimeZone)
{
    /// <summary>Everybody ever registered.</summary>
    public int Everybody => Counts.Values.Sum();
}

/// <summary>One person in the queue; of the passport nothing.</summary>
/// <param name="ReviewerName">Who is looking at it, or null.</param>
/// <param name="Missing">Required fields that are empty.</param>
/// <param name="Alike">How many others may be the same person.</param>
/// <param name="Version">Row version of the case.</param>
public sealed record ReviewRow(
    Guid CaseId, Guid DelegateId, SideLabel Side, string DisplayName, string? NativeName, DelegationRole Role, AttendeeCategory? Category, LocalizedText Function,
    LocalizedText Body, bool IsReserve, AccreditationState State, DateTimeOffset StateAt, Vetting Vetting, string? ReviewerName,
    IReadOnlyList<string> Missing, int Alike, uint Version)
{
    /// <summary>Whether the person is admitted although the vetting authority stands against it.</summary>
    public bool IsContradicted => AccreditationMoves.IsAccredited(State) && Vetting is Vetting.Refused or Vetting.Hold;
}

/// <summary>One person with everything a reviewer reads; of the passport never more than the masked number.</summary>
/// <param name="Row">As in the queue.</param>
/// <param name="Facts">What the side said.</param>
/// <param name="IsReviewer">Whether the one who asks has taken the case up.</param>
/// <param name="Comments">What shall be corrected, while it is returned.</param>
/// <param name="Reason">Why it is in its state, or null.</param>
/// <param name="VettingAt">UTC, or null.</param>
/// <param name="Steps">The last first.</param>
/// <param name="Alike">Others who may be the same person, with the likeness of the passports.</param>
/// <param name="Bar">What stands against admission beside the state, or null.</param>
/// <param name="Letters">Letters that the person is entitled to.</param>
/// <param name="TimeZone">IANA name of the event's zone, or null.</param>
public sealed record ReviewCase(
    ReviewRow Row, ReviewFacts Facts, bool IsReviewer, IReadOnlyList<FieldComment> Comments, string? Reason, DateTimeOffset? VettingAt,
    IReadOnlyList<ReviewStep> Steps, IReadOnlyList<AlikeRow> Alike, Error? Bar, IReadOnlyList<LetterKind> Letters, string? TimeZone)
{
    /// <summary>Whether the whole passport number may be asked for; each look leaves a trace.</summary>
    public bool CanSeePassports { get; init; }
}

/// <summary>What the side said of a person, as a reviewer reads it.</summary>
public sealed record ReviewFacts(
    string FamilyName, string GivenNames, FormOfAddress? FormOfAddress, string Email, LocalizedText? Nationality, LocalizedText? PassportState,
    DateOnly? PassportExpiresOn, string PassportMasked, DelegateStay Stay, IReadOnlyList<string> Languages, DateTimeOffset? ConsentAt,
    DateTimeOffset RegisteredAt, DateTimeOffset ModifiedAt, bool HasPhoto, Guid DelegationId);

/// <summary>A step with the name of whoever made it; null where the portal did.</summary>
public sealed record ReviewStep(
    AccreditationState? From, AccreditationState To, DateTimeOffset At, string? By, string? Reason, IReadOnlyList<FieldComment> Comments, Vetting? Vetting);

/// <summary>Somebody who may be the same person.</summary>
/// <param name="Row">As in the queue.</param>
/// <param name="Email">Mail address.</param>
/// <param name="HasSamePassport">Whether both have one passport number; null where one of them has none to compare.</param>
public sealed record AlikeRow(ReviewRow Row, string Email, bool? HasSamePassport);

/// <summary>What comes, or would come, of deciding on several persons.</summary>
/// <param name="Done">Names of those for whom it is done.</param>
/// <param name="Left">Those for whom it is not, each with the refusal.</param>
public sealed record BulkOutcome(IReadOnlyList<string> Done, IReadOnlyList<LeftCase> Left);

/// <summary>Somebody who was left as is, and why.</summary>
public sealed record LeftCase(Guid CaseId, string Name, Error Why);
