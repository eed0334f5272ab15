using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>Says what an import would do, without doing it.</summary>
public sealed class DelegateImportQueries(
    IDbContextFactory<ScoEventsDbContext> contexts, DelegationQueries delegations, DelegateImportWords words, FieldCipher cipher, IValidator<DelegateForm> rules)
{
    /// <summary>The delegation to import into. Refused: <c>not-found</c> also where the actor does not speak for the side.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<DelegateImportSetting>> GetSettingAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken)
    {
        var own = await delegations.OwnAsync(actor, invitationId, cancellationToken);
        return own.Error is { } refused ? refused : new DelegateImportSetting(own.Value.Invitation, own.Value.TakesPersons, own.Value.Persons.Count);
    }

    /// <summary>What would become of every row. Refused: <c>not-found</c>, <c>delegation.not-accepted</c>, <c>delegate-import.columns</c>, <c>delegate-import.column-twice</c>.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="table">The file as it was read.</param>
    /// <param name="form">What the columns hold, and who is meant.</param>
    /// <param name="cancellationToken">Cancels the comparing.</param>
    public async Task<Result<DelegateImportPlan>> PlanAsync(Actor actor, Guid invitationId, DelegateTable table, DelegateImportForm form, CancellationToken cancellationToken)
    {
        var seen = await SeeAsync(actor, invitationId, table, form, cancellationToken);
        return seen.Error is { } refused ? refused : seen.Value.Plan;
    }

    /// <summary>The names of all states in the reader's language, as the template offers them.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="language">Code of the language.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<IReadOnlyList<string>>> StateNamesAsync(Actor actor, Guid invitationId, string language, CancellationToken cancellationToken)
    {
        var setting = await GetSettingAsync(actor, invitationId, cancellationToken);
        if (setting.Error is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var names = await context.States.AsNoTracking().Select(state => state.Names).ToListAsync(cancellationToken);
        return Result.Ok<IReadOnlyList<string>>([.. names.Select(name => name.In(language)).Order(ReaderOrder.In(language))]);
    }

    internal async Task<Result<(DelegateImportPlan Plan, OwnDelegation Own)>> SeeAsync(
        Actor actor, Guid invitationId, DelegateTable table, DelegateImportForm form, CancellationToken cancellationToken)
    {
        var own = await delegations.OwnAsync(actor, invitationId, cancellationToken);
        if (own.Error is { } refused)
        {
            return refused;
        }

        if (own.Value.DelegationId is not { } delegationId)
        {
            return Domain.Delegations.DelegationErrors.NotAccepted();
        }

        if (form.Missing.Count > 0)
        {
            return Error.Invalid(nameof(form.Columns), "delegate-import.columns");
        }

        if (form.Twice.Count > 0 || form.Columns.OfType<string>().Except(DelegateHeadings.Meanings, StringComparer.Ordinal).Any())
        {
            return Error.Invalid(nameof(form.Columns), "delegate-import.column-twice");
        }

        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var passports = await context.Delegates.AsNoTracking().Where(person => person.DelegationId == delegationId && person.WithdrawnAt == null)
            .Select(person => new { person.Id, person.Passport }).ToDictionaryAsync(person => person.Id, person => person.Passport, cancellationToken);
        var delegation = new ImportedDelegation(
            [.. own.Value.Persons.Select(person => (person, passports.GetValueOrDefault(person.Id) is { Envelope.Length: > 0 } kept ? cipher.Reveal(kept, person.Id) : null))],
            own.Value.Invitation.Quota, EventZone.Find(own.Value.Invitation.Event.TimeZone));
        var reader = new DelegateRowReader(words, [.. form.Columns], await StatesAsync(context, cancellationToken));
        var plan = await Task.Run(() => new DelegateImportPlanner(reader, delegation, rules, form.Decisions).Plan(table.Rows, cancellationToken), cancellationToken);
        return (plan, own.Value);
    }

    // By every name that a state has or had in any of the five languages, and by its code.
    private static async Task<Dictionary<string, Guid>> StatesAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var state in await context.States.AsNoTracking().Select(state => new { state.Id, state.Iso2, state.Names, state.NameHistory }).ToListAsync(cancellationToken))
        {
            found.TryAdd(DelegateImportWords.Plain(state.Iso2), state.Id);
            foreach (var name in state.Names.Concat(state.NameHistory.SelectMany(period => period.Names)))
            {
                found.TryAdd(DelegateImportWords.Plain(name.Value), state.Id);
            }
        }

        return found;
    }
}
