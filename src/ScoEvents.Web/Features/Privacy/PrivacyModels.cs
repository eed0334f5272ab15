using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Exports.Persons;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>What personal data an event keeps, until when, and what was taken away.</summary>
/// <param name="KeptUntil">Last day on which passport data are kept; null while nobody set one.</param>
/// <param name="IsOver">Whether the event is over, so that a purge can be asked for.</param>
/// <param name="Left">What is kept now, by kind: passports, stays, photos, mandates.</param>
/// <param name="Proofs">Latest first.</param>
public sealed record EventPrivacy(DateOnly? KeptUntil, bool IsOver, IReadOnlyDictionary<string, int> Left, IReadOnlyList<ProofLine> Proofs, PersonSearch Search)
{
    /// <summary>Whether a purge would take anything away.</summary>
    public bool HasAnything => Left.Values.Any(count => count > 0);
}

/// <summary>One purge.</summary>
/// <param name="At">In the event's zone.</param>
/// <param name="By">Name, or null where the portal did it on its day.</param>
public sealed record ProofLine(Guid Id, PurgeKind Kind, DateTimeOffset At, string? By, bool IsByPortal, IReadOnlyDictionary<string, int> Counts, string Proof);

/// <summary>The persons of a name.</summary>
/// <param name="HasMore">Whether more fit than are shown.</param>
public sealed record PersonSearch(IReadOnlyList<FoundPerson> Persons, bool HasMore);

/// <summary>A person to export or erase.</summary>
public sealed record FoundPerson(Guid Id, string Name, string? NativeName, DelegationRole Role, SideLabel Side, bool IsErased, bool IsLive);

/// <summary>What is kept of a person, with the name of its file.</summary>
public sealed record PersonFile(string FileName, PersonArchive Archive);
