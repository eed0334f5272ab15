using System.Text.Json.Serialization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.CheckIn;

/// <summary>What the page at the door says of its event.</summary>
public sealed record DoorHead(Guid EventId, LocalizedText Title, string TimeZone);

/// <summary>Everything a device needs to judge badges without a network, and the least it needs to show whose they are. Times are milliseconds since 1970.</summary>
public sealed record DoorState(
    long Time, DoorDays Days, IReadOnlyDictionary<string, string> Keys, IReadOnlyList<DoorZone> Zones, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> Sides,
    IReadOnlyList<DoorBadge> Badges, IReadOnlyDictionary<Guid, long> Revoked, IReadOnlyList<Guid> Replaced, IReadOnlyList<DoorPassage> Presence, DoorCounts Counts, string Stamp, long ForgetAt);

/// <summary>What has changed since a device last asked; a new <paramref name="Stamp"/> says that it must load everything anew.</summary>
public sealed record DoorPulse(long Time, IReadOnlyDictionary<Guid, long> Revoked, IReadOnlyList<Guid> Replaced, IReadOnlyList<DoorPassage> Presence, DoorCounts Counts, string Stamp);

/// <summary>The days of the event, half-open.</summary>
public sealed record DoorDays(long From, long Until);

/// <summary>A zone, its name by language.</summary>
public sealed record DoorZone(Guid Id, IReadOnlyDictionary<string, string> Name);

/// <summary>A valid badge and the least of its bearer.</summary>
public sealed record DoorBadge(
    Guid Id, int Serial, string Name, string? Native, Guid SideId, [property: JsonConverter(typeof(JsonStringEnumConverter<DelegationRole>))] DelegationRole Role, long From, long Until,
    IReadOnlyList<uint> Zones);

/// <summary>Where a badge was last let in or out.</summary>
public sealed record DoorPassage(
    Guid BadgeId, Guid? ZoneId, [property: JsonConverter(typeof(JsonStringEnumConverter<CheckInDirection>))] CheckInDirection Direction, long At, string Device);

/// <summary>How many have come, how many badges are valid, and how many are inside the entrance and each zone.</summary>
public sealed record DoorCounts(int Admitted, int Badges, int Inside, IReadOnlyDictionary<Guid, int> Zones);

/// <summary>What became of the scans of a batch.</summary>
public sealed record ScanAnswers(IReadOnlyList<ScanAnswer> Results);

/// <summary>What became of one scan; <paramref name="Reason"/> is a code where it was refused.</summary>
public sealed record ScanAnswer(
    Guid Id, [property: JsonConverter(typeof(JsonStringEnumConverter<CheckInOutcome>))] CheckInOutcome Outcome, string? Reason, Guid? BadgeId);

/// <summary>What staff sees of the doors of an event.</summary>
public sealed record DoorBoard(DoorCounts Counts, IReadOnlyList<DoorZone> Zones, IReadOnlyList<ScanRow> Rows, int Page, int PageCount, string TimeZone);

/// <summary>One scan; <paramref name="Name"/> and <paramref name="Side"/> are null where no badge was read.</summary>
public sealed record ScanRow(
    Guid Id, DateTimeOffset ScannedAt, DateTimeOffset ReceivedAt, string? Name, SideLabel? Side, Guid? ZoneId, CheckInDirection Direction, CheckInOutcome Outcome, string? Reason,
    string Device);
