using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Says what is wrong in a draft in the reader's language.</summary>
public sealed class ConflictSpeech(IStringLocalizer<ConflictTexts> texts)
{
    public string Say(ConflictKind kind) => texts[$"Kind.{kind}"];

    public string Say(ConflictSeverity severity) => texts[$"Severity.{severity}"];

    /// <summary>The sentence for a conflict, with the titles, names and numbers it is about.</summary>
    public string Say(DraftConflict conflict) => texts[
        $"Conflict.{conflict.Kind}", PortalLanguages.Current.Isolate(conflict.Title.ForReader()), PortalLanguages.Current.Isolate(conflict.OtherTitle?.ForReader() ?? ""), PortalLanguages.Current.Isolate(Subject(conflict)),
        Number(conflict, conflict.Wanted), Number(conflict, conflict.Given), LanguageNames.Of(conflict.Languages),
        conflict.Away is { } away ? Stretch(away.Start, away.End) : ""];

    /// <summary>Who or what it is about beside its sessions; for all rooms at once says so.</summary>
    public string Subject(DraftConflict conflict) => conflict switch
    {
        { Subject: { } side, SubjectKind: ConflictSubject.Head } => texts["HeadOf", side.ForReader()],
        { Subject: { } name } => name.ForReader(),
        _ => texts["AllRooms"],
    };

    /// <summary>The badge of a conflict: its severity, or that it was acknowledged.</summary>
    public string Badge(DraftConflict conflict) => conflict.Acknowledgement is null ? Say(conflict.Severity) : texts["Severity.Acknowledged"];

    /// <summary>How strongly a conflict speaks.</summary>
    public static Tone ToneOf(DraftConflict conflict) => conflict switch
    {
        { Severity: ConflictSeverity.Block } => Tone.Danger,
        { StandsInTheWay: true } => Tone.Warning,
        { Acknowledgement: not null } => Tone.Success,
        _ => Tone.Info,
    };

    /// <summary>"7 December 09:00–10:30", or both days where it lasts longer; midnight at the end of a day is 24:00 of it.</summary>
    public static string Stretch(DateTime start, DateTime end)
    {
        var culture = CultureInfo.CurrentCulture;
        var (lastDay, last) = end.TimeOfDay == TimeSpan.Zero && end > start ? (end.AddDays(-1).Date, "24:00") : (end.Date, end.ToString("HH:mm", culture));
        // Isolated left to right: among Urdu words the two times would change places.
        return start.Date == lastDay
            ? $"{start.ToString("m", culture)} \u2066{start.ToString("HH:mm", culture)}–{last}\u2069"
            : $"{start.ToString("m", culture)} {start.ToString("HH:mm", culture)} – {lastDay.ToString("m", culture)} {last}";
    }

    private static string Number(DraftConflict conflict, int? number) => (conflict.Kind, number) switch
    {
        (_, null) => "",
        (ConflictKind.RoomClearance, { } rank) => $"\u2066{((Classification)rank).Marking()}\u2069",
        (_, { } known) => known.ToString(CultureInfo.CurrentCulture),
    };
}

/// <summary>Says languages by their names in the reader's language.</summary>
public static class LanguageNames
{
    /// <summary>The name of a language, such as "Persian" for <c>fa</c>; the code itself where there is none.</summary>
    public static string Of(string code) => CultureInfo.GetCultureInfo(code).DisplayName;

    /// <summary>Several names, separated by commas.</summary>
    public static string Of(IEnumerable<string> codes) => PortalLanguages.Current.List(codes.Select(Of));
}
