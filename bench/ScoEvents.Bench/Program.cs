using ScoEvents.Bench;

return args switch
{
    ["seed", var folder, var slug, var sessions] => await AgendaSeed.RunAsync(PortalDatabaseFolder.ConnectionString(folder, "App"), slug, int.Parse(sessions, System.Globalization.CultureInfo.InvariantCulture)),
    ["bare", var address, var headers, var body] => await BareEndpoint.RunAsync(address, headers, body),
    ["commands", var folder, var page] => await CommandCount.RunAsync(PortalDatabaseFolder.ConnectionString(folder, "App"), new Uri(page)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        seed <data folder> <slug> <sessions>     Publishes an event with that many sessions; nothing where the slug is taken.
        bare <address> <headers> <body>          Answers every request with these bytes and headers, by Kestrel alone.
        commands <data folder> <page>            Counts the SQL commands the portal needs for one page that is not kept.
        """);
    return 2;
}
