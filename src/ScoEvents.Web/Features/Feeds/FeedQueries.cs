using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Agenda;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Feeds;

/// <summary>Reads private calendars, and the addresses that there are.</summary>
public sealed class FeedQueries(IDbContextFactory<ScoEventsDbContext> contexts, AgendaDocuments documents, TimeProvider clock)
{
    /// <summary>The name of the portal's own work of looking addresses up; row-level security opens them to it.</summary>
    private const string FeedTask = "feeds";

    // To know that an address is in use takes no write for each of a phone's many questions.
    private static readonly TimeSpan _useStep = TimeSpan.FromHours(1);

    /// <summary>What a new address can show, and the addresses there are: the actor's own, for organisers everybody's.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, also for an event without a time zone.</returns>
    public async Task<Result<FeedList>> ListAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var zone = EventZone.Find(await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.TimeZone).SingleAsync(cancellationToken));
        var source = await AgendaReading.ReleaseAsync(context, context.Events.Where(planned => planned.Id == eventId), null, cancellationToken);
        var choices = source is null ? [new FeedChoice(new FeedSubject(FeedKind.Event), LocalizedText.Empty)] : Choices(source);
        var names = choices.ToDictionary(choice => choice.Subject, choice => choice.Name);
        var isOrganiser = admitted.Value.Reach.CanOrganise(admitted.Value.Scope);
        var rows = await context.FeedAddresses.AsNoTracking()
            .Where(feed => feed.EventId == eventId && (isOrganiser || feed.OwnerId == actor.UserId))
            .OrderBy(feed => feed.RevokedAt != null).ThenByDescending(feed => feed.CreatedAt)
            .Join(context.Users, feed => feed.OwnerId, user => user.Id, (feed, user) => new { feed, user.DisplayName })
            .ToListAsync(cancellationToken);
        return new FeedList(source is not null, choices, [.. rows.Select(row => Row(row.feed, row.DisplayName))], zone ?? EventZone.Find("UTC")!);

        FeedRow Row(FeedAddress feed, string owner)
        {
            var subject = new FeedSubject(feed.Kind, feed.SubjectId, feed.Day);
            return new FeedRow(feed.Id, subject, names.GetValueOrDefault(subject), owner, feed.Language, feed.CreatedAt, feed.LastUsedAt, feed.IsLive);
        }
    }

    /// <summary>The calendar behind an address: what its owner may read now of the latest release; what the owner lost the right to is told as the public would be told.</summary>
    /// <param name="secret">As it stands in the address.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task<FeedReading> ReadAsync(string secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        FeedAddress? feed;
        await using (var context = await contexts.CreateForTaskAsync(FeedTask, cancellationToken))
        {
            var hash = FeedService.HashOf(secret);
            feed = await context.FeedAddresses.AsNoTracking().SingleOrDefaultAsync(known => known.TokenHash == hash, cancellationToken);
            if (feed is null || !feed.IsLive)
            {
                return new FeedReading(feed is not null, null);
            }

            if (feed.LastUsedAt is null || now - feed.LastUsedAt >= _useStep)
            {
                await context.FeedAddresses.Where(known => known.Id == feed.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(known => known.LastUsedAt, now), cancellationToken);
            }
        }

        await using var owned = await contexts.CreateForAsync(Actor.Of(feed.OwnerId), cancellationToken);
        var admitted = await owned.AdmitAsync(feed.EventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        var source = await AgendaReading.ReleaseAsync(owned, owned.Events.Where(planned => planned.Id == feed.EventId), null, cancellationToken);
        if (source is null || (!admitted.IsSuccess && !source.IsPublic))
        {
            return new FeedReading(false, null);
        }

        var right = admitted.IsSuccess ? AgendaRight.Staff : AgendaRight.Everybody;
        return new FeedReading(false, new OwnedFeed(
            source, admitted.IsSuccess, feed.Language, () => new AgendaFile(documents.Write(source, OptionsOf(feed), right), source.Slug)));
    }

    private static AgendaOptions OptionsOf(FeedAddress feed)
    {
        var options = new AgendaOptions { Language = feed.Language, WithCancelled = true };
        return feed.Kind switch
        {
            FeedKind.Event => options,
            FeedKind.Day => options with { Days = [feed.Day!.Value] },
            FeedKind.Room => options with { Rooms = [feed.SubjectId!.Value] },
            FeedKind.Track => options with { Tracks = [feed.SubjectId!.Value] },
            FeedKind.Side => options with { Sides = [feed.SubjectId!.Value] },
            FeedKind.Speaker => options with { Speakers = [feed.SubjectId!.Value] },
            FeedKind.Session => options with { Sessions = [feed.SubjectId!.Value] },
        };
    }

    private static List<FeedChoice> Choices(AgendaSource source)
    {
        var sessions = source.Sessions.Where(session => !session.IsCancelled).ToList();
        var people = sessions.SelectMany(session => session.People).ToList();
        return
        [
            new FeedChoice(new FeedSubject(FeedKind.Event), LocalizedText.Empty),
            .. sessions.Select(session => DateOnly.FromDateTime(source.Zone.ToLocal(session.StartsAt))).Distinct().Order()
                .Select(day => new FeedChoice(new FeedSubject(FeedKind.Day, Day: day), LocalizedText.Empty)),
            .. Named(FeedKind.Room, sessions.OrderBy(session => session.RoomPosition).Select(session => (session.RoomId, session.RoomName))),
            .. Named(FeedKind.Track, sessions.Select(session => (session.Track?.TrackId, session.Track?.Name ?? LocalizedText.Empty))),
            .. Named(FeedKind.Side, people.Select(person => (person.SideId, person.Side))),
            .. Named(FeedKind.Speaker, people.Select(person => ((Guid?)person.SpeakerId, person.Name))),
            .. Named(FeedKind.Session, sessions.Select(session => ((Guid?)session.Id, session.Title))),
        ];

        static IEnumerable<FeedChoice> Named(FeedKind kind, IEnumerable<(Guid? Id, LocalizedText Name)> known) =>
            known.Where(pair => pair.Id is not null).DistinctBy(pair => pair.Id).Select(pair => new FeedChoice(new FeedSubject(kind, pair.Id), pair.Name));
    }
}

/// <summary>What an address led to.</summary>
/// <param name="IsRevoked">Whether it was taken back; then, and for an address that never was, there is no feed.</param>
/// <param name="Feed">The calendar, or null.</param>
internal sealed record FeedReading(bool IsRevoked, OwnedFeed? Feed);

/// <summary>A calendar for the owner of its address.</summary>
/// <param name="Source">What it is written from.</param>
/// <param name="IsStaff">Whether the owner may read everything.</param>
/// <param name="Language">Of its entries.</param>
/// <param name="Write">Writes it, only where the reader does not have it already.</param>
internal sealed record OwnedFeed(AgendaSource Source, bool IsStaff, string Language, Func<AgendaFile> Write);
