using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Exports;

/// <summary>What can be chosen for the files of an event.</summary>
/// <param name="Zone">IANA name; null where the event has none yet, and then nothing can be exported.</param>
/// <param name="Releases">Latest first.</param>
/// <param name="Presets">By name.</param>
public sealed record ExportChoices(string? Zone, IReadOnlyList<ExportRelease> Releases, IReadOnlyList<ExportPresetRow> Presets);

/// <summary>A release to choose.</summary>
/// <param name="PublishedAt">In the event's zone.</param>
public sealed record ExportRelease(int Number, DateTimeOffset PublishedAt);

/// <summary>A saved choice.</summary>
/// <param name="Options">As a query of an address; see <see cref="ExportForm.Parse(string)"/>.</param>
public sealed record ExportPresetRow(Guid Id, string Name, string Options);

/// <summary>A room or track to choose.</summary>
public sealed record ExportChoice(Guid Id, LocalizedText Name);

/// <summary>What a file would hold.</summary>
/// <param name="Sessions">All of them.</param>
/// <param name="Hidden">Those of them that only say that they take place.</param>
/// <param name="Classification">The marking of the file.</param>
/// <param name="Days">Days of the whole agenda.</param>
/// <param name="Rooms">Rooms of the whole agenda, in the order of their columns.</param>
/// <param name="Tracks">Tracks of the whole agenda.</param>
public sealed record ExportPreview(
    int Sessions, int Hidden, Classification Classification, IReadOnlyList<DateOnly> Days, IReadOnlyList<ExportChoice> Rooms, IReadOnlyList<ExportChoice> Tracks);
