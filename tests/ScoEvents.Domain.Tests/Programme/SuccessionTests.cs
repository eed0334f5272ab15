using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Programme;

/// <summary>What becomes of the places of somebody who does not come.</summary>
public class SuccessionTests
{
    private static readonly TimeInterval _span = new(Clock.Now, Clock.Now.AddDays(2));

    private readonly Guid _goes = Guid.NewGuid();
    private readonly Guid _comes = Guid.NewGuid();

    [Fact]
    public void All_places_are_passed_on_in_the_order_of_time()
    {
        var (later, first) = (Session(4, chair: _goes), Session(1, speakers: [_goes, Guid.NewGuid()]));
        var unscheduled = Session(null, item: _goes);

        Assert.Equal(
            [(first.Id, PlaceFate.Passed, "Speaker"), (later.Id, PlaceFate.Passed, "Chair"), (unscheduled.Id, PlaceFate.Passed, "Speaker")],
            Plan([later, first, unscheduled, Session(6, chair: Guid.NewGuid())]).Select(found => (found.Session.Id, found.Fate, string.Join('+', found.Roles))));
    }

    [Fact]
    public void Where_nobody_comes_instead_all_are_vacant()
    {
        Assert.Equal([PlaceFate.Vacant, PlaceFate.Vacant], Fates([Session(1, chair: _goes), Session(3, speakers: [_goes])], comes: null));
    }

    [Fact]
    public void What_is_over_and_what_is_off_stays_as_it_was()
    {
        var over = Session(1, chair: _goes);
        var off = Session(5, chair: _goes);
        off.Cancel(Clock.Now);

        Assert.Empty(Plan([over, off], now: over.Slot!.EndsAt));
        Assert.Single(Plan([over, off], now: over.Slot!.EndsAt.AddTicks(-1)));
    }

    [Fact]
    public void A_place_at_the_time_of_another_session_of_the_successor_is_left()
    {
        var (own, same, free) = (Session(1, chair: _comes), Session(1, speakers: [_goes]), Session(3, speakers: [_goes]));

        Assert.Equal([(same.Id, PlaceFate.Overlap), (free.Id, PlaceFate.Passed)], Plan([own, same, free]).Select(found => (found.Session.Id, found.Fate)));
    }

    [Fact]
    public void Of_two_places_at_once_the_successor_takes_one()
    {
        Assert.Equal([PlaceFate.Passed, PlaceFate.Overlap], Fates([Session(1, speakers: [_goes]), Session(1, speakers: [_goes])]));
    }

    [Fact]
    public void A_place_at_a_time_when_the_successor_is_away_is_left()
    {
        var session = Session(2, speakers: [_goes]);
        var away = new Absence(AvailabilitySubject.Speaker, _comes, new TimeInterval(session.Slot!.StartsAt.AddMinutes(30), session.Slot.EndsAt.AddHours(1)));

        Assert.Equal([PlaceFate.Unavailable], Fates([session], absences: [away]));
        Assert.Equal([PlaceFate.Passed], Fates([session], absences: [away with { SubjectId = _goes }]));
        Assert.Equal([PlaceFate.Passed], Fates([session], absences: [away], ignored: ConflictKind.PersonUnavailable));
    }

    [Fact]
    public void Whoever_has_a_place_already_takes_no_second_one()
    {
        Assert.Equal([PlaceFate.NamedAlready], Fates([Session(1, chair: _comes, speakers: [_goes])]));
    }

    [Theory]
    [InlineData(SessionAccess.NamedPersons, Classification.Amber)]
    [InlineData(SessionAccess.DelegationsOnly, Classification.Red)]
    public void A_place_for_which_somebody_was_named_in_person_is_left(SessionAccess access, Classification marking)
    {
        Assert.Equal([PlaceFate.Personal], Fates([Session(1, speakers: [_goes], access: access, marking: marking)]));
    }

    [Fact]
    public void Where_it_is_not_clear_who_is_meant_all_sessions_of_all_who_may_be_are_named_once()
    {
        var other = Guid.NewGuid();
        var (both, one) = (Session(1, speakers: [_goes, other]), Session(2, chair: other));

        var unclear = Succession.Unclear([both, one, Session(3, chair: Guid.NewGuid())], [_goes, other], Clock.Now);

        Assert.Equal([(both.Id, PlaceFate.Unclear), (one.Id, PlaceFate.Unclear)], unclear.Select(found => (found.Session.Id, found.Fate)));
    }

    private IEnumerable<PlaceFate> Fates(Session[] sessions, Absence[]? absences = null, ConflictKind? ignored = null) =>
        Plan(sessions, _comes, absences, ignored).Select(found => found.Fate);

    private IEnumerable<PlaceFate> Fates(Session[] sessions, Guid? comes) => Plan(sessions, comes, null, null).Select(found => found.Fate);

    private IReadOnlyList<AffectedSession> Plan(Session[] sessions, DateTimeOffset? now = null) => Plan(sessions, _comes, null, null, now);

    private IReadOnlyList<AffectedSession> Plan(Session[] sessions, Guid? comes, Absence[]? absences, ConflictKind? ignored, DateTimeOffset? now = null)
    {
        var facts = new ProgrammeFacts
        {
            Sessions =
            [
                .. sessions.Select(session => new PlannedSession
                {
                    SessionId = session.Id,
                    State = session.State,
                    During = session.Slot?.During,
                    Chair = session.Speakers.FirstOrDefault(part => part.Role == SpeakerRole.Chair)?.SpeakerId,
                    People = [.. session.Speakers.Select(part => part.SpeakerId).Distinct()],
                }),
            ],
            Span = _span,
            Absences = absences ?? [],
            Severities = ignored is { } kind ? new Dictionary<ConflictKind, ConflictSeverity> { [kind] = ConflictSeverity.Ignore } : new Dictionary<ConflictKind, ConflictSeverity>(),
        };
        return Succession.Plan(facts, sessions, _goes, comes, now ?? Clock.Now);
    }

    private static Session Session(
        int? hour, Guid? chair = null, Guid[]? speakers = null, Guid? item = null, SessionAccess access = SessionAccess.DelegationsOnly, Classification? marking = null)
    {
        var title = LocalizedText.Of(en: "Panel");
        var facts = new SessionFacts(SessionType.Panel, access, title, LocalizedText.Empty)
        {
            Classification = marking,
            AgendaItems = item is { } introduces ? [new AgendaItem(title, introduces)] : [],
        };
        var session = Domain.Programme.Session.Draft(Guid.NewGuid(), facts, 0, Clock.Now).Value;
        Assert.True(session.SetSpeakers(chair, [.. (speakers ?? []).Select(speaker => new FloorPart(speaker))], Clock.Now).IsSuccess);
        if (hour is { } start)
        {
            Assert.True(session.MoveTo(SlotPlace.AllRooms([]), new TimeInterval(Clock.Now.AddHours(start), Clock.Now.AddHours(start + 1)), _span, Clock.Now).IsSuccess);
        }

        return session;
    }
}
