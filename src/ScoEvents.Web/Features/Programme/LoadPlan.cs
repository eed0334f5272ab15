using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What has to be done to a draft so that it is as a release was: worked out before it is asked about, and again before it is done.</summary>
/// <param name="Changes">How the release differs from the draft: what is new in it comes back, what it lacks goes to the tray.</param>
/// <param name="LeftOut">Sessions of the release whose place cannot be had, and why.</param>
internal sealed record LoadPlan(ReleaseChanges Changes, IReadOnlyDictionary<Guid, LeftOutReason> LeftOut)
{
    /// <summary>Works it out for the sessions of a release, in one command.</summary>
    public static async Task<LoadPlan> OfAsync(ScoEventsDbContext context, DraftReading draft, IReadOnlyCollection<ReleasedSession> released, CancellationToken cancellationToken)
    {
        var live = released.Where(session => !session.IsCancelled).ToList();
        var rooms = draft.Event.Rooms.Select(room => room.RoomId).ToList();
        var taken = await TakenAsync(context, draft.Event.Id, rooms, cancellationToken);
        var leftOut = new Dictionary<Guid, LeftOutReason>();
        foreach (var session in live)
        {
            var during = new TimeInterval(session.StartsAt, session.EndsAt);
            var wanted = session.RoomId is { } one ? [one] : rooms;
            if (draft.Event.Span is not { } span || !span.Contains(during))
            {
                leftOut[session.SessionId] = LeftOutReason.OutsideEvent;
            }
            else if (wanted.Count == 0 || !wanted.TrueForAll(rooms.Contains))
            {
                leftOut[session.SessionId] = LeftOutReason.RoomGone;
            }
            else if (taken.Exists(slot => wanted.Contains(slot.RoomId) && slot.StartsAt < session.EndsAt && session.StartsAt < slot.EndsAt))
            {
                leftOut[session.SessionId] = LeftOutReason.RoomTaken;
            }
        }

        return new LoadPlan(ReleaseChanges.Between(draft.Freeze().Select(ReleasedSession.Sketch), live), leftOut);
    }

    /// <summary>What people are asked, and told afterwards.</summary>
    public LoadPreview Preview(int number) => new(
        number, Titles(SessionChangeKind.New), Titles(SessionChangeKind.Moved), Titles(SessionChangeKind.Changed), Titles(SessionChangeKind.Cancelled),
        [.. Changes.All.Where(change => change.After is not null && LeftOut.ContainsKey(change.After.SessionId))
            .Select(change => new LeftOutSession(change.After!.Title, LeftOut[change.After.SessionId], change.After.RoomName))],
        Stamp());

    private IReadOnlyList<LocalizedText> Titles(SessionChangeKind kind) =>
        [.. Changes.Of(kind).Where(change => change.After is null || !LeftOut.ContainsKey(change.After.SessionId)).Select(change => change.Session.Title)];

    private string Stamp()
    {
        var lines = Changes.All.Select(change => string.Create(
            CultureInfo.InvariantCulture,
            $"{change.Session.SessionId} {change.Kind} {string.Join(',', change.Parts)} {(LeftOut.TryGetValue(change.Session.SessionId, out var reason) ? reason : "")}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    // The rooms of venues are shared by events; what other events have in them stands.
    private static async Task<List<SlotRoom>> TakenAsync(ScoEventsDbContext context, Guid eventId, List<Guid> rooms, CancellationToken cancellationToken) =>
        await context.Slots.AsNoTracking().Where(slot => slot.EventId != eventId)
            .SelectMany(slot => slot.Rooms)
            .Where(room => rooms.Contains(room.RoomId))
            .ToListAsync(cancellationToken);
}
