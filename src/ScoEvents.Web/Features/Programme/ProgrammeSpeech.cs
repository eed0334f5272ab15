using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Says what a programme is in the reader's language.</summary>
public sealed class ProgrammeSpeech(IStringLocalizer<ProgrammeTexts> texts)
{
    public string Say(SessionType type) => texts[$"Type.{type}"];

    public string Say(SessionAccess access) => texts[$"Access.{access}"];

    /// <summary>"09:00–10:30"; an end on a later day says so, midnight at the end of the day is 24:00.</summary>
    public string Say(DraftSlot slot)
    {
        var culture = CultureInfo.CurrentCulture;
        var midnight = slot.Start.Date.AddDays(1);
        var end = slot.End == midnight ? "24:00" : slot.End.ToString("HH:mm", culture);
        // Isolated left to right: among Urdu words the two times would change places.
        var range = $"\u2066{slot.Start.ToString("HH:mm", culture)}–{end}\u2069";
        return slot.End > midnight ? texts["EndsNextDayTime", range] : range;
    }

    /// <summary>A day with its weekday.</summary>
    public static string Day(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);
}
