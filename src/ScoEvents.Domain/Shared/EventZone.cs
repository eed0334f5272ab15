namespace ScoEvents.Domain.Shared;

/// <summary>The time zone of a place, by its IANA name, and the only door between local and universal time.</summary>
public sealed class EventZone
{
    private readonly TimeZoneInfo _zone;

    private EventZone(string id, TimeZoneInfo zone)
    {
        Id = id;
        _zone = zone;
    }

    /// <summary>The IANA name, such as <c>Asia/Kolkata</c>.</summary>
    public string Id { get; }

    /// <summary>The zone's rules as .NET knows them.</summary>
    public TimeZoneInfo Rules => _zone;

    /// <summary>Finds a zone by its IANA name, exactly spelled; null for an unknown name, an empty one, a Windows name, or a file of the machine's zone folder that is no zone.</summary>
    public static EventZone? Find(string? id) =>
        !string.IsNullOrWhiteSpace(id) && id.Length <= MaxIdLength && !IsFileOnly(id)
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId && zone.Id == id
            ? new EventZone(id, zone)
            : null;

    /// <summary>The longest name that is kept, in characters.</summary>
    public const int MaxIdLength = 64;

    /// <summary>The local date and time at an instant.</summary>
    public DateTime ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    /// <summary>The instant of a local date and time; null where the clocks skip it. Where they repeat it, the first of the two.</summary>
    public DateTimeOffset? ToInstant(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        if (_zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        // The first and the last hours of the calendar have no instant of their own in most zones.
        return new DateTimeOffset(Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    /// <summary>The stretch from the first instant of a day to the first instant after another, both in this zone.</summary>
    public TimeInterval Days(DateOnly first, DateOnly last) => new(StartOfDay(first), last == DateOnly.MaxValue ? DateTimeOffset.MaxValue : StartOfDay(last.AddDays(1)));

    /// <summary>The first instant of a day in this zone, also where midnight is skipped by a clock change.</summary>
    public DateTimeOffset StartOfDay(DateOnly day)
    {
        for (var minutes = 0; ; minutes += 15)
        {
            if (ToInstant(day, TimeOnly.MinValue.AddMinutes(minutes)) is { } instant)
            {
                return instant;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    // What lies beside the zones on a Unix machine: its own zone, rule files, and copies that count leap seconds.
    private static bool IsFileOnly(string id) =>
        id is "localtime" or "posixrules" or "Factory" || id.StartsWith("posix/", StringComparison.Ordinal) || id.StartsWith("right/", StringComparison.Ordinal);
}
