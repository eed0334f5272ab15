using ScoEvents.Domain.Documents;

namespace ScoEvents.Domain.Programme;

/// <summary>What becomes of somebody's places in a session when another person comes instead.</summary>
public enum PlaceFate
{
    /// <summary>The other takes them.</summary>
    Passed,

    /// <summary>Nobody comes instead.</summary>
    Vacant,

    /// <summary>The other would be in two places at once, or too late in the second.</summary>
    Overlap,

    /// <summary>The other cannot be there then.</summary>
    Unavailable,

    /// <summary>The other has a place in the session already.</summary>
    NamedAlready,

    /// <summary>Whoever is in the session was named for it in person.</summary>
    Personal,

    /// <summary>It cannot be told which person of the programme is meant.</summary>
    Unclear,
}

/// <summary>A session with places of somebody who does not come.</summary>
/// <param name="Session">The session.</param>
/// <param name="Roles">What the person does in it, an item of the agenda counting as a speech.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record AffectedSession(Session Session, IReadOnlyList<SpeakerRole> Roles, PlaceFate Fate);

/// <summary>Hands the places that a person has in the draft on to another, as far as nobody has to decide on it.</summary>
/// <remarks>What is over stays as it was, what is off too, and a place that would make a conflict of the programme stays with the first person until an organiser decides.</remarks>
public static class Succession
{
    private static readonly ConflictKind[] _ofPersons = [ConflictKind.PersonInTwoPlaces, ConflictKind.TravelBuffer, ConflictKind.PersonUnavailable];

    /// <summary>What becomes of each session that names a person, in the order of time; nothing is changed.</summary>
    /// <param name="facts">The programme as it is checked; its severities say what counts as a conflict.</param>
    /// <param name="sessions">All sessions of the event.</param>
    /// <param name="goes">The speaker who does not come.</param>
    /// <param name="comes">The speaker who comes instead; an identity that the programme does not know yet for somebody new; null where nobody comes.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<AffectedSession> Plan(ProgrammeFacts facts, IEnumerable<Session> sessions, Guid goes, Guid? comes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var programme = facts;
        var affected = new List<AffectedSession>();
        foreach (var session in Naming(sessions, goes, now))
        {
            var fate = Fate(ref programme, session, goes, comes);
            affected.Add(new AffectedSession(session, RolesOf(session, goes), fate));
        }

        return affected;
    }

    /// <summary>The sessions still to come that name one of several speakers, none of whom can be told to be the one.</summary>
    public static IReadOnlyList<AffectedSession> Unclear(IEnumerable<Session> sessions, IEnumerable<Guid> speakers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(speakers);
        var all = sessions.ToList();
        return
        [
            .. speakers.Distinct().SelectMany(speaker => Naming(all, speaker, now).Select(session => new AffectedSession(session, RolesOf(session, speaker), PlaceFate.Unclear)))
                .DistinctBy(found => found.Session.Id),
        ];
    }

    private static IEnumerable<Session> Naming(IEnumerable<Session> sessions, Guid speaker, DateTimeOffset now) => sessions
        .Where(session => !session.IsOff && !(session.Slot?.EndsAt <= now) && session.NamedSpeakers().Contains(speaker))
        .OrderBy(session => session.Slot?.StartsAt ?? DateTimeOffset.MaxValue).ThenBy(session => session.Id);

    private static IReadOnlyList<SpeakerRole> RolesOf(Session session, Guid speaker) =>
    [
        .. session.Speakers.Where(part => part.SpeakerId == speaker).Select(part => part.Role)
            .Concat(session.AgendaItems.Where(item => item.SpeakerId == speaker).Select(_ => SpeakerRole.Speaker)).Distinct().Order(),
    ];

    private static PlaceFate Fate(ref ProgrammeFacts programme, Session session, Guid goes, Guid? comes)
    {
        if (comes is not { } successor)
        {
            return PlaceFate.Vacant;
        }

        // Domain rule 13: only those who are named are in the room.
        if (session.Access == SessionAccess.NamedPersons || session.Classification == Classification.Red)
        {
            return PlaceFate.Personal;
        }

        if (session.NamedSpeakers().Contains(successor))
        {
            return PlaceFate.NamedAlready;
        }

        var after = programme with { Sessions = [.. programme.Sessions.Select(planned => planned.SessionId == session.Id ? Passed(planned, goes, successor) : planned)] };
        var conflict = ConflictFinder.Find(after).FirstOrDefault(found =>
            found.SubjectId == successor && (found.SessionId == session.Id || found.OtherId == session.Id) && Array.IndexOf(_ofPersons, found.Kind) >= 0);
        if (conflict is not null)
        {
            return conflict.Kind == ConflictKind.PersonUnavailable ? PlaceFate.Unavailable : PlaceFate.Overlap;
        }

        programme = after;
        return PlaceFate.Passed;
    }

    private static PlannedSession Passed(PlannedSession planned, Guid goes, Guid comes) => planned with
    {
        Chair = planned.Chair == goes ? comes : planned.Chair,
        People = [.. planned.People.Select(person => person == goes ? comes : person)],
    };
}
