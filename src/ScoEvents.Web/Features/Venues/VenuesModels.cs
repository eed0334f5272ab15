using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Venues;

/// <summary>The rooms of an event and what can be added to them.</summary>
/// <param name="Rooms">In the order of the timetable's columns.</param>
/// <param name="OtherRooms">Rooms of the secretariat's venues that the event does not use; empty for those who may not change it.</param>
/// <param name="Venues">The secretariat's venues; empty for those who may not change it.</param>
public sealed record EventVenue(IReadOnlyList<EventRoomRow> Rooms, IReadOnlyList<RoomChoice> OtherRooms, IReadOnlyList<VenueChoice> Venues);

/// <summary>A room of an event.</summary>
/// <param name="RoomId">The room.</param>
/// <param name="Name">Its name.</param>
/// <param name="Venue">Its venue's name.</param>
/// <param name="Capacity">Persons, or null where it is not known.</param>
/// <param name="Sessions">Sessions of the event's draft that are placed in it.</param>
public sealed record EventRoomRow(Guid RoomId, LocalizedText Name, LocalizedText Venue, int? Capacity, int Sessions);

/// <summary>A room that an event can use.</summary>
public sealed record RoomChoice(Guid RoomId, LocalizedText Name, LocalizedText Venue, int? Capacity);

/// <summary>A venue in which a room can be added.</summary>
public sealed record VenueChoice(Guid VenueId, LocalizedText Name);
