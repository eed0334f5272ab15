namespace ScoEvents.Domain.Delegations;

/// <summary>In what capacity a side takes part in one event.</summary>
public enum Capacity
{
    /// <summary>Member state on the event's first day.</summary>
    Member,

    /// <summary>Observer state on the event's first day.</summary>
    Observer,

    /// <summary>Dialogue partner on the event's first day.</summary>
    DialoguePartner,

    /// <summary>SCO partner on the event's first day.</summary>
    Partner,

    /// <summary>Guest: no standing status, given by the invitation.</summary>
    Guest,

    /// <summary>Body of the SCO.</summary>
    SCOBody,

    /// <summary>International organisation.</summary>
    InternationalOrganisation,

    /// <summary>Host or organiser.</summary>
    HostOrganiser,

    /// <summary>Invited expert.</summary>
    InvitedExpert,

    /// <summary>Media.</summary>
    Media,
}

/// <summary>How far an invitation is.</summary>
public enum InvitationStatus
{
    /// <summary>Being prepared, seen by the organiser only.</summary>
    Draft,

    /// <summary>Sent out.</summary>
    Issued,

    /// <summary>Known to have arrived.</summary>
    Delivered,

    /// <summary>The side comes.</summary>
    Accepted,

    /// <summary>The side does not come.</summary>
    Declined,

    /// <summary>The deadline passed without an answer.</summary>
    NoReply,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>A person's part in a delegation, in the order of the list of participants.</summary>
public enum DelegationRole
{
    /// <summary>Head; exactly one.</summary>
    Head,

    /// <summary>Deputy head.</summary>
    DeputyHead,

    /// <summary>Member.</summary>
    Member,

    /// <summary>Adviser.</summary>
    Adviser,

    /// <summary>Expert.</summary>
    Expert,

    /// <summary>Interpreter.</summary>
    Interpreter,

    /// <summary>Protocol.</summary>
    Protocol,

    /// <summary>Security; no seat at the table.</summary>
    Security,

    /// <summary>Support; no seat at the table.</summary>
    Support,

    /// <summary>Press; no seat at the table.</summary>
    Press,
}

/// <summary>Questions about roles.</summary>
public static class DelegationRoles
{
    /// <summary>Whether the role has a seat at the table: security, support and press have none.</summary>
    public static bool HasSeat(this DelegationRole role) => role is not (DelegationRole.Security or DelegationRole.Support or DelegationRole.Press);
}
