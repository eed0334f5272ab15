using ScoEvents.Domain.Delegations;

namespace ScoEvents.Domain.Invitations;

/// <summary>Something that a side still owes, in the order in which it is asked for.</summary>
public enum MissingPoint
{
    /// <summary>The answer, after the day by which it was asked for.</summary>
    Answer,

    /// <summary>Any person at all.</summary>
    Persons,

    /// <summary>The head of delegation.</summary>
    Head,

    /// <summary>Persons who were begun, or returned for correction, and not handed in.</summary>
    Submission,

    /// <summary>Photographs that the event requires.</summary>
    Photo,

    /// <summary>Passports that the event requires.</summary>
    Passport,
}

/// <summary>A point that is missing, and of how many persons; 1 where it is not counted.</summary>
public sealed record Missing(MissingPoint Point, int Count);

/// <summary>How far the delegation of a side is; those in reserve do not count.</summary>
/// <param name="Persons">Persons who come.</param>
/// <param name="HasHead">Whether one of them is the head.</param>
/// <param name="Unsubmitted">Persons not handed in.</param>
/// <param name="WithoutPhoto">Persons of whom a photograph is required and missing.</param>
/// <param name="WithoutPassport">Persons of whom a passport is required and missing.</param>
public sealed record DelegationStanding(int Persons, bool HasHead, int Unsubmitted, int WithoutPhoto, int WithoutPassport)
{
    /// <summary>No person is registered.</summary>
    public static DelegationStanding Empty { get; } = new(0, HasHead: false, 0, 0, 0);
}

/// <summary>Finds what a side still owes: the only thing that reminders speak of.</summary>
public static class InvitationGaps
{
    /// <summary>The points in order; empty for a side that has given everything, that declined, or that is not invited.</summary>
    /// <param name="status">How far the invitation is.</param>
    /// <param name="isOverdue">Whether the day to answer by has passed; see <see cref="Invitation.IsOverdue"/>.</param>
    /// <param name="standing">How far the delegation is.</param>
    public static IReadOnlyList<Missing> Of(InvitationStatus status, bool isOverdue, DelegationStanding standing)
    {
        List<Missing> missing = [];
        switch (status)
        {
            case InvitationStatus.NoReply:
            case InvitationStatus.Issued or InvitationStatus.Delivered when isOverdue:
                missing.Add(new Missing(MissingPoint.Answer, 1));
                break;
            case InvitationStatus.Accepted:
                Add(MissingPoint.Persons, standing.Persons == 0 ? 1 : 0);
                Add(MissingPoint.Head, standing.HasHead ? 0 : 1);
                Add(MissingPoint.Submission, standing.Unsubmitted);
                Add(MissingPoint.Photo, standing.WithoutPhoto);
                Add(MissingPoint.Passport, standing.WithoutPassport);
                break;
        }

        return missing;

        void Add(MissingPoint point, int count)
        {
            if (count > 0)
            {
                missing.Add(new Missing(point, count));
            }
        }
    }
}
