using AngleSharp.Dom;
using ScoEvents.IntegrationTests.Access;
using ScoEvents.IntegrationTests.Access.Routes;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>The order in which languages stand in, which an event says, holds where it is one of several and where its focal points are at work.</summary>
[Collection(StaffPagesCollection.Name)]
public sealed class EventOrderTests(RoutePortal portal)
{
    [Fact]
    public async Task A_title_that_is_missing_in_the_readers_language_stands_in_the_one_that_the_event_puts_first()
    {
        var world = portal.World;
        var mine = $"/staff/invitations/{world.Own.InvitationId}";
        (Asker Reader, string Address)[] pages =
        [
            (Asker.Organiser, "/staff"), (Asker.Organiser, "/staff/events"), (Asker.Organiser, "/staff/attendance"), (Asker.Organiser, $"/staff/series/{world.SeriesId}"),
            (Asker.Organiser, "/staff/notices"), (Asker.Organiser, $"/staff/events/{world.EventId}/venue"), (Asker.Registrar, "/staff"), (Asker.Staff, "/staff"),
            (Asker.FocalPoint, "/staff"), (Asker.FocalPoint, "/staff/notices"), (Asker.FocalPoint, "/staff/invitations"),
            (Asker.FocalPoint, mine), (Asker.FocalPoint, $"{mine}/import"), (Asker.FocalPoint, $"{mine}/focal-points"),
        ];
        await portal.Database.ScalarAsync($"""UPDATE events SET fallback_order = '["zh","en"]' WHERE id = '{world.EventId}'""");
        try
        {
            var shown = new List<string>();
            foreach (var (reader, address) in pages)
            {
                var (_, page) = await portal[reader].WatchAsync(address, PortalLanguages.Russian);
                var titles = StaffPages.Content(page.Text).Descendants<IText>().Where(text => text.Data.Trim() is RouteWorld.Title or RouteWorld.ChineseTitle)
                    .Where(text => text.ParentElement!.LocalName != "option")
                    .Select(text => text.Data.Trim() == RouteWorld.ChineseTitle ? text.ParentElement!.Closest("[lang]")?.GetAttribute("lang") ?? "unmarked" : "en").Distinct();
                shown.Add($"{reader} {address}: {string.Join(' ', titles)}");
            }

            Assert.Equal(pages.Select(page => $"{page.Reader} {page.Address}: zh"), shown);
        }
        finally
        {
            await portal.Database.ScalarAsync($"UPDATE events SET fallback_order = '[]' WHERE id = '{world.EventId}'");
        }
    }
}
