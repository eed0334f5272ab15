using ScoEvents.Bench;

return args switch
{
    ["seed", var database, var slug, var sessions] => await AgendaSeed.RunAsync(database, slug, int.Parse(sessions, System.Globalization.CultureInfo.InvariantCulture)),
    ["bare", var address, var headers, var body] => await BareEndpoint.RunAsync(address, headers, body),
    ["commands", var database, var page] => await CommandCount.RunAsync(database, new Uri(page)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        seed <connection string> <slug> <sessions>   Publishes an event with that many sessions; nothing where the slug is taken.
        bare <address> <headers file> <body file>    Answers every request with these bytes and headers, by Kestrel alone.
        commands <connection string> <page>          Counts the SQL commands the portal needs for one page that is not kept.
        """);
    return 2;
}
