using System.Globalization;

namespace ScoEvents.Exports.Agenda;

/// <summary>Parts of a session in one line each, with the signs of the document's language; every part is cleaned.</summary>
internal static class AgendaSpeech
{
    /// <summary>Name, own script, function, side, minutes and topic.</summary>
    public static string Person(AgendaDocument agenda, AgendaPerson person)
    {
        var line = Joined(AgendaPunctuation.For(agenda.Language).Comma, NameOf(person), person.Function);
        line = Joined(" · ", line, person.Side);
        line = Joined(" – ", line, person.Topic);
        return person.Minutes is { } minutes ? $"{line} ({Minutes(agenda, minutes)})" : line;
    }

    /// <summary>A point with who introduces it and how long.</summary>
    public static string Point(AgendaDocument agenda, AgendaPoint point)
    {
        var line = Joined(" · ", point.Title, point.Speaker);
        return point.Minutes is { } minutes ? $"{line} ({Minutes(agenda, minutes)})" : line;
    }

    /// <summary>The same with its number, from 1.</summary>
    public static string Point(AgendaDocument agenda, AgendaPoint point, int index) =>
        $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. {Point(agenda, point)}";

    /// <summary>The languages that are interpreted; empty for none.</summary>
    public static string Interpretation(AgendaDocument agenda, AgendaEntry entry) =>
        Joined(AgendaPunctuation.For(agenda.Language).Comma, [.. entry.Interpretation]);

    /// <summary>The parts that are not empty.</summary>
    public static string Joined(string separator, params string?[] parts) =>
        string.Join(separator, parts.Select(ExportText.CleanLine).Where(part => part.Length > 0));

    /// <summary>A number of minutes in words.</summary>
    public static string Minutes(AgendaDocument agenda, int minutes) => string.Format(CultureInfo.InvariantCulture, agenda.Labels.Minutes, minutes);

    private static string NameOf(AgendaPerson person) =>
        ExportText.CleanLine(person.NativeName) is { Length: > 0 } native ? $"{ExportText.CleanLine(person.Name)} ({native})" : ExportText.CleanLine(person.Name);
}
