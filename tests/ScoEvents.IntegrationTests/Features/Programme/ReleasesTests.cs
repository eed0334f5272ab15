using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class ReleasesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task A_release_freezes_rooms_people_and_sides_as_they_are_called_on_the_first_day_and_makes_the_event_public()
    {
        var organiser = await database.OrganiserAsync();
        var form = OrganiserDesk.Seminar();
        (form.StartsOn, form.EndsOn) = (new DateOnly(2022, 6, 1), new DateOnly(2022, 6, 2));
        var id = await _desk.EventAsync(organiser, form);
        var room = await _desk.RoomAsync(organiser, id);
        var (chair, speaker) = (await _desk.SpeakerAsync(organiser, id, "Chair", await database.SideAsync("IN")), await _desk.SpeakerAsync(organiser, id, "Zoya", await database.SideAsync("uz-mdt")));
        var session = OrganiserDesk.Session("Opening", room, "09:00", "10:00", form.StartsOn);
        (session.ChairId, session.Speakers) = (chair, [speaker, chair]);
        var placed = await _desk.SessionAsync(organiser, id, session);
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("In the tray"));

        var number = await PublishAsync(organiser, id, new ReleaseForm { Name = "First", Note = "Two days", Number = 1 });

        await using var context = await database.OpenAsync(Actor.Public);
        var release = await context.Releases.Include(row => row.Sessions).SingleAsync(row => row.EventId == id);
        Assert.Equal((1, 1, "First", "Two days", organiser.UserId), (number, release.Number, release.Name, release.Note, (Guid?)release.PublishedBy));
        var frozen = Assert.Single(release.Sessions);
        Assert.Equal((placed, "Hall A", 0), (frozen.SessionId, frozen.RoomName["en"], frozen.Sequence));
        Assert.Equal(
            [
                (SpeakerRole.Chair, "Chair", "India"),
                (SpeakerRole.Speaker, "Zoya", "Ministry for the Development of Information Technologies and Communications of the Republic of Uzbekistan"),
                (SpeakerRole.Speaker, "Chair", "India"),
            ],
            frozen.People.Select(person => (person.Role, person.Name["en"]!, person.Side["en"]!)));
        var planned = await context.Events.SingleAsync(row => row.Id == id);
        Assert.Equal((EventStatus.Announced, true), (planned.Status, planned.IsPublic));
    }

    [Fact]
    public async Task What_is_published_does_not_change_with_the_draft_until_the_next_release()
    {
        var (organiser, id, room) = await EventAsync();
        var (moved, gone) = (await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Moved", room, "09:00", "10:00")), await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Gone", room, "10:00", "11:00")));
        var renamed = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Old name", room, "11:00", "12:00"));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Same", room, "12:00", "13:00"));
        await PublishAsync(organiser, id, new ReleaseForm());
        await EditAsync(organiser, id, moved, form => form.Day = form.Day!.Value.AddDays(1));
        await EditAsync(organiser, id, renamed, form => form.Title.En = "New name");
        await _desk.Programme.DeleteSessionAsync(organiser, id, gone, (await _desk.DraftAsync(organiser, id)).Sessions.Single(row => row.Id == gone).Version, CancellationToken.None);
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Added", room, "14:00", "15:00"));

        var preview = OrganiserDesk.Value(await _desk.ProgrammeQueries.PreviewReleaseAsync(organiser, id, CancellationToken.None));
        var before = await SessionsAsync(id);
        await PublishAsync(organiser, id, new ReleaseForm { Number = preview.Number });

        Assert.Equal((2, 4, false), (preview.Number, preview.Sessions, preview.IsFirst));
        Assert.Equal(["Added"], preview.New.Select(title => title["en"]));
        Assert.Equal(["Moved"], preview.Moved.Select(title => title["en"]));
        Assert.Equal(["New name"], preview.Changed.Select(title => title["en"]));
        Assert.Equal(["Gone"], preview.Cancelled.Select(title => title["en"]));
        Assert.Equal(["Gone 0", "Moved 0", "Old name 0", "Same 0"], before);
        Assert.Equal(["Added 0", "Gone 1 cancelled", "Moved 1", "New name 1", "Same 0"], await SessionsAsync(id));
        Assert.True(OrganiserDesk.Value(await _desk.ProgrammeQueries.PreviewReleaseAsync(organiser, id, CancellationToken.None)).IsUnchanged);
        Assert.Equal([(2, 4), (1, 4)], (await _desk.DraftAsync(organiser, id)).Releases.Select(row => (row.Number, row.Sessions)));
    }

    [Fact]
    public async Task Publishers_at_once_get_numbers_without_a_gap()
    {
        var (organiser, id, room) = await EventAsync();
        var second = await database.OrganiserAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));

        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            index => Task.Run(() => PublishAsync(index % 2 == 0 ? organiser : second, id, new ReleaseForm()))));

        Assert.Equal(Enumerable.Range(1, 8), numbers.Order());
    }

    [Fact]
    public async Task Of_two_who_were_shown_the_same_number_one_publishes_and_the_other_is_told_that_it_is_taken()
    {
        var (organiser, id, room) = await EventAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(
            _ => Task.Run(() => _desk.Releases.PublishAsync(organiser, id, new ReleaseForm { Number = 1 }, CancellationToken.None))));

        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(Assert.Single(results, result => !result.IsSuccess)));
        Assert.Equal([1], (await _desk.DraftAsync(organiser, id)).Releases.Select(row => row.Number));
    }

    [Fact]
    public async Task A_programme_without_a_placed_session_is_not_published_and_the_event_stays_hidden()
    {
        var (organiser, id, _) = await EventAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("In the tray"));

        var published = await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm(), CancellationToken.None);

        Assert.Equal([(null, "programme.nothing-to-publish")], OrganiserDesk.Refusals(published));
        Assert.False(OrganiserDesk.Value(await _desk.EventsQueries.GetHeadAsync(organiser, id, CancellationToken.None)).IsPublic);
    }

    [Fact]
    public async Task Sessions_outside_the_days_of_the_event_block_a_release()
    {
        var (organiser, id, room) = await EventAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Second day", room, "09:00", "10:00", new DateOnly(2026, 12, 8)));
        var form = OrganiserDesk.Value(await _desk.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));
        form.EndsOn = form.StartsOn;
        Assert.True((await _desk.Events.EditAsync(organiser, id, form, CancellationToken.None)).IsSuccess);

        var published = await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm(), CancellationToken.None);

        Assert.Equal([(null, "programme.conflicts-block")], OrganiserDesk.Refusals(published));
        var blocking = Assert.Single(OrganiserDesk.Value(await _desk.ProgrammeQueries.PreviewReleaseAsync(organiser, id, CancellationToken.None)).Blocking);
        Assert.Equal((ConflictKind.OutsideEvent, "Second day"), (blocking.Kind, blocking.Title["en"]));
    }

    [Fact]
    public async Task A_name_or_note_that_cannot_be_kept_is_refused_beside_its_field()
    {
        var (organiser, id, room) = await EventAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));

        var published = await _desk.Releases.PublishAsync(
            organiser, id, new ReleaseForm { Name = new string('n', 121), Note = "Note\u0007" }, CancellationToken.None);

        Assert.Equal([("Name", "programme.release-name-too-long"), ("Note", "characters")], OrganiserDesk.Refusals(published));
    }

    [Fact]
    public async Task Every_node_hears_of_a_release_when_it_is_there_to_be_read()
    {
        var (organiser, id, room) = await EventAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));
        var heard = new List<string>();
        await using var listener = new NpgsqlConnection(database.AppConnectionString);
        await listener.OpenAsync();
        // The persons concerned are told by topics of their own.
        listener.Notification += (_, message) =>
        {
            if (!message.Payload.StartsWith("notices:", StringComparison.Ordinal))
            {
                heard.Add(message.Payload);
            }
        };
        await using (var listen = new NpgsqlCommand("LISTEN scoevents", listener))
        {
            await listen.ExecuteNonQueryAsync();
        }

        await PublishAsync(organiser, id, new ReleaseForm());

        while (heard.Count < 2 && await listener.WaitAsync(TimeSpan.FromSeconds(10)))
        {
        }

        Assert.Equal([$"draft:{id}", $"event:{id}"], heard.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Others_may_not_publish()
    {
        var (organiser, id, room) = await EventAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));

        foreach (var (actor, code) in await _desk.OthersAsync(id))
        {
            Assert.Equal(code, (await _desk.Releases.PublishAsync(actor, id, new ReleaseForm(), CancellationToken.None)).Error?.Code);
        }
    }

    private async Task<(Actor Organiser, Guid Id, Guid Room)> EventAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        return (organiser, id, await _desk.RoomAsync(organiser, id));
    }

    private async Task<int> PublishAsync(Actor actor, Guid id, ReleaseForm form) =>
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(actor, id, form, CancellationToken.None));

    private async Task EditAsync(Actor actor, Guid id, Guid session, Action<SessionForm> change)
    {
        var form = OrganiserDesk.Value(await _desk.Sessions.GetAsync(actor, id, session, CancellationToken.None)).Form;
        change(form);
        Assert.True((await _desk.Programme.EditSessionAsync(actor, id, session, form, CancellationToken.None)).IsSuccess);
    }

    private async Task<IReadOnlyList<string>> SessionsAsync(Guid id)
    {
        await using var context = await database.OpenAsync(Actor.Public);
        var release = await context.Releases.Include(row => row.Sessions).Where(row => row.EventId == id).OrderByDescending(row => row.Number).FirstAsync();
        return [.. release.Sessions.Select(session => $"{session.Title["en"]} {session.Sequence}{(session.IsCancelled ? " cancelled" : "")}").Order(StringComparer.Ordinal)];
    }
}
