using System.Text;
using ScoEvents.IntegrationTests.Access;

namespace ScoEvents.IntegrationTests.Access.Routes;

/// <summary>One line of <c>RouteTable.txt</c>: an address and what everybody gets there.</summary>
internal sealed record RouteRow(string Method, string Pattern, IReadOnlyDictionary<Asker, string> Codes)
{
    public string Key => $"{Method} {Pattern}";

    public string Line() => string.Join(' ', RouteTable.Askers.Select(asker => Codes[asker].PadRight(RouteTable.Width))).TrimEnd() + $"  {Key}";
}

/// <summary>The table of all addresses and everybody who could ask: the rule, kept beside the test that holds the portal to it.</summary>
internal static class RouteTable
{
    public const int Width = 5;

    private static readonly string _path = Path.Combine(AppContext.BaseDirectory, "Access", "Routes", "RouteTable.txt");

    /// <summary>Those who ask, in the order of the columns.</summary>
    public static IReadOnlyList<Asker> Askers { get; } =
    [
        Asker.Public, Asker.NoRole, Asker.Administrator, Asker.Auditor, Asker.FocalPoint, Asker.OtherFocalPoint,
        Asker.Staff, Asker.Registrar, Asker.EventOrganiser, Asker.Organiser, Asker.OrganiserElsewhere,
    ];

    public static IReadOnlyList<RouteRow> Read() =>
        [.. File.ReadAllLines(_path).Where(line => line.Length > 0 && !line.StartsWith('#')).Select(Parse)];

    public static string Write(IEnumerable<RouteRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.OrderBy(row => row.Pattern, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal))
        {
            text.AppendLine(row.Line());
        }

        return text.ToString();
    }

    private static RouteRow Parse(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var codes = Askers.Select((asker, index) => (asker, Code: parts[index])).ToDictionary(cell => cell.asker, cell => cell.Code);
        return new RouteRow(parts[Askers.Count], string.Join(' ', parts[(Askers.Count + 1)..]), codes);
    }
}
