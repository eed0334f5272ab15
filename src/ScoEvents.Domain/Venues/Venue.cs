using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Venues;

/// <summary>A building or site with rooms, kept by a secretariat for all its events.</summary>
public sealed class Venue
{
    /// <summary>The longest form of a name, in UTF-16 units.</summary>
    public const int MaxNameLength = 160;

    private readonly List<Room> _rooms = [];

    private Venue()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The secretariat that keeps it.</summary>
    public Guid SecretariatId { get; private set; }

    /// <summary>Its name in at least one language.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Its rooms.</summary>
    public IReadOnlyList<Room> Rooms => _rooms;

    /// <summary>Makes a venue. Refused: <c>venue.name-missing</c>, <c>venue.name-too-long</c>, <c>characters</c>.</summary>
    public static Result<Venue> Create(Guid secretariatId, LocalizedText name)
    {
        if (name.IsEmpty)
        {
            return Error.Invalid("VenueName", "venue.name-missing");
        }

        if (name.HasForbiddenCharacters())
        {
            return Error.Characters("VenueName");
        }

        return name.LongestLength > MaxNameLength
            ? Error.Invalid("VenueName", "venue.name-too-long", MaxNameLength)
            : new Venue { Id = Guid.CreateVersion7(), SecretariatId = secretariatId, Name = name };
    }

    /// <summary>Adds a room. Refused: <c>room.name-missing</c>, <c>room.name-too-long</c>, <c>room.name-taken</c>, <c>room.capacity-out-of-range</c>, <c>characters</c>.</summary>
    public Result<Room> AddRoom(LocalizedText name, int? capacity)
    {
        if (name.IsEmpty)
        {
            return Error.Invalid("Name", "room.name-missing");
        }

        if (name.LongestLength > MaxNameLength)
        {
            return Error.Invalid("Name", "room.name-too-long", MaxNameLength);
        }

        if (name.HasForbiddenCharacters())
        {
            return Error.Characters("Name");
        }

        if (capacity is < 1 or > Room.MaxCapacity)
        {
            return Error.Invalid("Capacity", "room.capacity-out-of-range", Room.MaxCapacity);
        }

        if (_rooms.Exists(room => room.Name.Equals(name)))
        {
            return Error.Invalid("Name", "room.name-taken");
        }

        var added = new Room(Id, name, capacity);
        _rooms.Add(added);
        return added;
    }
}

/// <summary>A room in which one session at a time takes place.</summary>
public sealed class Room
{
    /// <summary>The largest capacity, in persons.</summary>
    public const int MaxCapacity = 20_000;

    private Room()
    {
    }

    internal Room(Guid venueId, LocalizedText name, int? capacity)
    {
        Id = Guid.CreateVersion7();
        VenueId = venueId;
        Name = name;
        Capacity = capacity;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The venue.</summary>
    public Guid VenueId { get; private set; }

    /// <summary>Its name in at least one language; different from its neighbors'.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>Persons it holds, 1 to <see cref="MaxCapacity"/>, or null where it is not known.</summary>
    public int? Capacity { get; private set; }
}
