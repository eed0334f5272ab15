using ScoEvents.E2E.Browsing;
using Xunit;

namespace ScoEvents.E2E.Journeys;

/// <summary>What a focal point types is kept from the first letter on.</summary>
[Collection(PortalCollection.Name)]
public sealed class DraftsJourney(PortalFixture portal)
{
    [Fact]
    public Task What_was_typed_before_its_script_came_is_kept_too() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Drafts"), 12);
        await organiser.InviteMembersAsync(planned);
        var focalPoint = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await focalPoint.AcceptAsync(planned);
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isTyped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await focalPoint.Page.RouteAsync("**/js/typed*.js", async route =>
        {
            isAsked.SetResult();
            await isTyped.Task;
            await route.ContinueAsync();
        });
        await focalPoint.Button("Register a person").ClickAsync();
        await isAsked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await focalPoint.Field("Family name").FillAsync("Nurlanova");
        isTyped.SetResult();

        await focalPoint.SeesAsync("Draft kept");
    });
}
