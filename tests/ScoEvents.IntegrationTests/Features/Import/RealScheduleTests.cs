using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Import;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Import;

/// <summary>Two real schedules, which are not part of the project: they are looked for in <c>shared/schedule-format</c> beside the checkout, or where <c>SCOEVENTS_SHARED</c> says.</summary>
public sealed class RealScheduleTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly OrganiserDesk _events = new(database);
    private readonly ImportDesk _desk = new(database);

    [SharedScheduleTheory]
    [InlineData("camp2019.json", 79, 2, 7, 90)]
    [InlineData("democon.json", 36, 2, 2, 27)]
    public async Task A_real_schedule_is_taken_over_completely_and_only_once(string name, int sessions, int rooms, int tracks, int persons)
    {
        var organiser = await database.OrganiserAsync();
        var id = await _events.EventAsync(organiser);
        var file = await File.ReadAllBytesAsync(Path.Combine(SharedScheduleTheoryAttribute.Folder!, name));
        var form = ImportDesk.Form();
        form.TakesDays = true;

        var (plan, done) = await _desk.ImportAsync(organiser, id, file, form);

        Assert.Equal(new ImportDone(sessions, 0, 0), done);
        Assert.Equal(
            [sessions, persons, rooms, tracks],
            Enum.GetValues<ImportKind>().Select(kind => plan.Rows.Count(row => row.Kind == kind && row.Outcome == ImportOutcome.Create)));
        await using var context = await database.OpenAsync(organiser);
        var taken = await context.Sessions.AsNoTracking().Include(row => row.Slot).Include(row => row.Speakers).Where(row => row.EventId == id).ToListAsync();
        Assert.All(taken, session => Assert.NotNull(session.Slot!.RoomId));
        Assert.All(taken, session => Assert.True(session.Title.LongestLength <= Session.MaxTitleLength && !session.Abstract.In(null).Contains("<p>", StringComparison.Ordinal)));
        Assert.False((await _desk.PlanAsync(organiser, id, file, form)).HasWork);
    }

    public void Dispose() => _desk.Dispose();
}

/// <summary>A test that runs where the shared schedules lie beside the checkout, and is reported as skipped elsewhere.</summary>
internal sealed class SharedScheduleTheoryAttribute : TheoryAttribute
{
    public SharedScheduleTheoryAttribute() => Skip = Folder is null ? "The shared schedules do not lie beside the checkout." : null;

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ScoEvents.sln")))
        {
            root = root.Parent;
        }

        var named = Environment.GetEnvironmentVariable("SCOEVENTS_SHARED");
        return new[] { named, root?.Parent is { } beside ? Path.Combine(beside.FullName, "shared") : null }
            .Where(folder => !string.IsNullOrEmpty(folder))
            .SelectMany(folder => new[] { folder!, Path.Combine(folder!, "schedule-format") })
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "camp2019.json")));
    }
}
