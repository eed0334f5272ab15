using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Domain.Programme;

/// <summary>A conflict with what has been said of it.</summary>
/// <param name="Conflict">The conflict.</param>
/// <param name="Fingerprint">Its facts, hashed: 64 lower-case hexadecimal digits.</param>
/// <param name="Acknowledgement">Who said that it may stand, as long as the facts are still the same; else null.</param>
public sealed record ReviewedConflict(Conflict Conflict, string Fingerprint, ConflictAcknowledgement? Acknowledgement)
{
    /// <summary>Whether no release can be made while it is as it is.</summary>
    public bool StandsInTheWay => Conflict.Severity == ConflictSeverity.Block || (Conflict.Severity == ConflictSeverity.Acknowledge && Acknowledgement is null);
}

/// <summary>Holds what is wrong in a programme against what has been acknowledged.</summary>
public static class ConflictReview
{
    /// <summary>All conflicts as <see cref="ConflictFinder.Find"/> orders them, each with the acknowledgement that still holds.</summary>
    /// <param name="facts">The programme.</param>
    /// <param name="acknowledgements">Those of the event, also such as hold no more.</param>
    public static IReadOnlyList<ReviewedConflict> Of(ProgrammeFacts facts, IReadOnlyCollection<ConflictAcknowledgement> acknowledgements)
    {
        var sessions = facts.Sessions.ToDictionary(session => session.SessionId);
        var known = acknowledgements.ToLookup(acknowledgement => acknowledgement.Key());
        return
        [
            .. ConflictFinder.Find(facts).Select(conflict =>
            {
                var fingerprint = Fingerprint(conflict, sessions, facts);
                var holds = conflict.Severity == ConflictSeverity.Acknowledge
                    ? known[conflict.Key].Where(acknowledgement => acknowledgement.Fingerprint == fingerprint).MaxBy(acknowledgement => acknowledgement.At)
                    : null;
                return new ReviewedConflict(conflict, fingerprint, holds);
            }),
        ];
    }

    private static string Fingerprint(Conflict conflict, Dictionary<Guid, PlannedSession> sessions, ProgrammeFacts facts)
    {
        var session = sessions[conflict.SessionId];
        var other = conflict.OtherId is { } otherId ? sessions[otherId] : null;
        var basis = conflict.Kind switch
        {
            ConflictKind.RoomOverlap or ConflictKind.PersonInTwoPlaces or ConflictKind.InterpretersInTwoPlaces => [Times(session), Times(other)],
            ConflictKind.RoomOutsideHours => [Times(session), Hours(facts.Rooms[conflict.SubjectId!.Value])],
            ConflictKind.OutsideEvent => [Times(session), Say(facts.Span)],
            ConflictKind.PersonUnavailable => [Times(session), Say(conflict.Stretch)],
            ConflictKind.TravelBuffer => [Times(session), Times(other), Rooms(session), Rooms(other)],
            ConflictKind.RoomTooSmall or ConflictKind.BoothsMissing or ConflictKind.RoomClearance => [Rooms(session)],
            ConflictKind.Unconfirmed => [session.State.ToString()],
            ConflictKind.InterpretersMissing or ConflictKind.ChairMissing or ConflictKind.Untranslated or ConflictKind.Unscheduled => Array.Empty<string>(),
        };
        var text = string.Join('|', [conflict.Key.ToString(), .. basis, Say(conflict.Wanted), Say(conflict.Given), conflict.Languages ?? ""]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string Times(PlannedSession? session) => Say(session?.During);

    private static string Rooms(PlannedSession? session) => string.Join(',', session?.Rooms.Order() ?? Enumerable.Empty<Guid>());

    private static string Hours(PlannedRoom room) => string.Join(
        ',', room.Hours.Select(stretch => string.Create(CultureInfo.InvariantCulture, $"{stretch.Day}{stretch.From:HHmm}{stretch.To:HHmm}")));

    private static string Say(TimeInterval? during) =>
        during is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Start.UtcTicks}-{known.End.UtcTicks}") : "";

    private static string Say(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
