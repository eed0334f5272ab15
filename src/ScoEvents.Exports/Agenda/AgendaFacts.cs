using System.Globalization;

namespace ScoEvents.Exports.Agenda;

/// <summary>What stands on a cover beside the title, in the order to print; the marking is set by each writer in its own way.</summary>
internal static class AgendaFacts
{
    /// <summary>Terms with their texts; what is not known is left out.</summary>
    public static IEnumerable<(string Term, string Text)> Of(AgendaDocument agenda)
    {
        var labels = agenda.Labels;
        yield return (labels.Dates, agenda.DatesInWords);
        if (agenda.Place is { Length: > 0 } place)
        {
            yield return (labels.Place, place);
        }

        yield return (labels.TimeZone, agenda.TimeZoneInWords);
        if (agenda.Scope is { Length: > 0 } scope)
        {
            yield return (labels.Scope, scope);
        }

        yield return agenda.IsDraft ? (labels.StateOf, agenda.Release.PublishedInWords) : (labels.Release, Release(agenda.Release));
    }

    /// <summary>The line that runs at the foot of every page.</summary>
    public static string Edition(AgendaDocument agenda) => agenda.IsDraft
        ? $"{agenda.Labels.Draft} ({agenda.Release.PublishedInWords})"
        : $"{agenda.Labels.Release} {Number(agenda.Release)} ({agenda.Release.PublishedInWords})";

    /// <summary>The marking that runs at the head of every page, with the word for a draft.</summary>
    public static string RunningMarking(AgendaDocument agenda) => agenda.IsDraft
        ? $"{agenda.Labels.Draft} · {Domain.Documents.ClassificationMarkings.Marking(agenda.Classification)}"
        : Domain.Documents.ClassificationMarkings.Marking(agenda.Classification);

    // Two bare numbers side by side would change places in a right-to-left line; the brackets keep them apart.
    private static string Release(AgendaRelease release) => release.Name is null
        ? $"{Number(release)} ({release.PublishedInWords})"
        : $"{Number(release)} · {release.Name} ({release.PublishedInWords})";

    private static string Number(AgendaRelease release) => release.Number.ToString(CultureInfo.InvariantCulture);
}
