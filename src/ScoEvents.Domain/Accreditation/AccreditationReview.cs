using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

// What a reviewer does with a case.
public sealed partial class AccreditationCase
{
    /// <summary>The most comments with which a case goes back.</summary>
    public const int MaxComments = 40;

    /// <summary>Whether the answer of the vetting authority stands against admission.</summary>
    public bool IsBarredByVetting => Vetting is Vetting.Refused or Vetting.Hold;

    /// <summary>A reviewer takes the case up, also from another reviewer; again by the same does nothing. Refused: <c>accreditation.move</c>.</summary>
    /// <param name="by">Who will look at it.</param>
    /// <param name="now">UTC.</param>
    public Result TakeUp(Guid by, DateTimeOffset now)
    {
        if (State == AccreditationState.UnderReview && ReviewerId == by)
        {
            return Result.Success;
        }

        // What was decided is opened again with a reason, never by the way.
        return State is AccreditationState.Submitted or AccreditationState.UnderReview
            ? MoveTo(AccreditationState.UnderReview, by, null, [], now)
            : AccreditationErrors.Move(State, AccreditationState.UnderReview);
    }

    /// <summary>Gives the case back into the queue, undecided. Refused: <c>accreditation.move</c>.</summary>
    /// <param name="by">Who; any reviewer, because another may have left.</param>
    /// <param name="now">UTC.</param>
    public Result PutBack(Guid by, DateTimeOffset now) =>
        State == AccreditationState.UnderReview
            ? MoveTo(AccreditationState.Submitted, by, null, [], now)
            : AccreditationErrors.Move(State, AccreditationState.Submitted);

    /// <summary>Sends the person back to the side for correction. Refused: <c>accreditation.move</c>, <c>accreditation.another-reviewer</c>, <c>accreditation.comments-missing</c>, <c>accreditation.comments-too-many</c>, <c>choice</c> for a field that is none of <see cref="PersonFields.All"/>, and beside the comment <c>accreditation.comment-missing</c>, <c>accreditation.reason-too-long</c>, <c>characters</c>.</summary>
    /// <param name="comments">What shall be corrected: at least one, at most one for each field, up to <see cref="MaxComments"/>.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">UTC.</param>
    public Result Return(IReadOnlyList<FieldComment> comments, Guid by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(comments);
        if (Decidable(AccreditationState.ReturnedForCorrection, by) is { } refused)
        {
            return refused;
        }

        var errors = CheckComments(comments);
        return errors.Count > 0
            ? Result.Fail(errors)
            : MoveTo(AccreditationState.ReturnedForCorrection, by, null, [.. comments.Select(comment => comment with { Text = PlainText.Clean(comment.Text) })], now);
    }

    /// <summary>Admits the person. Refused: <c>accreditation.move</c>, <c>accreditation.another-reviewer</c>, <c>accreditation.vetting-bars</c>.</summary>
    /// <param name="by">Who decides.</param>
    /// <param name="now">UTC.</param>
    /// <remarks>What the event asks of the person's own description is checked beforehand by <see cref="ApprovalRules"/>.</remarks>
    public Result Approve(Guid by, DateTimeOffset now) =>
        Decidable(AccreditationState.Approved, by) ?? VettingBar() ?? MoveTo(AccreditationState.Approved, by, null, [], now);

    /// <summary>Does not admit the person. Refused: <c>accreditation.move</c>, <c>accreditation.another-reviewer</c>, and beside the field <c>accreditation.reason-missing</c>, <c>accreditation.reason-too-long</c>, <c>characters</c>.</summary>
    /// <param name="reason">Why; 1 to <see cref="MaxReasonLength"/> characters. The side reads it.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">UTC.</param>
    public Result Refuse(string? reason, Guid by, DateTimeOffset now) =>
        Decidable(AccreditationState.Refused, by) ?? Reasoned(AccreditationState.Refused, reason, by, now);

    /// <summary>Sets an admission aside for a while. Refused as <see cref="Refuse"/>, whoever reviews.</summary>
    /// <param name="reason">Why; 1 to <see cref="MaxReasonLength"/> characters.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">UTC.</param>
    public Result Suspend(string? reason, Guid by, DateTimeOffset now) => Reasoned(AccreditationState.Suspended, reason, by, now);

    /// <summary>Ends a suspension: the case is where it was before. Refused: <c>accreditation.move</c>, <c>accreditation.vetting-bars</c>.</summary>
    /// <param name="by">Who decides.</param>
    /// <param name="now">UTC.</param>
    public Result Resume(Guid by, DateTimeOffset now)
    {
        var to = ResumesTo ?? AccreditationState.Approved;
        return State != AccreditationState.Suspended
            ? AccreditationErrors.Move(State, to)
            : VettingBar() ?? MoveTo(to, by, null, [], now);
    }

    /// <summary>Takes an admission back for good. Refused as <see cref="Refuse"/>, whoever reviews.</summary>
    /// <param name="reason">Why; 1 to <see cref="MaxReasonLength"/> characters.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">UTC.</param>
    public Result Revoke(string? reason, Guid by, DateTimeOffset now) => Reasoned(AccreditationState.Revoked, reason, by, now);

    /// <summary>Looks again at what was decided: an approval without a badge, or a refusal. Refused as <see cref="Refuse"/>.</summary>
    /// <param name="reason">Why; 1 to <see cref="MaxReasonLength"/> characters.</param>
    /// <param name="by">Who will look at it.</param>
    /// <param name="now">UTC.</param>
    public Result Reopen(string? reason, Guid by, DateTimeOffset now) =>
        State is AccreditationState.Approved or AccreditationState.Refused
            ? Reasoned(AccreditationState.UnderReview, reason, by, now)
            : AccreditationErrors.Move(State, AccreditationState.UnderReview);

    /// <summary>Notes what the vetting authority said; the same again does nothing. Refused: <c>accreditation.vetting-closed</c> for a person who was not handed in or does not come.</summary>
    /// <param name="answer">What was said.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="now">UTC.</param>
    /// <remarks>Somebody who was admitted already stays so until a person decides: the list shows the two beside each other.</remarks>
    public Result MarkVetting(Vetting answer, Guid by, DateTimeOffset now)
    {
        if (!AccreditationMoves.CanBeVetted(State))
        {
            return AccreditationErrors.VettingClosed(State);
        }

        if (answer != Vetting)
        {
            (Vetting, VettingAt) = (answer, answer == Vetting.NotSent ? null : now);
            _steps.Add(new AccreditationStep(this, State, by, now) { Vetting = answer });
        }

        return Result.Success;
    }

    private Result? Decidable(AccreditationState to, Guid by)
    {
        // A decision ends a review; what was decided before is opened again first, and a suspension is ended as one.
        if (State is not (AccreditationState.Submitted or AccreditationState.UnderReview))
        {
            return AccreditationErrors.Move(State, to);
        }

        return ReviewerId is { } reviewer && reviewer != by ? (Result)AccreditationErrors.AnotherReviewer() : null;
    }

    private Result? VettingBar() => IsBarredByVetting ? (Result)AccreditationErrors.VettingBars(Vetting) : null;

    private Result Reasoned(AccreditationState to, string? reason, Guid by, DateTimeOffset now)
    {
        if (!AccreditationMoves.IsAllowed(State, to))
        {
            return AccreditationErrors.Move(State, to);
        }

        return CheckText(reason, nameof(Reason), "accreditation.reason-missing") is { } wrong ? wrong : MoveTo(to, by, PlainText.Clean(reason), [], now);
    }

    private static List<Error> CheckComments(IReadOnlyList<FieldComment> comments)
    {
        if (comments.Count == 0)
        {
            return [Error.Invalid(nameof(Comments), "accreditation.comments-missing")];
        }

        if (comments.Count > MaxComments || comments.DistinctBy(comment => comment.Field).Count() < comments.Count)
        {
            return [Error.Invalid(nameof(Comments), "accreditation.comments-too-many", MaxComments)];
        }

        if (comments.Any(comment => !PersonFields.IsKnown(comment.Field)))
        {
            return [Error.Invalid(nameof(Comments), "choice")];
        }

        return [.. comments.Select(comment => CheckText(comment.Text, comment.Field, "accreditation.comment-missing")).OfType<Error>()];
    }

    private static Error? CheckText(string? text, string field, string missing)
    {
        var clean = PlainText.Clean(text);
        return !PlainText.IsVisible(clean) ? Error.Invalid(field, missing)
            : clean.Length > MaxReasonLength ? Error.Invalid(field, "accreditation.reason-too-long", MaxReasonLength)
            : PlainText.HasForbiddenCharacters(text, allowLineBreaks: true) ? Error.Characters(field)
            : null;
    }
}
