using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events;

/// <summary>Why a session found no place at its new time.</summary>
public enum TrayReason
{
    /// <summary>The clocks of the place skip its start or end, or make it too short or too long.</summary>
    TimeSkipped,

    /// <summary>Another session has the room at that time.</summary>
    RoomTaken,

    /// <summary>It lies outside the days of the event.</summary>
    OutsideEvent,
}

/// <summary>A session that went to the tray.</summary>
/// <param name="Id">The session.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reason">Why.</param>
/// <param name="Room">The room that is taken by another event, or empty.</param>
public sealed record TraySession(Guid Id, LocalizedText Title, TrayReason Reason, LocalizedText Room);

/// <summary>What became of the draft of an event that moved.</summary>
/// <param name="Moved">Sessions that have their place at the new time.</param>
/// <param name="Tray">Sessions that found none.</param>
public sealed record ProgrammeMove(int Moved, IReadOnlyList<TraySession> Tray);

/// <summary>What becomes of the slots when the days of their event change.</summary>
public enum DatesChoice
{
    /// <summary>They move by as many days.</summary>
    Shift,

    /// <summary>They stay where they are, outside the event perhaps.</summary>
    Leave,
}

/// <summary>What stays when the zone of an event changes.</summary>
public enum ZoneChoice
{
    /// <summary>The clock on the wall: 10:00 stays 10:00.</summary>
    KeepClock,

    /// <summary>The instant: local times change.</summary>
    KeepInstant,
}

/// <summary>What the pages for postponing and cancelling name before anything is done.</summary>
/// <param name="Sides">Sides that were invited and have not said no.</param>
/// <param name="Persons">Persons of delegations who are registered.</param>
/// <param name="Letters">Mails that will wait in the outbox.</param>
/// <param name="Slots">Sessions that have a room and a time.</param>
/// <param name="StartsOn">The first day of the event.</param>
/// <param name="Version">Row version of the event.</param>
public sealed record EventImpact(int Sides, int Persons, int Letters, int Slots, DateOnly? StartsOn, uint Version);

/// <summary>A series with its editions.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Editions">By number; only those whose drafts the reader may read.</param>
/// <param name="CanPlan">Whether the reader may plan the next one.</param>
public sealed record SeriesDetails(Guid Id, LocalizedText Name, IReadOnlyList<EditionRow> Editions, bool CanPlan);

/// <summary>An edition of a series.</summary>
public sealed record EditionRow(Guid Id, int Edition, LocalizedText Title, EventStatus Status, EventDates Dates, LocalizedText City, LocalizedText? Country)
{
    /// <summary>Languages that stand in for a missing one, as the event says; empty for the portal's own order.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];
}

/// <summary>What is proposed for the next edition.</summary>
/// <param name="Form">Title, day, number and parts.</param>
/// <param name="Series">Name of the series that the event is in, or null where the next edition starts one.</param>
public sealed record CloneProposal(CloneForm Form, LocalizedText? Series);

/// <summary>A side as the next edition finds it.</summary>
/// <param name="Name">Its name on the new first day.</param>
/// <param name="Code">ISO code of a state, or null for an organisation.</param>
/// <param name="Then">In what capacity it was invited, or null where it was not.</param>
/// <param name="Now">In what capacity it is proposed, or null where it is not.</param>
/// <param name="Change">What became of it.</param>
public sealed record ProposedSideRow(LocalizedText Name, string? Code, Capacity? Then, Capacity? Now, SideChange Change);

/// <summary>What came of a clone.</summary>
/// <param name="EventId">The new event.</param>
/// <param name="Edition">Its number in the series, or null.</param>
/// <param name="Sessions">Sessions that came along.</param>
/// <param name="Placed">Those of them that have a room and a time.</param>
/// <param name="Tray">Those that found none at the new time.</param>
/// <param name="Sides">The invited sides anew; nothing was sent to them.</param>
public sealed record CloneOutcome(Guid EventId, int? Edition, int Sessions, int Placed, IReadOnlyList<TraySession> Tray, IReadOnlyList<ProposedSideRow> Sides);

/// <summary>What the page for templates shows.</summary>
/// <param name="Rooms">The event's rooms, in the order of the timetable.</param>
/// <param name="IsEmpty">Whether its programme is empty; a template is for an empty one only.</param>
public sealed record TemplateChoices(IReadOnlyList<Choice> Rooms, bool IsEmpty);

/// <summary>What came of a template.</summary>
/// <param name="Sessions">Sessions that were drafted.</param>
/// <param name="Placed">Those of them that have a room and a time.</param>
/// <param name="Tray">Those that found none.</param>
public sealed record TemplateOutcome(int Sessions, int Placed, IReadOnlyList<TraySession> Tray);
