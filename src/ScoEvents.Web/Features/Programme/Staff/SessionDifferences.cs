using System.Globalization;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

/// <summary>What two versions of a session say differently, field by field.</summary>
internal static class SessionDifferences
{
    /// <summary>Rows for every field that differs.</summary>
    public static IReadOnlyList<VersionDifference> Between(SessionForm mine, SessionForm theirs, SessionOptions choices, SessionPage page)
    {
        VersionDifference Row(string label, Func<SessionForm, string?> say) => new(label, say(mine) ?? "", say(theirs) ?? "");
        var (texts, words) = (page.Texts, page.Words);
        string Person(Guid? id) => id is null ? "" : choices.Speakers.FirstOrDefault(speaker => speaker.Value == id)?.Text ?? "?";
        string Minutes(int? minutes) => minutes is { } known ? $" ({words["MinutesCount", known]})" : "";
        return VersionDifference.Among(
        [
            Row(texts["Type"], form => TextOf(choices.Types, form.Type)),
            Row(texts["Access"], form => TextOf(choices.Accesses, form.Access)),
            Row(words["Classification"], form => TextOf(choices.Classifications, form.MarkedAs)),
            Row(words["Track"], form => TextOf(choices.Tracks, form.TrackId)),
            .. VersionDifference.Of(texts["Title"], mine.Title, theirs.Title),
            .. VersionDifference.Of(texts["Abstract"], mine.Abstract, theirs.Abstract),
            Row(texts["Day"], form => form.Day is { } day ? ProgrammeSpeech.Day(day) : null),
            Row(texts["Room"], form => form.AllRooms ? words["AllRoomsChosen"] : TextOf(choices.Rooms, form.RoomId)),
            Row(texts["StartsAt"], form => form.StartsAt?.ToString("HH:mm", CultureInfo.CurrentCulture)),
            Row(texts["EndsAt"], form => form.EndsAt?.ToString("HH:mm", CultureInfo.CurrentCulture)),
            Row(texts["EndsNextDay"], form => texts[form.EndsNextDay ? "Yes" : "No"]),
            Row(words["Expected"], form => form.ExpectedAttendance?.ToString(CultureInfo.CurrentCulture)),
            Row(words["Layout"], form => TextOf(choices.Layouts, form.Layout)),
            Row(texts["Chair"], form => Person(form.ChairId)),
            Row(texts["Speakers"], form => string.Join("; ", form.Speakers.Select(part => Person(part.SpeakerId) + Minutes(part.Minutes)))),
            Row(words["AgendaItems"], form => string.Join("; ", form.AgendaItems.Select((item, index) =>
                $"{index + 1}. {string.Join(" / ", item.Title.ToDictionary().Values)}{(item.SpeakerId is null ? "" : ", " + Person(item.SpeakerId))}{Minutes(item.Minutes)}"))),
            Row(words["InterpretedInto"], form => PortalLanguages.Current.List(form.InterpretedInto.Select(SessionSpeech.Language))),
            Row(words["InterpreterTeams"], form => string.Join("; ", form.InterpreterTeams.Select(id => choices.Teams.FirstOrDefault(team => team.Value == id)?.Text ?? "?"))),
            Row(words["Notes"], form => form.Notes?.Trim()),
        ]);
    }

    private static string? TextOf<T>(IReadOnlyList<SelectOption<T>> options, T value) =>
        options.FirstOrDefault(option => EqualityComparer<T>.Default.Equals(option.Value, value))?.Text;
}
