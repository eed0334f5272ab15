using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class TracksTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task Tracks_are_added_last_moved_and_numbered_without_gaps()
    {
        var (organiser, id) = await EventAsync();
        var (first, second, third) = (await AddAsync(organiser, id, "First"), await AddAsync(organiser, id, "Second"), await AddAsync(organiser, id, "Third"));

        Assert.True((await _desk.Tracks.MoveAsync(organiser, id, third, -1, default)).IsSuccess);
        Assert.Equal([first, third, second], (await ListAsync(organiser, id)).Select(track => track.Id));
        Assert.True((await _desk.Tracks.MoveAsync(organiser, id, first, -1, default)).IsSuccess);
        Assert.True((await _desk.Tracks.MoveAsync(organiser, id, first, int.MaxValue, default)).IsSuccess);
        Assert.Equal([third, second, first], (await ListAsync(organiser, id)).Select(track => track.Id));
    }

    [Fact]
    public async Task A_track_is_changed_by_who_saw_it_last_and_deleted_without_its_sessions()
    {
        var (organiser, id) = await EventAsync();
        var track = await AddAsync(organiser, id, "Incidents");
        var form = OrganiserDesk.Session("Session");
        form.TrackId = track;
        var session = await _desk.SessionAsync(organiser, id, form);
        var seen = Assert.Single(await ListAsync(organiser, id));
        var change = new TrackForm { Name = new LocalizedTextInput { En = "Response" }, Color = TrackColor.Violet, Version = seen.Version };

        Assert.True((await _desk.Tracks.EditAsync(organiser, id, track, change, default)).IsSuccess);
        Assert.Equal("stale", (await _desk.Tracks.EditAsync(organiser, id, track, change, default)).Error?.Code);
        Assert.Equal("stale", (await _desk.Tracks.DeleteAsync(organiser, id, track, seen.Version, default)).Error?.Code);
        var changed = Assert.Single(await ListAsync(organiser, id));
        Assert.Equal(("Response", TrackColor.Violet, 1), (changed.Name["en"], changed.Color, changed.Sessions));
        Assert.True((await _desk.Tracks.DeleteAsync(organiser, id, track, changed.Version, default)).IsSuccess);

        Assert.Empty(await ListAsync(organiser, id));
        Assert.Null(OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, session, default)).Form.TrackId);
    }

    [Fact]
    public async Task A_wrong_name_or_color_is_refused_beside_its_field()
    {
        var (organiser, id) = await EventAsync();

        Assert.Equal([("Name.En", "track.name-missing"), ("Color", "required")], OrganiserDesk.Refusals(await _desk.Tracks.AddAsync(organiser, id, new TrackForm { Color = null }, default)));
        Assert.Equal([("Name.Ru", "track.name-too-long"), ("Color", "choice")], OrganiserDesk.Refusals(await _desk.Tracks.AddAsync(
            organiser, id, new TrackForm { Name = new LocalizedTextInput { Ru = new string('я', 121) }, Color = (TrackColor)77 }, default)));
    }

    [Fact]
    public async Task Two_who_add_at_once_get_two_places()
    {
        var (organiser, id) = await EventAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => AddAsync(organiser, id, $"Track {number}"))));

        await using var context = await database.OpenAsync(organiser);
        Assert.Equal(Enumerable.Range(0, 8), context.Tracks.Where(track => track.EventId == id).Select(track => track.Position).ToList().Order());
    }

    [Fact]
    public async Task A_list_costs_as_many_commands_for_three_tracks_as_for_one()
    {
        var (organiser, id) = await EventAsync();
        await AddAsync(organiser, id, "First");
        var one = await CommandCount.OfAsync(async () => Assert.Single(await ListAsync(organiser, id)));
        await AddAsync(organiser, id, "Second");
        await AddAsync(organiser, id, "Third");

        var three = await CommandCount.OfAsync(async () => Assert.Equal(3, (await ListAsync(organiser, id)).Count));

        Assert.Equal(one, three);
    }

    private async Task<(Actor Organiser, Guid EventId)> EventAsync()
    {
        var organiser = await database.OrganiserAsync();
        return (organiser, await _desk.EventAsync(organiser));
    }

    private async Task<Guid> AddAsync(Actor actor, Guid eventId, string name) =>
        OrganiserDesk.Value(await _desk.Tracks.AddAsync(actor, eventId, new TrackForm { Name = new LocalizedTextInput { En = name } }, default));

    private async Task<IReadOnlyList<TrackRow>> ListAsync(Actor actor, Guid eventId) => OrganiserDesk.Value(await _desk.TrackQueries.ListAsync(actor, eventId, default));
}
