using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

/// <summary>A session that was deleted comes back as it was.</summary>
public sealed class RestoringTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task A_deleted_session_comes_back_under_its_identity_with_people_place_and_state()
    {
        var (organiser, id, session, was) = await DeletedAsync();

        Assert.True((await RestoreAsync(organiser, id, session, was)).IsSuccess);

        var back = OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, session, CancellationToken.None));
        Assert.Equal((was.RoomId, was.Day, was.StartsAt, was.EndsAt, was.ChairId), (back.Form.RoomId, back.Form.Day, back.Form.StartsAt, back.Form.EndsAt, back.Form.ChairId));
        Assert.Equal("Opening", back.Form.Title.En);
        Assert.Equal(SessionState.Confirmed, back.State);
        Assert.Equal("stale", (await RestoreAsync(organiser, id, session, was)).Error?.Code);
    }

    [Fact]
    public async Task A_session_whose_room_was_taken_meanwhile_stays_away_and_the_refusal_names_the_other()
    {
        var (organiser, id, session, was) = await DeletedAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Faster", was.RoomId!.Value, "09:30", "10:30"));

        var refused = await RestoreAsync(organiser, id, session, was);

        Assert.Equal("programme.room-overlap", refused.Error?.Code);
        await using var context = await database.OpenAsync(organiser);
        Assert.False(await context.Sessions.AnyAsync(row => row.Id == session));
    }

    private async Task<(Actor Organiser, Guid EventId, Guid SessionId, SessionForm Was)> DeletedAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var form = OrganiserDesk.Session("Opening", await _desk.RoomAsync(organiser, id), "09:00", "10:00");
        form.ChairId = await _desk.SpeakerAsync(organiser, id, "Chair");
        var session = await _desk.SessionAsync(organiser, id, form);
        var read = OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, session, CancellationToken.None));
        Assert.True((await _desk.Programme.ChangeStateAsync(organiser, id, session, SessionState.Confirmed, read.Form.Version, CancellationToken.None)).IsSuccess);
        read = OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, session, CancellationToken.None));
        Assert.True((await _desk.Programme.DeleteSessionAsync(organiser, id, session, read.Form.Version, CancellationToken.None)).IsSuccess);
        return (organiser, id, session, read.Form.Copy());
    }

    private Task<ScoEvents.Domain.Shared.Result> RestoreAsync(Actor organiser, Guid id, Guid session, SessionForm was) =>
        _desk.Programme.RestoreSessionAsync(organiser, id, session, was, SessionState.Confirmed, CancellationToken.None);
}
