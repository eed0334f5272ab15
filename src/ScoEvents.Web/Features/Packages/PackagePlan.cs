using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Packages;

/// <summary>What a package holds; the words of each are in <see cref="PackageTexts"/>.</summary>
public enum PackagePart
{
    /// <summary>Sessions, placed or not.</summary>
    Sessions,

    /// <summary>Speakers, the only persons that travel.</summary>
    Speakers,

    /// <summary>Documents of sessions, whatever number of versions each has.</summary>
    Documents,

    /// <summary>Tracks.</summary>
    Tracks,

    /// <summary>Teams of interpreters.</summary>
    Interpreters,

    /// <summary>Releases of the programme.</summary>
    Releases,

    /// <summary>Buildings, which events share.</summary>
    Venues,

    /// <summary>Rooms, which events share.</summary>
    Rooms,
}

/// <summary>How much of one kind is in a package.</summary>
/// <param name="Part">The kind.</param>
/// <param name="Count">How many are in the file.</param>
/// <param name="Here">How many of them are in this portal already and stay as they are; null where the kind belongs to one event only.</param>
public sealed record PackagePlanRow(PackagePart Part, int Count, int? Here);

/// <summary>What taking a package in would do.</summary>
/// <param name="Title">The event's title.</param>
/// <param name="Dates">Its days.</param>
/// <param name="Secretariat">Name of the secretariat it would belong to; null where this portal has none such.</param>
/// <param name="Rows">How much of everything.</param>
public sealed record PackagePlan(LocalizedText Title, EventDates Dates, LocalizedText? Secretariat, IReadOnlyList<PackagePlanRow> Rows)
{
    /// <summary>The event that is here in its place, where the actor may open it; else null.</summary>
    public Guid? HereId { get; init; }

    /// <summary>Why nothing would be written; null where the event can be taken in.</summary>
    public Error? Refusal { get; init; }
}
