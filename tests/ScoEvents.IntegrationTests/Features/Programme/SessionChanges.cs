using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.TestKit;

namespace ScoEvents.IntegrationTests.Features.Programme;

/// <summary>Changes what a session is by the entity's own methods, past its form.</summary>
internal static class SessionChanges
{
    /// <summary>Changes a session and saves it.</summary>
    public static async Task ChangeSessionAsync(this TestDatabase database, Actor actor, Guid sessionId, Action<Session> change)
    {
        await using var context = await database.OpenAsync(actor);
        var session = await context.Sessions.Include(row => row.Slot).Include(row => row.Speakers).Include(row => row.Interpreters).AsSplitQuery().SingleAsync(row => row.Id == sessionId);
        change(session);
        await context.SaveChangesAsync();
    }

    /// <summary>Says how many people a session expects.</summary>
    public static Task ExpectAsync(this TestDatabase database, Actor actor, Guid sessionId, int persons) => database.ChangeSessionAsync(
        actor, sessionId, row => row.Describe(new SessionFacts(row.Type, row.Access, row.Title, row.Abstract) { ExpectedAttendance = persons }, database.Clock.GetUtcNow()));
}
