using ScoEvents.Domain.Documents;
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

    /// <summary>Where it lies, or empty.</summary>
    public LocalizedText Address { get; private set; } = LocalizedText.Empty;

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

    /// <summary>The most interpretation booths.</summary>
    public const int MaxBooths = 20;

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

    /// <summary>Persons it holds at most, 1 to <see cref="MaxCapacity"/>, or null where it is not known.</summary>
    public int? Capacity { get; private set; }

    /// <summary>Persons it holds in a layout, where that is known.</summary>
    public IReadOnlyDictionary<RoomLayout, int> CapacityByLayout { get; private set; } = new Dictionary<RoomLayout, int>();

    /// <summary>When it can be booked, by the clock of the place; empty for always.</summary>
    public IReadOnlyList<BookableHours> BookableHours { get; private set; } = [];

    /// <summary>Interpretation booths, 0 to <see cref="MaxBooths"/>.</summary>
    public int Booths { get; private set; }

    /// <summary>The strictest classification that may be spoken of in it, or null for any.</summary>
    public Classification? Clearance { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }
}

/// <summary>How a room is furnished.</summary>
public enum RoomLayout
{
    /// <summary>Rows of chairs.</summary>
    Theatre,

    /// <summary>Rows of tables.</summary>
    Classroom,

    /// <summary>Tables on three sides.</summary>
    UShape,

    /// <summary>One table.</summary>
    Boardroom,

    /// <summary>Round tables open to the front.</summary>
    Cabaret,

    /// <summary>Round tables.</summary>
    Banquet,

    /// <summary>No furniture.</summary>
    Standing,
}

/// <summary>A stretch of the day in which a room can be booked, by the clock of the place; half-open.</summary>
/// <param name="Day">The day of the week, or null for every day.</param>
/// <param name="From">The first minute.</param>
/// <param name="To">The first minute after it; midnight is the end of the day.</param>
public sealed record BookableHours(DayOfWeek? Day, TimeOnly From, TimeOnly To);
