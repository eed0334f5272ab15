using ScoEvents.E2E.Browsing;
using Xunit;

namespace ScoEvents.E2E.Journeys;

/// <summary>Every page of the other journeys, 360 pixels wide.</summary>
[Collection(PortalCollection.Name)]
public sealed class PhoneJourney(PortalFixture portal)
{
    private const int Width = 360;

    [Fact]
    public Task No_page_is_wider_than_a_phone() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Telecommunicationsinfrastructureprotectioncapabilities"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddRoomAsync(planned, "Hall B");
        await organiser.AddSessionAsync(planned, "Plenary", "A session on a phone", "Hall A", "09:30", "10:30");
        await organiser.InviteMembersAsync(planned);
        await organiser.PublishAsync(planned);
        var publicAddress = await organiser.PublicAddressAsync(planned);
        var kazakhstan = await journey.SignedInAsync(Person.FocalPointOfKazakhstan, width: Width);
        var delegation = await kazakhstan.AcceptAsync(planned);
        await kazakhstan.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова");
        await kazakhstan.AssertFitsAsync();
        await kazakhstan.FillPersonAsync("Member", "Marat", "Akhmetov");
        await kazakhstan.AssertFitsAsync();
        List<string> tooWide = [];

        await VisitAsync(kazakhstan, ["/staff", "/staff/invitations", delegation]);
        await VisitAsync(await journey.SignedInAsync(Person.Organiser, width: Width),
        [
            "/staff", "/staff/events", "/staff/events/new", planned.Address(), planned.Address("/edit"), planned.Address("/venue"),
            planned.Address("/programme"), planned.Address("/programme/sessions/new"), planned.Address("/programme/publish"),
            planned.Address("/invitations"), planned.Address("/delegations"), planned.Address("/exports"),
        ]);
        var reader = await journey.VisitorAsync(width: Width);
        reader.Expects("404");
        await VisitAsync(reader,
        [
            .. new[] { "en", "ru", "ur" }.SelectMany(language => new[]
            {
                $"/{language}", $"/{language}/events", $"/{language}/states", $"/{language}/help", publicAddress.Replace("/en/", $"/{language}/", StringComparison.Ordinal),
                publicAddress.Replace("/en/", $"/{language}/", StringComparison.Ordinal) + "/agenda",
            }),
            "/account/sign-in", "/no-such-page",
        ]);

        Assert.True(tooWide.Count == 0, string.Join(Environment.NewLine, tooWide));

        async Task VisitAsync(Visitor visitor, string[] addresses)
        {
            foreach (var address in addresses)
            {
                await visitor.OpenAsync(address);
                if (await visitor.IsTooWideAsync() is { } excess)
                {
                    tooWide.Add(excess);
                }
            }
        }
    });
}
