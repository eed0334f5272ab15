using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Programme;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>What the draft of the programme has to do with a person who leaves a delegation.</summary>
/// <param name="Leaves">Who.</param>
/// <param name="Comes">Who comes instead; null where nobody does, or where it is not known yet.</param>
/// <param name="Others">Everybody else of the delegation who is there.</param>
/// <param name="IsExchange">Whether somebody comes instead.</param>
internal sealed record Exchange(Delegate Leaves, Delegate? Comes, IReadOnlyCollection<Delegate> Others, bool IsExchange);

/// <summary>What becomes of the places of a person in the draft.</summary>
/// <param name="Goes">The speaker who the person is, or null.</param>
/// <param name="Stays">The speaker who the successor is already, or null.</param>
/// <param name="Sessions">Sessions that name the person, in the order of time.</param>
internal sealed record SuccessionPlan(Speaker? Goes, Speaker? Stays, IReadOnlyList<AffectedSession> Sessions);

/// <summary>Lets the draft of the programme follow when a side exchanges a person.</summary>
/// <remarks>A focal point neither reads nor changes a programme; under the task, which ends with the transaction, PostgreSQL shows the own side's people of it and no more.</remarks>
internal static class ProgrammeSuccession
{
    private const string ExchangeTask = "substitution";

    /// <summary>What would become, or becomes, of the places; nothing is changed. A fixed number of SQL commands, fewer where the programme names nobody.</summary>
    /// <param name="context">Opened for a focal point of the side, in a transaction.</param>
    /// <param name="planned">The event.</param>
    /// <param name="exchange">Who leaves, and who comes.</param>
    /// <param name="locks">Whether what is read is to be changed: people of the programme are then kept from being placed elsewhere meanwhile.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<SuccessionPlan> PlanAsync(
        ScoEventsDbContext context, ScoEvent planned, Exchange exchange, bool locks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"SELECT set_config('app.task', {ExchangeTask}, true)", cancellationToken);
        var (eventId, sideId) = (planned.Id, exchange.Leaves.SideId);
        if (locks)
        {
            // In this order, as whoever places sessions: the event is not published and its people are not merged meanwhile.
            await context.Database.ExecuteSqlAsync($"SELECT FROM events WHERE id = {eventId} FOR KEY SHARE", cancellationToken);
            await context.Database.ExecuteSqlAsync($"SELECT FROM speakers WHERE event_id = {eventId} AND side_id = {sideId} ORDER BY id FOR NO KEY UPDATE", cancellationToken);
        }

        var speakers = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == eventId && (speaker.SideId == null || speaker.SideId == sideId))
            .OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken);
        var leaves = SpeakerTies.Find(Tied(exchange.Leaves), [.. exchange.Others.Append(exchange.Comes).OfType<Delegate>().Select(Tied)], sideId, speakers);
        if (leaves.Only is null && !leaves.IsUnclear)
        {
            return new SuccessionPlan(null, null, []);
        }

        var sessions = await SessionsAsync(context, eventId, locks, cancellationToken);
        var comes = exchange.Comes is { } successor
            ? SpeakerTies.Find(Tied(successor), [.. exchange.Others.Select(Tied)], sideId, speakers.Where(speaker => speaker.Id != leaves.Only?.Id)) : SpeakerTie.None;
        if (leaves.Only is not { } goes || comes.IsUnclear)
        {
            var possible = leaves.Only is { } certain ? [certain] : leaves.Possible;
            return new SuccessionPlan(leaves.Only, null, Succession.Unclear(sessions, possible.Select(speaker => speaker.Id), now));
        }

        var facts = (await ChecksAsync(context, eventId, sessions, cancellationToken)).Facts(planned, sessions);
        Guid? stays = exchange.IsExchange ? comes.Only?.Id ?? exchange.Comes?.Id ?? Guid.Empty : null;
        return new SuccessionPlan(goes, comes.Only, Succession.Plan(facts, sessions, goes.Id, stays, now));
    }

    /// <summary>Hands the places on, as planned; the caller saves.</summary>
    /// <returns>What became of them: where the successor's name is not one that the programme takes, all is left.</returns>
    public static IReadOnlyList<AffectedSession> Apply(ScoEventsDbContext context, SuccessionPlan plan, Delegate comes, DateTimeOffset now)
    {
        if (plan.Goes is not { } goes || plan.Sessions.All(found => found.Fate != PlaceFate.Passed))
        {
            return plan.Sessions;
        }

        if (plan.Stays?.Id is not { } staysId)
        {
            var created = Speaker.Create(comes.EventId, Facts(comes, goes));
            if (!created.IsSuccess)
            {
                return [.. plan.Sessions.Select(found => found.Fate == PlaceFate.Passed ? found with { Fate = PlaceFate.Unclear } : found)];
            }

            context.Speakers.Add(created.Value);
            staysId = created.Value.Id;
        }

        foreach (var passed in plan.Sessions.Where(found => found.Fate == PlaceFate.Passed))
        {
            passed.Session.ReplaceSpeaker(goes.Id, staysId, now);
            // Also within one tick of the clock: whoever has the session open must find it changed.
            context.Entry(passed.Session).Property(session => session.ModifiedAt).IsModified = true;
        }

        return plan.Sessions;
    }

    // An address only where the organiser had one of the predecessor: notices go there.
    private static SpeakerFacts Facts(Delegate comes, Speaker goes) =>
        new(comes.SideId, Domain.Names.SpokenName.ByScript($"{comes.GivenNames} {comes.FamilyName}", comes.NativeName), comes.Function)
        {
            Email = goes.Email is not null && Speaker.IsEmail(comes.Email) ? comes.Email : null,
            Language = goes.Language,
        };

    private static TiedPerson Tied(Delegate person) => new(person.Id, $"{person.GivenNames} {person.FamilyName}", person.NativeName, person.Email);

    private static Task<List<Session>> SessionsAsync(ScoEventsDbContext context, Guid eventId, bool isChanged, CancellationToken cancellationToken)
    {
        var sessions = context.Sessions.Where(session => session.EventId == eventId)
            .Include(session => session.Slot).Include(session => session.Speakers).Include(session => session.Interpreters).AsSplitQuery();
        return (isChanged ? sessions : sessions.AsNoTracking()).OrderBy(session => session.Id).ToListAsync(cancellationToken);
    }

    private static async Task<DraftChecks> ChecksAsync(ScoEventsDbContext context, Guid eventId, List<Session> sessions, CancellationToken cancellationToken)
    {
        var roomIds = sessions.SelectMany(session => session.Slot?.Rooms ?? []).Select(room => room.RoomId).Distinct().ToList();
        var rooms = await context.Rooms.AsNoTracking().Where(room => roomIds.Contains(room.Id)).ToDictionaryAsync(room => room.Id, cancellationToken);
        return (await DraftChecks.OfAllAsync(context, [eventId], _ => rooms, cancellationToken))[eventId];
    }
}
