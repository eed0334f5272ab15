using System.Globalization;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>The days of a schedule: taken from the file, and made for sessions that no day lists.</summary>
internal sealed class ScheduleDays(ScheduleClock clock, bool hasZone, ScheduleProblems problems)
{
    private readonly List<ScheduleDay> _days = [];

    private readonly Dictionary<RawDay, ScheduleDay> _byRaw = [];

    /// <summary>All days by date, then index.</summary>
    public IReadOnlyList<ScheduleDay> All => [.. _days.OrderBy(day => day.Index)];

    public ScheduleDays Take(RawSchedule raw)
    {
        // A day without a date of its own has the date of its first session.
        var firstDates = raw.Events
            .Where(one => one.Day is not null)
            .Select(one => (one.Day, Date: ScheduleClock.ParseMoment(one.Date) is { Time: not null } moment ? moment.Date : null))
            .Where(one => one.Date is not null)
            .GroupBy(one => one.Day!)
            .ToDictionary(group => group.Key, group => group.Min(one => one.Date!.Value));
        var taken = raw.Days.Select(day => Number(day.Index)).OfType<int>().ToHashSet();
        var given = new HashSet<int>();
        foreach (var day in raw.Days)
        {
            var date = ScheduleClock.ParseMoment(day.Date)?.Date
                ?? ScheduleClock.ParseMoment(day.Start)?.Date
                ?? (firstDates.TryGetValue(day, out var first) ? first : null);
            if (date is null)
            {
                problems.Refused(DayWithoutDate, day.Path, null);
                continue;
            }

            var index = Number(day.Index);
            if (index is null || !given.Add(index.Value))
            {
                index = Enumerable.Range(1, raw.Days.Count * 2).First(free => !taken.Contains(free) && !given.Contains(free));
                given.Add(index.Value);
                problems.Repaired(DayIndex, day.Path, null, index.Value.ToString(CultureInfo.InvariantCulture));
            }

            var made = Hours(day, index.Value, date.Value);
            _days.Add(made);
            _byRaw[day] = made;
        }

        return this;
    }

    /// <summary>The day a session is listed under; null in tables and where the day was refused.</summary>
    public ScheduleDay? Listed(RawDay? raw) => raw is not null && _byRaw.TryGetValue(raw, out var day) ? day : null;

    /// <summary>The offset of a listed day's hours where the file names no zone: a better guess than any assumed zone.</summary>
    public TimeSpan? Offset(RawDay? raw) => hasZone || raw is null
        ? null
        : ScheduleClock.ParseMoment(raw.Start)?.Offset ?? ScheduleClock.ParseMoment(raw.End)?.Offset;

    /// <summary>The day of a session that no day lists: the one of its date, made where there is none.</summary>
    public ScheduleDay ForDate(DateOnly date)
    {
        if (_days.Find(day => day.Date == date) is { } found)
        {
            return found;
        }

        var made = new ScheduleDay(_days.Count == 0 ? 1 : _days.Max(day => day.Index) + 1, date, clock.Midnight(date), clock.Midnight(date.AddDays(1)));
        _days.Add(made);
        return made;
    }

    private ScheduleDay Hours(RawDay raw, int index, DateOnly date)
    {
        var start = Instant(raw.Start);
        var end = Instant(raw.End);
        var hasHours = start is not null && end > start;
        if (!hasHours || ScheduleClock.ParseMoment(raw.Date) is null)
        {
            problems.Repaired(DayRepaired, raw.Path, null, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return hasHours
            ? new ScheduleDay(index, date, start!.Value, end!.Value)
            : new ScheduleDay(index, date, clock.Midnight(date), clock.Midnight(date.AddDays(1)));
    }

    private DateTimeOffset? Instant(string? text) => ScheduleClock.ParseMoment(text) switch
    {
        { Date: { } date, Time: { } time, Offset: { } offset } => new DateTimeOffset(date.ToDateTime(time), offset),
        { Date: { } date, Time: { } time } => clock.Place(date, time, out _),
        _ => null,
    };

    private static int? Number(string? text) =>
        int.TryParse(ScheduleWords.AsciiDigits(text?.Trim() ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
