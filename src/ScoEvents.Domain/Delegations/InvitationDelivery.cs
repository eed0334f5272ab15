using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <content>What happens between sending an invitation out and its answer.</content>
public sealed partial class Invitation
{
    /// <summary>The longest remark with an answer, in UTF-16 units.</summary>
    public const int MaxRemarkLength = 1000;

    /// <summary>Whether it was sent out and stands.</summary>
    public bool IsStanding => Status is InvitationStatus.Issued or InvitationStatus.Delivered or InvitationStatus.NoReply or InvitationStatus.Accepted;

    /// <summary>Whether an answer is still waited for.</summary>
    public bool IsOpen => Status is InvitationStatus.Issued or InvitationStatus.Delivered;

    /// <summary>Notes that it arrived; an answer that came before stands. Refused: <c>invitation.not-sent</c> for one not sent out or taken back, <c>invitation.delivered-already</c>.</summary>
    /// <param name="by">Who notes it.</param>
    /// <param name="now">UTC.</param>
    public Result MarkDelivered(Guid by, DateTimeOffset now)
    {
        if (Status is InvitationStatus.Draft or InvitationStatus.Withdrawn)
        {
            return DelegationErrors.NotSent();
        }

        if (DeliveredAt is not null)
        {
            return Error.Refused("invitation.delivered-already");
        }

        (DeliveredAt, DeliveredBy) = (now, by);
        if (Status == InvitationStatus.Issued)
        {
            Status = InvitationStatus.Delivered;
        }

        return Result.Success;
    }

    /// <summary>Notes that no answer came; the side can still answer. Refused: <c>invitation.answered</c> where no answer is waited for.</summary>
    public Result MarkNoReply()
    {
        if (!IsOpen)
        {
            return Error.Refused("invitation.answered");
        }

        Status = InvitationStatus.NoReply;
        return Result.Success;
    }

    /// <summary>Whether an answer is waited for and its day has passed.</summary>
    /// <param name="today">The day at the place of the event.</param>
    /// <param name="eventDeadline">The event's day to answer by, for an invitation without one of its own.</param>
    public bool IsOverdue(DateOnly today, DateOnly? eventDeadline) => IsOpen && (AnswerBy ?? eventDeadline) < today;

    /// <summary>Sets the day to answer by for this side alone; null goes back to the event's. Where no reply was noted and the new day is to come, an answer is waited for again. Refused: <c>invitation.not-answerable</c> for one taken back, <c>invitation.deadline-late</c> after the event's first day.</summary>
    /// <param name="day">The day, or null.</param>
    /// <param name="firstDay">The event's first day.</param>
    /// <param name="today">The day at the place of the event.</param>
    public Result SetDeadline(DateOnly? day, DateOnly? firstDay, DateOnly today)
    {
        if (Status == InvitationStatus.Withdrawn)
        {
            return DelegationErrors.NotAnswerable();
        }

        if (day > firstDay)
        {
            return Error.Invalid(nameof(AnswerBy), "invitation.deadline-late", firstDay.Value);
        }

        AnswerBy = day;
        WaitAgain(day, today);
        return Result.Success;
    }

    /// <summary>Where no reply was noted and the day to answer by is to come, an answer is waited for again.</summary>
    /// <param name="day">The day that holds for this side, or null for none.</param>
    /// <param name="today">The day at the place of the event.</param>
    public void WaitAgain(DateOnly? day, DateOnly today)
    {
        if (Status == InvitationStatus.NoReply && day >= today)
        {
            Status = DeliveredAt is null ? InvitationStatus.Issued : InvitationStatus.Delivered;
        }
    }

    /// <summary>Chooses the language in which the side is written to. Refused: <c>note.language-unknown</c>.</summary>
    /// <param name="language">One of <see cref="Languages.All"/>, or null for the side's usual one.</param>
    public Result SetLanguage(string? language)
    {
        if (language is not null && !Languages.IsKnown(language))
        {
            return Error.Invalid(nameof(Language), "note.language-unknown");
        }

        Language = language;
        return Result.Success;
    }

    /// <summary>Notes that the side was reminded.</summary>
    /// <param name="now">UTC.</param>
    public void Remind(DateTimeOffset now) => RemindedAt = now;

    /// <summary>Keeps what the side says with its answer. Refused, beside the field: <c>note.remark-too-long</c>, <c>characters</c>.</summary>
    /// <param name="remark">Plain text, or null.</param>
    public Result Remark(string? remark)
    {
        var text = PlainText.Clean(remark?.ReplaceLineEndings("\n"));
        if (text.Length > MaxRemarkLength)
        {
            return Error.Invalid("Remark", "note.remark-too-long", MaxRemarkLength);
        }

        if (PlainText.HasForbiddenCharacters(text, allowLineBreaks: true))
        {
            return Error.Characters("Remark");
        }

        AnswerRemark = text.Length == 0 ? null : text;
        return Result.Success;
    }

    /// <summary>The side that had accepted does not come after all, with everybody it registered. Refused: <c>invitation.not-answerable</c>.</summary>
    /// <param name="by">Who says so.</param>
    /// <param name="delegation">Its delegation, whose persons are taken out with it; null where there is none.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The persons who were taken out.</returns>
    public Result<IReadOnlyList<Guid>> CallOff(Guid by, Delegation? delegation, DateTimeOffset now)
    {
        if (!IsDeclinable)
        {
            return DelegationErrors.NotAnswerable();
        }

        List<Guid> taken = [.. delegation?.Live.Select(person => person.Id) ?? []];
        foreach (var person in taken)
        {
            delegation!.Withdraw(person, now);
        }

        (Status, AnsweredAt, AnsweredBy) = (InvitationStatus.Declined, now, by);
        return taken;
    }
}
