using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>A session of an event as its form shows it, with what the organiser can choose from.</summary>
/// <param name="Form">As stored, or empty for a new session.</param>
/// <param name="State">How certain it is.</param>
/// <param name="Documents">How many documents it has, those withdrawn included.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record SessionEdit(SessionForm Form, SessionState State, int Documents, SessionChoices Choices)
{
    /// <summary>Whether it has a place and time.</summary>
    public bool IsScheduled => Form.HasSlot;

    /// <summary>The classification as stored.</summary>
    public Classification MarkedAs { get; } = Form.MarkedAs;
}

/// <summary>What the form of a session offers.</summary>
/// <param name="Days">The days of the event.</param>
/// <param name="Rooms">The event's rooms.</param>
/// <param name="Speakers">Everybody who can be named.</param>
/// <param name="Tracks">The event's tracks in their order.</param>
/// <param name="Teams">The event's interpreter teams.</param>
/// <param name="IsClosed">Whether the event takes no more changes.</param>
public sealed record SessionChoices(
    IReadOnlyList<DateOnly> Days, IReadOnlyList<DraftRoom> Rooms, IReadOnlyList<DraftSpeaker> Speakers, IReadOnlyList<TrackChoice> Tracks,
    IReadOnlyList<TeamChoice> Teams, bool IsClosed);

/// <summary>A track that a session can belong to.</summary>
public sealed record TrackChoice(Guid Id, LocalizedText Name, TrackColor Color);

/// <summary>A team that can interpret a session.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">What those who prepare the event call it.</param>
/// <param name="Languages">Codes of the languages between which it interprets.</param>
public sealed record TeamChoice(Guid Id, string Name, IReadOnlyList<string> Languages);

/// <summary>A side that a speaker can belong to.</summary>
/// <param name="Id">The side.</param>
/// <param name="Name">Its name on the event's first day.</param>
/// <param name="IsState">False for an organisation.</param>
public sealed record SideChoice(Guid Id, LocalizedText Name, bool IsState);
