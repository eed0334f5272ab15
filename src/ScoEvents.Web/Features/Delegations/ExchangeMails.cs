using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Web.Features.Mail;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Lets the programme follow when a person leaves a delegation, and tells the organisers of the event; all in the transaction of the act itself.</summary>
public sealed class ExchangeMails(ExchangeWriter writer)
{
    /// <summary>Hands places of the draft on and writes to the organisers. The caller saves.</summary>
    /// <param name="context">Opened for a focal point of the side, in the transaction in which the person left.</param>
    /// <param name="planned">The event.</param>
    /// <param name="exchange">Who left, and who came.</param>
    /// <param name="before">How far the one who left was.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task FollowAsync(
        ScoEventsDbContext context, ScoEvent planned, Exchange exchange, AccreditationState before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = await ProgrammeSuccession.PlanAsync(context, planned, exchange, locks: true, now, cancellationToken);
        var affected = exchange.Comes is { } comes ? ProgrammeSuccession.Apply(context, plan, comes, now) : plan.Sessions;
        // Whom the side had not handed in nobody had counted on, unless the programme had.
        if (before == AccreditationState.Draft && affected.Count == 0)
        {
            return;
        }

        var sides = await context.SidesAsync([exchange.Leaves.SideId], cancellationToken);
        var side = sides[exchange.Leaves.SideId].LabelOn(planned.StartsOn);
        foreach (var organiser in await OrganisersAsync(context, planned, now, cancellationToken))
        {
            context.OutboxMails.Add(OutboxMail.Write(writer.Write(planned, side, organiser, exchange, affected), isReviewed: false, now));
        }

        await context.TellMailsChangedAsync(planned.Id, cancellationToken);
    }

    private static async Task<IReadOnlyList<ToldOrganiser>> OrganisersAsync(ScoEventsDbContext context, ScoEvent planned, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await context.Users.AsNoTracking()
            .Where(user => user.Email != null && (user.LockoutEnd == null || user.LockoutEnd < now)
                && context.Grants.Any(grant => grant.UserId == user.Id && grant.Role == Role.Organiser && grant.RevokedAt == null
                    && (grant.EventId == planned.Id || grant.SecretariatId == planned.SecretariatId)))
            .OrderBy(user => user.Id)
            .Select(user => new ToldOrganiser(user.Id, user.Email!, user.DisplayName, user.Language)).ToListAsync(cancellationToken);
        return found;
    }
}

/// <summary>An organiser who is told.</summary>
internal sealed record ToldOrganiser(Guid UserId, string Email, string Name, string Language);
