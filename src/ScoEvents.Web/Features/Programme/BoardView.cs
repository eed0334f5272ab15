using System.Globalization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>How somebody looks at the timetable; it stands in the address, so that it survives a reload and can be sent to others.</summary>
/// <param name="Day">The day shown, or null for the first.</param>
/// <param name="Snap">Minutes to which times are rounded: one of <see cref="Snaps"/>.</param>
/// <param name="Zoom">How high an hour is: one of <see cref="Zooms"/>.</param>
/// <param name="IsList">Whether it is shown as a list.</param>
public sealed record BoardView(DateOnly? Day, int Snap, int Zoom, bool IsList)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string List = "list";

    /// <summary>Minutes to which times can be rounded.</summary>
    public static IReadOnlyList<int> Snaps { get; } = [5, 10, 15, 30];

    /// <summary>Steps from low to high hours.</summary>
    public static IReadOnlyList<int> Zooms { get; } = [1, 2, 3, 4];

    /// <summary>What an address without any wish shows.</summary>
    public static BoardView Usual { get; } = new(null, 15, 2, false);

    /// <summary>Reads it from the parts of an address; whatever makes no sense is as usual.</summary>
    public static BoardView Read(string? day, string? snap, string? zoom, string? view) => new(
        DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown) ? shown : null,
        Among(Snaps, snap) ?? Usual.Snap, Among(Zooms, zoom) ?? Usual.Zoom, view == List);

    /// <summary>The parts of the address; null for what is as usual.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>
    {
        ["day"] = Day?.ToString(DayFormat, CultureInfo.InvariantCulture),
        ["snap"] = Snap == Usual.Snap ? null : Snap,
        ["zoom"] = Zoom == Usual.Zoom ? null : Zoom,
        ["view"] = IsList ? List : null,
    };

    /// <summary>A day as it stands in addresses.</summary>
    public static string Written(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads a day of an address or of a drop; null where it is none.</summary>
    public static DateOnly? ReadDay(string? day) => Read(day, null, null, null).Day;

    private static int? Among(IReadOnlyList<int> choices, string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && choices.Contains(number) ? number : null;
}
