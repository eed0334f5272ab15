using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Auditing;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Shows passport numbers to those who may see them, and writes down every look.</summary>
public sealed class PassportService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, FieldCipher cipher)
{
    /// <summary>What the trail calls a look at a number.</summary>
    public const string Viewed = "Viewed";

    /// <summary>The shortest reason, in UTF-16 units.</summary>
    public const int MinReasonLength = 5;

    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int MaxReasonLength = 200;

    /// <summary>The number of a person's passport. Refused: <c>not-found</c>, <c>forbidden</c>, <c>passport.reason</c> and <c>characters</c> at the reason, <c>passport.none</c>.</summary>
    /// <param name="actor">A focal point of the person's side, or a registrar of the event; nobody else.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="delegateId">Whose.</param>
    /// <param name="reason">What for; kept in the trail with who, when and whose.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    public async Task<Result<string>> RevealAsync(Actor actor, Guid eventId, Guid delegateId, string? reason, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var found = await context.Delegates.AsNoTracking().Where(person => person.Id == delegateId && person.EventId == eventId)
            .Select(person => new { person.SideId, person.Passport, SecretariatId = context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.SecretariatId).Single() })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Error.NotFound();
        }

        if (!reach.SpeaksFor(eventId, found.SideId) && !reach.CanSeePassports(new EventScope(eventId, found.SecretariatId)))
        {
            return Error.Forbidden();
        }

        var why = PlainText.Clean(reason);
        if (why.Length is < MinReasonLength or > MaxReasonLength)
        {
            return Error.Invalid("Reason", "passport.reason", MinReasonLength, MaxReasonLength);
        }

        if (PlainText.HasForbiddenCharacters(why))
        {
            return Error.Characters("Reason");
        }

        if (found.Passport.Envelope.Length == 0)
        {
            return Error.Refused("passport.none");
        }

        // Written down before it is shown: a look that left no trace must not have been one.
        context.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetUtcNow(),
            ActorId = actor.UserId,
            EventId = eventId,
            Entity = nameof(Domain.Delegations.Delegate),
            EntityId = delegateId.ToString(),
            Action = Viewed,
            Changes = JsonSerializer.Serialize(new Dictionary<string, string?[]> { ["Passport.Envelope"] = [null, why] }),
        });
        await context.SaveChangesAsync(cancellationToken);
        return cipher.Reveal(found.Passport, delegateId);
    }
}
