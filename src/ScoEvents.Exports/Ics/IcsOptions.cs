namespace ScoEvents.Exports.Ics;

/// <summary>What a calendar needs to know of the portal that writes it.</summary>
public sealed record IcsOptions
{
    /// <summary>
    /// Host behind the @ of every UID. It must never change once calendars were handed out, not even when the
    /// portal moves to another address: a new UID is a new session in every phone.
    /// </summary>
    public required string UidHost { get; init; }

    /// <summary>Identifier of the producing program.</summary>
    public string ProductId { get; init; } = "-//ScoEvents//Agenda//EN";

    /// <summary>How often subscribers should ask again; at least a minute.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromHours(1);
}
