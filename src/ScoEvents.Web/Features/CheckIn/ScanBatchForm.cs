using System.Text.Json.Serialization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.CheckIn;

/// <summary>What a device at a door tells of.</summary>
public sealed class ScanBatchForm
{
    /// <summary>The most scans at a time.</summary>
    public const int MaxScans = 100;

    // Until the year 2100.
    private const long LastMillisecond = 4_102_444_800_000;

    /// <summary>What the guard calls the device; 1 to <see cref="Domain.Accreditation.CheckIn.MaxDeviceLength"/> characters.</summary>
    public string? Device { get; set; }

    /// <summary>The scans, 1 to <see cref="MaxScans"/>.</summary>
    public IReadOnlyList<ScanForm>? Scans { get; set; }

    /// <summary>The device's name as it is kept.</summary>
    internal string DeviceName => PlainText.Clean(Device);

    /// <summary>Why it cannot be read, or null.</summary>
    internal Error? Check()
    {
        var isWell = DeviceName.Length is > 0 and <= Domain.Accreditation.CheckIn.MaxDeviceLength && !PlainText.HasForbiddenCharacters(Device)
            && Scans is { Count: > 0 and <= MaxScans } && Scans.All(IsWell) && Scans.DistinctBy(scan => scan.Id).Count() == Scans.Count;
        return isWell ? null : Error.Invalid(nameof(Scans), "check-in.batch", MaxScans, Domain.Accreditation.CheckIn.MaxDeviceLength);
    }

    private static bool IsWell(ScanForm? scan) =>
        scan is not null && scan.Id != Guid.Empty && Enum.IsDefined(scan.Direction) && scan.ScannedAt is >= 0 and <= LastMillisecond;
}

/// <summary>One scan.</summary>
public sealed class ScanForm
{
    /// <summary>Made on the device; a scan that is told twice is one.</summary>
    public Guid Id { get; set; }

    /// <summary>The text that was read; null where the person was looked up by name.</summary>
    public string? Payload { get; set; }

    /// <summary>The badge of the person who was looked up; null where a code was read.</summary>
    public Guid? BadgeId { get; set; }

    /// <summary>The zone behind the door; null for the entrance.</summary>
    public Guid? ZoneId { get; set; }

    /// <summary>Which way.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<CheckInDirection>))]
    public CheckInDirection Direction { get; set; }

    /// <summary>When, by the portal's clock as far as the device knows it; milliseconds since 1970.</summary>
    public long ScannedAt { get; set; }
}
