using ScoEvents.Domain.Shared;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Domain.Accreditation;

/// <summary>The admission of one person to one event: its state, and every step with who, when and why.</summary>
public sealed partial class AccreditationCase
{
    /// <summary>The longest reason or comment, in UTF-16 units.</summary>
    public const int MaxReasonLength = 1000;

    private readonly List<AccreditationStep> _steps = [];

    private AccreditationCase()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The person; one case each.</summary>
    public Guid DelegateId { get; private set; }

    /// <summary>The delegation.</summary>
    public Guid DelegationId { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side.</summary>
    public Guid SideId { get; private set; }

    /// <summary>How far it is.</summary>
    public AccreditationState State { get; private set; }

    /// <summary>What the vetting authority said.</summary>
    public Vetting Vetting { get; private set; }

    /// <summary>When it said so, UTC; null while it was not asked.</summary>
    public DateTimeOffset? VettingAt { get; private set; }

    /// <summary>Who is looking at it; null unless it is under review.</summary>
    public Guid? ReviewerId { get; private set; }

    /// <summary>What shall be corrected, while it is returned.</summary>
    public IReadOnlyList<FieldComment> Comments { get; private set; } = [];

    /// <summary>Why it is in its state, where somebody said so.</summary>
    public string? Reason { get; private set; }

    /// <summary>Since when it is in its state, UTC.</summary>
    public DateTimeOffset StateAt { get; private set; }

    /// <summary>The state to which the end of a suspension leads back; null unless it is suspended.</summary>
    public AccreditationState? ResumesTo { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Every step so far, the first first.</summary>
    public IReadOnlyList<AccreditationStep> Steps => _steps;

    /// <summary>Whether the person is admitted.</summary>
    public bool IsAccredited => AccreditationMoves.IsAccredited(State);

    /// <summary>Whether it can still lead anywhere.</summary>
    public bool IsLive => AccreditationMoves.IsLive(State);

    /// <summary>Opens the case of a person.</summary>
    /// <param name="person">Who.</param>
    /// <param name="by">Who registered the person; null for the portal itself.</param>
    /// <param name="now">UTC.</param>
    public static AccreditationCase Open(Delegate person, Guid? by, DateTimeOffset now)
    {
        var opened = new AccreditationCase
        {
            Id = Guid.CreateVersion7(),
            DelegateId = person.Id,
            DelegationId = person.DelegationId,
            EventId = person.EventId,
            SideId = person.SideId,
            State = AccreditationState.Draft,
            StateAt = now,
        };
        opened._steps.Add(new AccreditationStep(opened, null, by, now));
        return opened;
    }

    /// <summary>Moves on to another state. Refused: <c>accreditation.move</c>.</summary>
    /// <param name="to">The next state.</param>
    /// <param name="by">Who decides; null for the portal itself.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="comments">What shall be corrected; empty otherwise.</param>
    /// <param name="now">UTC.</param>
    internal Result MoveTo(AccreditationState to, Guid? by, string? reason, IReadOnlyList<FieldComment> comments, DateTimeOffset now)
    {
        if (!AccreditationMoves.IsAllowed(State, to))
        {
            return AccreditationErrors.Move(State, to);
        }

        var from = State;
        (State, StateAt, Reason, Comments) = (to, now, reason, comments);
        ReviewerId = to == AccreditationState.UnderReview ? by : null;
        ResumesTo = to == AccreditationState.Suspended ? from : null;
        _steps.Add(new AccreditationStep(this, from, by, now) { Reason = reason, Comments = comments });
        return Result.Success;
    }

    /// <summary>The focal point hands the person in, also again after correction. Refused: <c>accreditation.move</c>.</summary>
    public Result Submit(Guid by, DateTimeOffset now) =>
        State is AccreditationState.Draft or AccreditationState.ReturnedForCorrection
            ? MoveTo(AccreditationState.Submitted, by, null, [], now)
            : AccreditationErrors.Move(State, AccreditationState.Submitted);

    /// <summary>The side changed what it handed in: notes it where a reviewer may have seen the person before, so that no decision is taken on the old version. Refused: <c>delegate.under-review</c> where the changes touch what was reviewed or admitted.</summary>
    /// <param name="touchesPerson">Whether more changed than travel, stay and address.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">UTC.</param>
    public Result Correct(bool touchesPerson, Guid? by, DateTimeOffset now)
    {
        if (State is AccreditationState.Draft or AccreditationState.ReturnedForCorrection || !touchesPerson)
        {
            return Result.Success;
        }

        if (State != AccreditationState.Submitted)
        {
            return Delegations.DelegationErrors.UnderReview();
        }

        StateAt = now;
        _steps.Add(new AccreditationStep(this, State, by, now));
        return Result.Success;
    }

    /// <summary>The side takes the person out. Refused: <c>accreditation.move</c>.</summary>
    public Result Withdraw(Guid? by, DateTimeOffset now, string? reason = null) => MoveTo(AccreditationState.Withdrawn, by, reason, [], now);

    /// <summary>Another person comes instead. Refused: <c>accreditation.move</c>.</summary>
    public Result Replace(Guid? by, DateTimeOffset now) => MoveTo(AccreditationState.Replaced, by, null, [], now);

    /// <summary>A badge went out, first or anew. Refused: <c>accreditation.move</c>, also while the admission is suspended.</summary>
    public Result IssueBadge(Guid by, DateTimeOffset now) => State switch
    {
        AccreditationState.BadgeIssued or AccreditationState.CheckedIn => Result.Success,
        AccreditationState.Approved => MoveTo(AccreditationState.BadgeIssued, by, null, [], now),
        _ => AccreditationErrors.Move(State, AccreditationState.BadgeIssued),
    };

    /// <summary>The person has come; again does nothing. Refused: <c>accreditation.move</c>, also while the admission is suspended.</summary>
    public Result CheckIn(Guid by, DateTimeOffset now) => State switch
    {
        AccreditationState.CheckedIn => Result.Success,
        AccreditationState.BadgeIssued => MoveTo(AccreditationState.CheckedIn, by, null, [], now),
        _ => AccreditationErrors.Move(State, AccreditationState.CheckedIn),
    };
}
