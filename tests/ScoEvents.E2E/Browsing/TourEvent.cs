namespace ScoEvents.E2E.Browsing;

/// <summary>An event on which every page has something to show.</summary>
public static class TourEvent
{
    /// <summary>Makes it, with rooms, sessions, persons, invitations, a release and a delegation of two.</summary>
    public static async Task<(PlannedEvent Planned, string PublicAddress, string Delegation)> PrepareAsync(this Journey journey)
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Seminar on information security"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddRoomAsync(planned, "Hall B");
        await organiser.FillSessionAsync(planned, "Plenary", "Opening of the seminar", "Hall A", "09:30", "10:30");
        await organiser.AddSpeakerAsync("Timur Liukmanov", "Deputy Director");
        await organiser.SaveSessionAsync(planned, "Opening of the seminar");
        await organiser.AddSessionAsync(planned, "Panel", "Incidents across borders", "Hall B", "11:00", "12:00");
        await organiser.InviteMembersAsync(planned);
        await organiser.PublishAsync(planned);
        var publicAddress = await organiser.PublicAddressAsync(planned);
        var kazakhstan = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        var delegation = await kazakhstan.AcceptAsync(planned);
        await kazakhstan.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова");
        await kazakhstan.RegisterAsync("Member", "Marat", "Akhmetov");
        return (planned, publicAddress, delegation);
    }

    /// <summary>Every page of every role, in English.</summary>
    public static async Task<IReadOnlyList<TourStop>> EveryPageAsync(this Journey journey)
    {
        var (planned, publicAddress, delegation) = await journey.PrepareAsync();
        List<TourStop> stops = [];
        await AddAsync(await journey.SignedInAsync(Person.Organiser), "/staff", planned.Address());
        await AddAsync(await journey.SignedInAsync(Person.FocalPointOfKazakhstan), delegation, "/staff");
        await AddAsync(await journey.SignedInAsync(Person.Registrar), "/staff");
        await AddAsync(await journey.SignedInAsync(Person.Administrator), "/staff");
        await AddAsync(await journey.VisitorAsync(), "/en", publicAddress, publicAddress + "/agenda", "/account/sign-in");
        return stops;

        // A page that another role has shown already is not shown again; the first one of everybody is.
        async Task AddAsync(Visitor visitor, params string[] starts) =>
            stops.AddRange((await visitor.WalkAsync(planned, starts)).Where(stop => stop.Pattern == "/staff" || stops.All(seen => seen.Pattern != stop.Pattern)));
    }
}
