using ScoEvents.Bench;

return args switch
{
    ["seed", var folder, var slug, var sessions] => await AgendaSeed.RunAsync(PortalDatabaseFolder.ConnectionString(folder, "App"), slug, int.Parse(sessions, System.Globalization.CultureInfo.InvariantCulture)),
    ["bare", var address, var headers, var body] => await BareEndpoint.RunAsync(address, headers, body),
    ["uncached", var page] => await UncachedTime.RunAsync(new Uri(page)),
    ["circuits", var portal, var heap, var page] => await CircuitMemory.RunAsync(new Uri(portal), heap, page),
    ["conflicts"] => ConflictTime.Run(),
    ["exports"] => await ExportTime.RunAsync(),
    ["token-seed", var folder] => await TokenSeed.RunAsync(folder),
    ["memory", var portal, var process, var heap, var folder, var slug, var printed, .. var kinds] => await ExportMemory.RunAsync(
        new ExportMemory.Portal(new Uri(portal), int.Parse(process, System.Globalization.CultureInfo.InvariantCulture), heap, folder), slug, printed, kinds),
    ["lists"] => await ListTime.RunAsync(),
    ["board-seed", var folder] => await BoardSeed.RunAsync(PortalDatabaseFolder.ConnectionString(folder, "Owner")),
    ["board", var portal, var eventId] => await BoardTime.RunAsync(new Uri(portal), eventId),
    ["import"] => await ImportTime.RunAsync(),
    ["badges"] => await BadgeTime.RunAsync(),
    ["door-seed", var folder] => await DoorSeed.RunAsync(PortalDatabaseFolder.ConnectionString(folder, "Superuser")),
    ["door", var portal, var folder, var eventId] => await DoorTime.RunAsync(new Uri(portal), folder, Guid.Parse(eventId)),
    ["review", var portal, var folder] => await ReviewTime.RunAsync(new Uri(portal), folder),
    ["search", var folder] => await SearchTime.RunAsync(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        seed <data folder> <slug> <sessions>     Publishes an event with that many sessions; nothing where the slug is taken.
        bare <address> <headers> <body>          Answers every request with these bytes and headers, by Kestrel alone.
        uncached <page>                          Measures how long a page takes that is not kept.
        circuits <portal> <heap folder> <page>   Measures what the portal keeps for an open staff page; see circuits.sh.
        conflicts                                Measures how long all conflicts of a programme take to find.
        exports                                  Measures how long each format of an agenda takes, and what it leaves behind.
        token-seed <data folder>                 Makes a token for a program of the demonstration's staff, and writes it; see api.sh.
        memory <portal> <process> <heap folder> <data folder> <slug> <slug for PDF> [kind …]
                                                 Measures whether memory stays flat over 200 files of each kind; see memory.sh.
        lists                                    Measures how long a list of 1,500 participants takes in each format.
        board-seed <data folder>                 Drafts an event of 300 sessions, ten rooms and five days, and writes its id.
        import                                   Measures how long a spreadsheet of 500 persons takes to become two delegations.
        badges                                   Measures how long 300 badges take to print.
        door-seed <data folder>                  Gives 1,500 persons of an event of today badges, and writes its id.
        door <portal> <data folder> <event>      Measures how many check-ins a second the portal takes; see door.sh.
        board <portal> <event>                   Measures how fast its timetable opens and confirms a drop; see board.sh.
        review <portal> <data folder>            Measures how long the review queue of 1,500 persons takes; see review.sh.
        search <data folder>                     Measures how long finding takes among 500 events and 1,500 delegates; see search.sh.
        """);
    return 2;
}
