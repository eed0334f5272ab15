namespace ScoEvents.Domain.States;

/// <summary>The standing of a state in the SCO.</summary>
/// <remarks>Since 1 September 2025 observer and dialogue partner are one status, SCO partner (Tianjin Declaration).</remarks>
public enum StateStatus
{
    /// <summary>Member state.</summary>
    Member,

    /// <summary>Observer state, until 1 September 2025.</summary>
    Observer,

    /// <summary>Dialogue partner, until 1 September 2025.</summary>
    DialoguePartner,

    /// <summary>SCO partner, since 1 September 2025.</summary>
    Partner,
}
