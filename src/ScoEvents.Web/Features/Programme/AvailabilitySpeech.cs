using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Says who can be there when in the reader's language.</summary>
public sealed class AvailabilitySpeech(IStringLocalizer<AvailabilityTexts> texts)
{
    /// <summary>The name of a person or team, or whose head it is.</summary>
    public string Say(AvailabilitySubjectRow subject) =>
        subject.Kind == AvailabilitySubject.Head ? texts["HeadOf", subject.Name.ForReader()] : subject.Name.ForReader();

    /// <summary>What people of a kind are called together.</summary>
    public string Group(AvailabilitySubject kind) => texts[kind switch
    {
        AvailabilitySubject.Speaker => "People",
        AvailabilitySubject.Head => "Heads",
        AvailabilitySubject.InterpreterTeam => "Teams",
    }];

    /// <summary>"Away 09:00–12:00" of one day, or that somebody is away all day.</summary>
    public string Away(TimeSpan start, TimeSpan end) =>
        texts["Away", start == TimeSpan.Zero && end == TimeSpan.FromDays(1) ? texts["AllDay"].Value : Times(start, end)];

    /// <summary>"09:00–12:00", counted from the beginning of a day; isolated left to right.</summary>
    public static string Times(TimeSpan start, TimeSpan end) => $"\u2066{Time(start)}–{Time(end)}\u2069";

    private static string Time(TimeSpan time) => time == TimeSpan.FromDays(1)
        ? "24:00"
        : string.Create(CultureInfo.InvariantCulture, $"{time.Hours:00}:{time.Minutes:00}");
}
