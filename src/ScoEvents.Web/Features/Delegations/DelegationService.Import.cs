using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>A person of a list: somebody of the delegation who is corrected, or null for somebody new.</summary>
public sealed record PersonEntry(Guid? PersonId, DelegateForm Form);

/// <summary>Takes whole lists over.</summary>
public sealed partial class DelegationService
{
    /// <summary>Corrects and registers persons, all or none, under one lock with the limits holding. Refused as <see cref="RegisterAsync(Actor, Guid, DelegateForm, CancellationToken)"/> and <see cref="CorrectAsync"/>; refusals of a person's field stand at <c>[index].Field</c>; <c>stale</c> where the delegation is not as it was seen.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The accepted invitation.</param>
    /// <param name="entries">Who, in the order of the list.</param>
    /// <param name="seen">Everybody who was in the delegation when the list was compared with it, with the version that was seen.</param>
    /// <param name="cancellationToken">Cancels the whole.</param>
    public Task<Result> ImportAsync(
        Actor actor, Guid invitationId, IReadOnlyList<PersonEntry> entries, IReadOnlyDictionary<Guid, uint> seen, CancellationToken cancellationToken) => ChangeAsync(
        actor, invitationId, isRegistration: true,
        async (context, desk) =>
        {
            var live = desk.Delegation.Live.ToDictionary(person => person.Id, person => person.Version);
            if (live.Count != seen.Count || live.Any(person => !seen.TryGetValue(person.Key, out var version) || version != person.Value))
            {
                return Error.Stale();
            }

            var errors = new List<Error>();
            // Looked up once for the whole list.
            var states = await StatesAsync(context, entries.Select(entry => entry.Form), cancellationToken);
            var cases = await CasesAsync(context, [.. entries.Select(entry => entry.PersonId).OfType<Guid>()], cancellationToken);
            // Corrections come first: they may free the part of the head for somebody new.
            foreach (var (entry, index) in entries.Select((entry, index) => (entry, index)).OrderBy(pair => pair.entry.PersonId is null).ThenBy(pair => pair.entry.Form.Role == Domain.Delegations.DelegationRole.Head))
            {
                Result done = entry.PersonId is { } personId
                    ? await CorrectAsync(context, desk, states, cases, personId, entry.Form, cancellationToken)
                    : await RegisterAsync(context, desk, states, entry.Form, cancellationToken);
                errors.AddRange(done.Errors.Select(error => error.At($"[{index}].{error.Field}")));
            }

            return errors.Count == 0 ? Result.Success : Result.Fail(errors);
        },
        cancellationToken);
}
