using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Venues;

/// <summary>A building or site with rooms, kept by a secretariat for all its events.</summary>
public sealed class Venue
{
    /// <summary>The longest form of a name, in UTF-16 units.</summary>
    public const int MaxNameLength = 160;

    /// <summary>The longest form of an address, in UTF-16 units.</summary>
    public const int MaxAddressLength = 300;

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

    /// <summary>Changes name and address. Refused: <c>venue.name-missing</c>, <c>venue.name-too-long</c>, <c>venue.address-too-long</c>, <c>characters</c>.</summary>
    public Result Describe(LocalizedText name, LocalizedText address)
    {
        var errors = new List<Error>();
        if (name.IsEmpty)
        {
            errors.Add(Error.Invalid("Name", "venue.name-missing"));
        }
        else if (name.LongestLength > MaxNameLength)
        {
            errors.Add(Error.Invalid("Name", "venue.name-too-long", MaxNameLength));
        }
        else if (name.HasForbiddenCharacters())
        {
            errors.Add(Error.Characters("Name"));
        }

        if (address.LongestLength > MaxAddressLength)
        {
            errors.Add(Error.Invalid("Address", "venue.address-too-long", MaxAddressLength));
        }
        else if (address.HasForbiddenCharacters())
        {
            errors.Add(Error.Characters("Address"));
        }

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        (Name, Address) = (name, address);
        return Result.Success;
    }

    /// <summary>Adds a room of which no more is known. Refused: <c>room.name-missing</c>, <c>room.name-too-long</c>, <c>room.name-taken</c>, <c>room.capacity-out-of-range</c>, <c>characters</c>.</summary>
    public Result<Room> AddRoom(LocalizedText name, int? capacity)
    {
        var added = new Room(Id);
        var described = Describe(added, new RoomFacts(name, capacity));
        if (described.Error is { } wrong)
        {
            return wrong;
        }

        _rooms.Add(added);
        return added;
    }

    /// <summary>Changes a room. Refused: <c>not-found</c>, as <see cref="AddRoom"/>, and <c>room.layout-above-capacity</c>, <c>room.hours-empty</c>, <c>room.hours-overlap</c>, <c>room.booths-out-of-range</c>.</summary>
    /// <param name="roomId">A room of this venue.</param>
    /// <param name="facts">All of it.</param>
    public Result ChangeRoom(Guid roomId, RoomFacts facts) =>
        _rooms.Find(room => room.Id == roomId) is { } changed ? Describe(changed, facts) : Error.NotFound();

    private Result Describe(Room room, RoomFacts facts)
    {
        var errors = RoomRules.Errors(facts).ToList();
        if (errors.Count == 0 && _rooms.Exists(neighbor => neighbor.Id != room.Id && neighbor.Name.Equals(facts.Name)))
        {
            errors.Add(Error.Invalid("Name", "room.name-taken"));
        }

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        room.Apply(facts);
        return Result.Success;
    }
}
