namespace ScoEvents.Domain.Accreditation;

/// <summary>How far the accreditation of a person is.</summary>
public enum AccreditationState
{
    /// <summary>Being filled in by the focal point.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Somebody is looking at it.</summary>
    UnderReview,

    /// <summary>Back with the focal point, with comments.</summary>
    ReturnedForCorrection,

    /// <summary>The person is admitted.</summary>
    Approved,

    /// <summary>The person is not admitted.</summary>
    Refused,

    /// <summary>A badge is out.</summary>
    BadgeIssued,

    /// <summary>The person has come.</summary>
    CheckedIn,

    /// <summary>The side takes the person out.</summary>
    Withdrawn,

    /// <summary>Another person comes instead.</summary>
    Replaced,

    /// <summary>Set aside for a while: the badge opens nothing.</summary>
    Suspended,

    /// <summary>Taken back for good.</summary>
    Revoked,
}

/// <summary>What the vetting authority said; the portal keeps the answer, not the reasons.</summary>
public enum Vetting
{
    /// <summary>Not asked.</summary>
    NotSent,

    /// <summary>Asked, no answer yet.</summary>
    Sent,

    /// <summary>Nothing against the person.</summary>
    Cleared,

    /// <summary>The person shall not be admitted.</summary>
    Refused,

    /// <summary>No answer until something is cleared up.</summary>
    Hold,
}

/// <summary>What shall be corrected in one field.</summary>
/// <param name="Field">Name of the field, as the form has it.</param>
/// <param name="Text">What is wrong.</param>
public sealed record FieldComment(string Field, string Text);
