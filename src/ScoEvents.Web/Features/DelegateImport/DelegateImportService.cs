using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>Carries an import out: all of it in one transaction under the delegation's lock, or nothing.</summary>
public sealed class DelegateImportService(DelegateImportQueries queries, DelegationService delegations)
{
    /// <summary>Registers the new and corrects the changed persons. Refused: <c>not-found</c>, <c>stale</c> where the delegation changed meanwhile, <c>delegate-import.undecided</c>, <c>delegate-import.refused-rows</c>, <c>delegate-import.nothing</c>, and at <c>Rows[number].Field</c> what a registration refuses.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The accepted invitation.</param>
    /// <param name="table">The file as it was read.</param>
    /// <param name="form">What the columns hold, who is meant, and whether refused rows are left out.</param>
    /// <param name="cancellationToken">Cancels the whole.</param>
    public async Task<Result<DelegateImportDone>> ApplyAsync(Actor actor, Guid invitationId, DelegateTable table, DelegateImportForm form, CancellationToken cancellationToken)
    {
        var seen = await queries.SeeAsync(actor, invitationId, table, form, cancellationToken);
        if (seen.Error is { } refused)
        {
            return refused;
        }

        var (plan, own) = seen.Value;
        if (plan.Count(RowOutcome.Doubtful) is > 0 and var open)
        {
            return Error.Refused("delegate-import.undecided", open);
        }

        if (plan.Count(RowOutcome.Refused) is > 0 and var wrong && !form.LeavesOutRefused)
        {
            return Error.Refused("delegate-import.refused-rows", wrong);
        }

        var rows = plan.Rows.Where(row => row.Outcome is RowOutcome.New or RowOutcome.Changed).ToList();
        if (rows.Count == 0)
        {
            return Error.Refused("delegate-import.nothing");
        }

        var written = await delegations.ImportAsync(
            actor, invitationId, [.. rows.Select(row => new PersonEntry(row.PersonId, row.Form))], own.Persons.ToDictionary(person => person.Id, person => person.Version), cancellationToken);
        return written.IsSuccess
            ? new DelegateImportDone(plan.Count(RowOutcome.New), plan.Count(RowOutcome.Changed))
            : Result<DelegateImportDone>.Fail([.. written.Errors.Select(error => At(error, rows))]);
    }

    // The service speaks of the n-th entry, the page of rows of the file.
    private static Error At(Error error, List<ImportedRow> rows)
    {
        if (error.Field is not ['[', ..] field || field.IndexOf(']', StringComparison.Ordinal) is not (> 1 and var end))
        {
            return error;
        }

        var row = rows[int.Parse(field[1..end], System.Globalization.CultureInfo.InvariantCulture)].Number;
        return error.At(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Rows[{row}]{field[(end + 1)..]}"));
    }
}
