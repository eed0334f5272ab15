using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <content>By when sides answer.</content>
public sealed partial class DelegationSettings
{
    /// <summary>Sets the day to answer by. Refused: <c>invitation.deadline-late</c> after the event's first day.</summary>
    /// <param name="day">The day, or null for none.</param>
    /// <param name="firstDay">The event's first day, or null where it is not known.</param>
    public Result AskForAnswers(DateOnly? day, DateOnly? firstDay)
    {
        if (day > firstDay)
        {
            return Error.Invalid(nameof(AnswerBy), "invitation.deadline-late", firstDay.Value);
        }

        AnswerBy = day;
        return Result.Success;
    }
}
