using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Venues;

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

    internal Room(Guid venueId) => (Id, VenueId) = (Guid.CreateVersion7(), venueId);

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

    internal void Apply(RoomFacts facts)
    {
        (Name, Capacity, Booths, Clearance) = (facts.Name, facts.Capacity, facts.Booths, facts.Clearance);
        CapacityByLayout = facts.CapacityByLayout.OrderBy(pair => pair.Key).ToDictionary();
        BookableHours = [.. facts.BookableHours.OrderBy(hours => hours.Day is { } day ? (int)day : -1).ThenBy(hours => hours.From)];
    }
}

/// <summary>What an organiser says of a room; see <see cref="Room"/> for the meaning of each part.</summary>
/// <param name="Name">The name in at least one language.</param>
/// <param name="Capacity">Persons it holds at most, or null where it is not known.</param>
public sealed record RoomFacts(LocalizedText Name, int? Capacity)
{
    /// <summary>Persons it holds in a layout, where that is known.</summary>
    public IReadOnlyDictionary<RoomLayout, int> CapacityByLayout { get; init; } = new Dictionary<RoomLayout, int>();

    /// <summary>When it can be booked; empty for always.</summary>
    public IReadOnlyList<BookableHours> BookableHours { get; init; } = [];

    /// <summary>Interpretation booths.</summary>
    public int Booths { get; init; }

    /// <summary>The strictest classification that may be spoken of in it, or null for any.</summary>
    public Classification? Clearance { get; init; }
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

internal static class RoomRules
{
    public static IEnumerable<Error> Errors(RoomFacts facts)
    {
        if (facts.Name.IsEmpty)
        {
            yield return Error.Invalid("Name", "room.name-missing");
        }
        else if (facts.Name.LongestLength > Venue.MaxNameLength)
        {
            yield return Error.Invalid("Name", "room.name-too-long", Venue.MaxNameLength);
        }
        else if (facts.Name.HasForbiddenCharacters())
        {
            yield return Error.Characters("Name");
        }

        if (facts.Capacity is < 1 or > Room.MaxCapacity)
        {
            yield return Error.Invalid("Capacity", "room.capacity-out-of-range", Room.MaxCapacity);
        }

        foreach (var (layout, persons) in facts.CapacityByLayout)
        {
            var field = $"Layouts[{(int)layout}].Persons";
            if (persons is < 1 or > Room.MaxCapacity)
            {
                yield return Error.Invalid(field, "room.capacity-out-of-range", Room.MaxCapacity);
            }
            else if (persons > facts.Capacity)
            {
                yield return Error.Invalid(field, "room.layout-above-capacity", facts.Capacity.Value);
            }
        }

        if (facts.Booths is < 0 or > Room.MaxBooths)
        {
            yield return Error.Invalid("Booths", "room.booths-out-of-range", Room.MaxBooths);
        }

        for (var i = 0; i < facts.BookableHours.Count; i++)
        {
            var hours = facts.BookableHours[i];
            if (RoomHours.End(hours) <= hours.From.ToTimeSpan())
            {
                yield return Error.Invalid($"Hours[{i}].To", "room.hours-empty");
            }
            else if (facts.BookableHours.Take(i).Any(other => other.Day == hours.Day && other.From.ToTimeSpan() < RoomHours.End(hours) && hours.From.ToTimeSpan() < RoomHours.End(other)))
            {
                yield return Error.Invalid($"Hours[{i}].From", "room.hours-overlap");
            }
        }
    }
}
