using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Events;

public sealed class TemplatesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly WholeEventDesk _desk = new(database);

    public static TheoryData<TemplateKind> Kinds => [.. Enum.GetValues<TemplateKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_template_fills_an_empty_programme_without_a_conflict_that_blocks(TemplateKind kind)
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.Organiser.EventAsync(organiser);
        var (hall, side) = (await _desk.Organiser.RoomAsync(organiser, id), await _desk.Organiser.RoomAsync(organiser, id, "Hall B"));
        var expected = ProgrammeTemplates.Of(kind).On([new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 8)]);

        var outcome = await ApplyAsync(organiser, id, kind, hall);

        Assert.Equal((expected.Count, expected.Count, 0), (outcome.Sessions, outcome.Placed, outcome.Tray.Count));
        var sessions = await _desk.SessionsAsync(organiser, id);
        Assert.Equal(expected.Select(item => item.Title).ToHashSet(), sessions.Select(session => session.Title).ToHashSet());
        Assert.All(sessions, session => Assert.Equal(
            session.Slot!.RoomId is null ? new HashSet<Guid> { hall, side } : [hall], session.Slot.Rooms.Select(room => room.RoomId).ToHashSet()));
        Assert.Equal(expected.Count(item => item.IsForAllRooms), sessions.Count(session => session.Slot!.RoomId is null));
        var draft = await _desk.Organiser.DraftAsync(organiser, id);
        Assert.DoesNotContain(draft.Conflicts, conflict => conflict.Severity == ConflictSeverity.Block);
    }

    [Fact]
    public async Task Without_a_room_everything_waits_in_the_tray()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.Organiser.EventAsync(organiser);

        var outcome = await ApplyAsync(organiser, id, TemplateKind.Seminar, null);

        Assert.Equal(0, outcome.Placed);
        Assert.All(await _desk.SessionsAsync(organiser, id), session => Assert.Null(session.Slot));
    }

    [Fact]
    public async Task What_finds_the_room_taken_waits_in_the_tray_and_is_named()
    {
        var organiser = await database.OrganiserAsync();
        var other = await _desk.Organiser.EventAsync(organiser);
        var hall = await _desk.Organiser.RoomAsync(organiser, other);
        await _desk.Organiser.SessionAsync(organiser, other, OrganiserDesk.Session("Other", hall, "11:30", "12:00"));
        var id = await _desk.Organiser.EventAsync(organiser);
        Assert.True((await _desk.Organiser.Venues.UseRoomAsync(organiser, id, new Web.Features.Venues.UseRoomForm { RoomId = hall }, CancellationToken.None)).IsSuccess);

        var outcome = await ApplyAsync(organiser, id, TemplateKind.Seminar, hall);

        Assert.Equal([("Plenary session 1", TrayReason.RoomTaken, "Hall A")], outcome.Tray.Select(session => (session.Title.In("en"), session.Reason, session.Room.In("en"))));
        Assert.Equal(outcome.Sessions - 1, outcome.Placed);
    }

    [Fact]
    public async Task A_template_never_overwrites_sessions_also_when_two_apply_one_at_once()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.Organiser.EventAsync(organiser);
        var hall = await _desk.Organiser.RoomAsync(organiser, id);
        var form = new TemplateForm { Template = TemplateKind.Forum, RoomId = hall };

        var outcomes = await Task.WhenAll(
            _desk.Templates.ApplyAsync(organiser, id, form, CancellationToken.None), _desk.Templates.ApplyAsync(organiser, id, form, CancellationToken.None));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal([(null, "programme.not-empty")], OrganiserDesk.Refusals(Assert.Single(outcomes, outcome => !outcome.IsSuccess)));
        Assert.Equal(outcomes.Single(outcome => outcome.IsSuccess).Value.Sessions, (await _desk.SessionsAsync(organiser, id)).Count);
    }

    [Fact]
    public async Task A_template_that_is_none_and_a_room_of_another_event_are_refused()
    {
        var organiser = await database.OrganiserAsync();
        var (id, other) = (await _desk.Organiser.EventAsync(organiser), await _desk.Organiser.EventAsync(organiser));
        var foreign = await _desk.Organiser.RoomAsync(organiser, other);

        Assert.Equal([("Template", "required")], OrganiserDesk.Refusals(await _desk.Templates.ApplyAsync(organiser, id, new TemplateForm(), CancellationToken.None)));
        Assert.Equal([("Template", "choice")], OrganiserDesk.Refusals(await _desk.Templates.ApplyAsync(organiser, id, new TemplateForm { Template = (TemplateKind)99 }, CancellationToken.None)));
        Assert.Equal([("RoomId", "programme.room-unknown")], OrganiserDesk.Refusals(await _desk.Templates.ApplyAsync(organiser, id, new TemplateForm { Template = TemplateKind.Forum, RoomId = foreign }, CancellationToken.None)));
    }

    private async Task<TemplateOutcome> ApplyAsync(Actor organiser, Guid id, TemplateKind kind, Guid? room) =>
        OrganiserDesk.Value(await _desk.Templates.ApplyAsync(organiser, id, new TemplateForm { Template = kind, RoomId = room }, CancellationToken.None));
}
