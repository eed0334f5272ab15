using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Venues;

/// <summary>The rooms of an event and what can be added to them.</summary>
/// <param name="Rooms">In the order of the timetable's columns.</param>
/// <param name="Used">The venues in which they are, in the order of their first room.</param>
/// <param name="OtherRooms">Rooms of the secretariat's venues that the event does not use; empty for those who may not change it.</param>
/// <param name="Venues">The secretariat's venues; empty for those who may not change it.</param>
public sealed record EventVenue(
    IReadOnlyList<EventRoomRow> Rooms, IReadOnlyList<VenueChoice> Used, IReadOnlyList<RoomChoice> OtherRooms, IReadOnlyList<VenueChoice> Venues);

/// <summary>A room of an event.</summary>
/// <param name="RoomId">The room.</param>
/// <param name="Name">Its name.</param>
/// <param name="VenueId">Its venue.</param>
/// <param name="Venue">Its venue's name.</param>
/// <param name="Address">Its venue's address, or empty.</param>
/// <param name="Capacity">Persons, or null where it is not known.</param>
/// <param name="Booths">Interpretation booths.</param>
/// <param name="Clearance">The strictest classification that may be spoken of in it, or null for any.</param>
/// <param name="HasHours">Whether it can be booked at some hours only.</param>
/// <param name="Sessions">Sessions of the event's draft that are placed in it.</param>
public sealed record EventRoomRow(
    Guid RoomId, LocalizedText Name, Guid VenueId, LocalizedText Venue, LocalizedText Address, int? Capacity, int Booths, Classification? Clearance, bool HasHours, int Sessions);

/// <summary>A room that an event can use.</summary>
public sealed record RoomChoice(Guid RoomId, LocalizedText Name, LocalizedText Venue, int? Capacity);

/// <summary>A venue in which a room can be added.</summary>
public sealed record VenueChoice(Guid VenueId, LocalizedText Name, LocalizedText Address);

/// <summary>A room as its form shows it.</summary>
/// <param name="Form">As stored.</param>
/// <param name="Venue">Name of its venue.</param>
/// <param name="OtherEvents">How many other events of the secretariat use it.</param>
public sealed record RoomEdit(RoomEditForm Form, LocalizedText Venue, int OtherEvents);

/// <summary>A venue as its form shows it.</summary>
/// <param name="Form">As stored.</param>
/// <param name="OtherEvents">How many other events of the secretariat use rooms of it.</param>
public sealed record VenueEdit(VenueEditForm Form, int OtherEvents);
