using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What is wrong in a draft, for machines, for readers, and for a release.</summary>
internal static class DraftConflicts
{
    /// <summary>The programme as the finder looks at it.</summary>
    public static ProgrammeFacts Facts(this DraftReading draft) => draft.Checks.Facts(draft.Event, draft.Sessions);

    /// <summary>Everything that is wrong, with the acknowledgements that still hold.</summary>
    public static IReadOnlyList<ReviewedConflict> Review(this DraftReading draft) =>
        ConflictReview.Of(draft.Facts(), [.. draft.Checks.Acknowledgements.Select(known => known.Acknowledgement)]);

    /// <summary>What stands in the way of a release: conflicts that block, and such as must be acknowledged and are not.</summary>
    public static IReadOnlyList<ReviewedConflict> OpenConflicts(this DraftReading draft) => [.. draft.Review().Where(reviewed => reviewed.StandsInTheWay)];

    /// <summary>The acknowledgements that hold, as a release keeps them.</summary>
    public static IReadOnlyList<ReleasedAcknowledgement> FrozenAcknowledgements(this DraftReading draft) =>
        [.. draft.Review().Where(reviewed => reviewed.Acknowledgement is not null).Select(reviewed => reviewed.Acknowledgement!.Freeze())];

    /// <summary>Everything that is wrong, with the names of what it concerns, in the order of time, then of kind.</summary>
    public static IReadOnlyList<DraftConflict> NamedConflicts(this DraftReading draft)
    {
        var zone = EventZone.Find(draft.Event.TimeZone);
        var sessions = draft.Sessions.ToDictionary(session => session.Id);
        var speakers = draft.Speakers.ToDictionary(speaker => speaker.Id, speaker => speaker.Name);
        var teams = draft.Checks.Teams.ToDictionary(team => team.Id, team => LocalizedText.Of(en: team.Name));
        var names = draft.Checks.Acknowledgements.ToDictionary(known => known.Acknowledgement.Id, known => known.By);
        return [.. draft.Review().Select(reviewed => Name(reviewed))];

        DraftConflict Name(ReviewedConflict reviewed)
        {
            var conflict = reviewed.Conflict;
            var session = sessions[conflict.SessionId];
            var other = conflict.OtherId is { } otherId ? sessions[otherId] : null;
            var (kind, subject) = Subject(conflict.SubjectId);
            return new DraftConflict(conflict.Kind, conflict.Severity, session.Id, session.Title, other?.Id, other?.Title, subject)
            {
                SubjectKind = kind,
                SubjectId = conflict.SubjectId,
                Wanted = conflict.Wanted,
                Given = conflict.Given,
                Languages = conflict.Languages?.Split(',') ?? [],
                Away = Local(zone, conflict.Stretch),
                During = Local(zone, session.Slot?.During),
                OtherDuring = Local(zone, other?.Slot?.During),
                Rooms = [.. session.Slot?.Rooms.Select(room => draft.Rooms[room.RoomId].Name) ?? []],
                Fingerprint = reviewed.Fingerprint,
                Acknowledgement = reviewed.Acknowledgement is { } known
                    ? new AcknowledgementRow(known.Id, known.Reason, names[known.Id], zone?.ToLocal(known.At) ?? known.At.UtcDateTime)
                    : null,
            };
        }

        (ConflictSubject Kind, LocalizedText? Name) Subject(Guid? id) => id is not { } known ? (ConflictSubject.None, null)
            : draft.Rooms.TryGetValue(known, out var room) ? (ConflictSubject.Room, room.Name)
            : speakers.TryGetValue(known, out var speaker) ? (ConflictSubject.Person, speaker)
            : teams.TryGetValue(known, out var team) ? (ConflictSubject.InterpreterTeam, team)
            : (ConflictSubject.Head, draft.Sides.GetValueOrDefault(known)?.Name ?? LocalizedText.Empty);
    }

    private static (DateTime Start, DateTime End)? Local(EventZone? zone, TimeInterval? during) =>
        during is { } known ? (zone?.ToLocal(known.Start) ?? known.Start.UtcDateTime, zone?.ToLocal(known.End) ?? known.End.UtcDateTime) : null;
}
