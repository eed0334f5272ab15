using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    /// <summary>A person who is not in the delegation.</summary>
    New,

    /// <summary>A person of the delegation of whom something changes.</summary>
    Changed,

    /// <summary>A person of the delegation as is.</summary>
    Same,

    /// <summary>Perhaps somebody of the delegation; a person has to say.</summary>
    Doubtful,

    /// <summary>Cannot be taken over.</summary>
    Refused,
}

/// <summary>Somebody of the delegation whom a row may mean, and how alike the names are, 0 to 1.</summary>
public sealed record Likeness(Guid Id, string Name, string? NativeName, double Degree);

/// <summary>A refusal of one cell; <paramref name="Meaning"/> is the column's, null where it is about the row.</summary>
public sealed record RowProblem(string? Meaning, Error Error);

/// <summary>A row and what becomes of it.</summary>
/// <param name="Number">The number that people see in the file.</param>
/// <param name="Name">Who, as the file writes it.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="PersonId">The person of the delegation who is meant; null for a new one.</param>
/// <param name="Form">What is registered or corrected.</param>
/// <param name="Changes">Meanings of the columns in which the person changes.</param>
/// <param name="Alike">Whom it may mean, the likeliest first.</param>
/// <param name="Problems">What it is refused for.</param>
public sealed record ImportedRow(
    int Number, string Name, RowOutcome Outcome, Guid? PersonId, DelegateForm Form, IReadOnlyList<string> Changes, IReadOnlyList<Likeness> Alike, IReadOnlyList<RowProblem> Problems);

/// <summary>What an import would do; nothing is written yet.</summary>
public sealed record DelegateImportPlan(IReadOnlyList<ImportedRow> Rows)
{
    /// <summary>How many rows have an outcome.</summary>
    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    /// <summary>Whether it can be carried out: something to do, nothing undecided.</summary>
    public bool IsReady => Count(RowOutcome.Doubtful) == 0 && Rows.Any(row => row.Outcome is RowOutcome.New or RowOutcome.Changed);
}

/// <summary>What the page has to know before a file is there.</summary>
public sealed record DelegateImportSetting(OwnInvitation Invitation, bool IsOpen, int Registered);

/// <summary>What was written.</summary>
public sealed record DelegateImportDone(int Added, int Changed);
