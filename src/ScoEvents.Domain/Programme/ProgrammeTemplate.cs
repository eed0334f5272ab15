using System.Globalization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>The templates that there are.</summary>
public enum TemplateKind
{
    /// <summary>A seminar, usually of two days.</summary>
    Seminar,

    /// <summary>A forum, usually of two days.</summary>
    Forum,

    /// <summary>A training, usually of three days.</summary>
    Training,

    /// <summary>A signing ceremony, usually of one day.</summary>
    SigningCeremony,
}

/// <summary>A session as a template has it, on a day of a certain event.</summary>
/// <param name="Type">What happens in it.</param>
/// <param name="Access">Who may attend.</param>
/// <param name="Title">The title in all languages.</param>
/// <param name="Day">The day.</param>
/// <param name="StartsAt">On the clock of the place.</param>
/// <param name="Minutes">How long, <see cref="Slot.MinMinutes"/> to <see cref="Slot.MaxMinutes"/>.</param>
/// <param name="IsForAllRooms">Whether it takes all rooms of the event at once: breaks and ceremonies.</param>
public sealed record TemplateSession(
    SessionType Type, SessionAccess Access, LocalizedText Title, DateOnly Day, TimeOnly StartsAt, int Minutes, bool IsForAllRooms)
{
    /// <summary>When it ends, on the clock of the place, the same day.</summary>
    public TimeOnly EndsAt => StartsAt.AddMinutes(Minutes);
}

/// <summary>A session of a template before it has a day.</summary>
/// <param name="Start">Hour and minute of the start on the clock of the place, as 09:30.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Type">What happens in it.</param>
/// <param name="Access">Who may attend.</param>
/// <param name="Title">The title in all languages; one with <see cref="TemplateTitles.Number"/> is numbered through the event.</param>
internal sealed record TemplateItem(string Start, int Minutes, SessionType Type, SessionAccess Access, LocalizedText Title);

/// <summary>The usual course of an event of a type: what happens on its first, its last and the days between.</summary>
public sealed class ProgrammeTemplate
{
    /// <summary>Days that a template fills at most; the middle days of a longer event beyond them stay empty.</summary>
    public const int MaxDays = 10;

    private static readonly SessionType[] _forAllRooms =
        [SessionType.OpeningCeremony, SessionType.Closing, SessionType.Break, SessionType.GroupPhoto, SessionType.Reception, SessionType.Signing];

    /// <summary>The first time at which a session of a template starts.</summary>
    public static readonly TimeOnly WorkStarts = new(9, 0);

    /// <summary>The last time at which a session of a template ends.</summary>
    public static readonly TimeOnly WorkEnds = new(18, 0);

    internal ProgrammeTemplate(TemplateKind kind, EventType type, int usualDays, TemplateDays days) =>
        (Kind, Type, UsualDays, Days) = (kind, type, usualDays, days);

    /// <summary>Which one.</summary>
    public TemplateKind Kind { get; }

    /// <summary>The type of event it is for.</summary>
    public EventType Type { get; }

    /// <summary>How many days such an event usually has.</summary>
    public int UsualDays { get; }

    private TemplateDays Days { get; }

    /// <summary>The sessions of an event of these days, in order of time.</summary>
    /// <param name="days">The days of the event, in order; beyond <see cref="MaxDays"/> the middle ones get nothing.</param>
    public IReadOnlyList<TemplateSession> On(IReadOnlyList<DateOnly> days)
    {
        var filled = days.Count <= MaxDays ? days : [.. days.Take(MaxDays - 1), days[^1]];
        var numbers = new Dictionary<LocalizedText, int>();
        var sessions = new List<TemplateSession>();
        for (var index = 0; index < filled.Count; index++)
        {
            sessions.AddRange(Of(index, filled.Count).Select(item => Place(item, filled[index], numbers)));
        }

        return sessions;
    }

    private IReadOnlyList<TemplateItem> Of(int index, int count) => (index, count) switch
    {
        (0, 1) => Days.Only,
        (0, _) => Days.First,
        _ when index == count - 1 => Days.Last,
        _ => Days.Middle,
    };

    private static TemplateSession Place(TemplateItem item, DateOnly day, Dictionary<LocalizedText, int> numbers)
    {
        var title = item.Title;
        if (TemplateTitles.IsNumbered(title))
        {
            numbers[title] = numbers.GetValueOrDefault(title) + 1;
            title = TemplateTitles.Numbered(title, numbers[title]);
        }

        return new TemplateSession(
            item.Type, item.Access, title, day, TimeOnly.ParseExact(item.Start, "HH:mm", CultureInfo.InvariantCulture), item.Minutes, _forAllRooms.Contains(item.Type));
    }
}

/// <summary>What happens on the days of a template.</summary>
/// <param name="Only">The day of an event of one day.</param>
/// <param name="First">The first of several.</param>
/// <param name="Middle">Each of those between.</param>
/// <param name="Last">The last of several.</param>
internal sealed record TemplateDays(
    IReadOnlyList<TemplateItem> Only, IReadOnlyList<TemplateItem> First, IReadOnlyList<TemplateItem> Middle, IReadOnlyList<TemplateItem> Last);
