using System.Globalization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>Compares a file with a draft and says what will be created, changed, left as it is, and refused. Reads nothing and writes nothing.</summary>
public sealed class ImportPlanner
{
    // What the planner says itself, and better: with the consequence.
    private static readonly string[] _saidOtherwise = [ScheduleProblemCodes.RoomOverlap, ScheduleProblemCodes.RoomMissing];

    private readonly ImportDraft _draft;
    private readonly ScheduleDocument _document;
    private readonly ImportChoices _choices;
    private readonly ILookup<int, ImportRemark> _problems;
    private readonly List<ImportRemark> _remarks;
    private readonly ImportNames _names;
    private readonly ImportPeople _people;

    private ImportPlanner(ImportDraft draft, ScheduleReading reading, ImportChoices choices)
    {
        (_draft, _document, _choices) = (draft, reading.Document!, choices);
        var problems = reading.Problems.Where(problem => !_saidOtherwise.Contains(problem.Code) && !IsLasting(problem)).ToList();
        _problems = problems.Where(problem => problem.Row is not null).ToLookup(problem => problem.Row!.Value, Remark);
        _remarks = [.. problems.Where(problem => problem.Row is null).Select(Remark)];
        _names = new ImportNames(draft, _document, choices.VenueId);
        _people = new ImportPeople(draft, _document);
    }

    /// <summary>Makes the plan. Refused: <c>import.venue-needed</c> where rooms are missing and no venue is chosen for them.</summary>
    /// <param name="draft">What is there.</param>
    /// <param name="reading">What the file holds; its document is not null.</param>
    /// <param name="choices">What the organiser chose.</param>
    /// <exception cref="ArgumentException">The file as a whole was refused.</exception>
    public static Result<ImportPlan> Plan(ImportDraft draft, ScheduleReading reading, ImportChoices choices)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(choices);
        return reading.Document is null
            ? throw new ArgumentException("A file that was refused cannot be planned.", nameof(reading))
            : new ImportPlanner(draft, reading, choices).Plan();
    }

    private Result<ImportPlan> Plan()
    {
        var missing = _names.Rooms.Count(room => room.RoomId is null);
        if (missing > 0 && _choices.VenueId is null && _choices.VenueName.IsEmpty)
        {
            return Error.Invalid("VenueName.En", "import.venue-needed", missing);
        }

        var days = Days();
        var zone = EventZone.Find(days?.TimeZone ?? _draft.Event.TimeZone);
        var (first, last) = days is not null ? (days.First, days.Last) : _draft.Event.Days ?? default;
        TimeInterval? span = zone is null || (days is null && _draft.Event.Days is null) ? null : zone.Days(first, last);
        ReportZone(zone);
        var drafts = new ImportSessions(_draft, _document, _choices, _names, _people, zone, span, _problems).Take();
        var sessions = drafts.Where(one => one.Planned is not null).Select(one => one.Planned!).ToList();
        return new ImportPlan(
            _draft.Event.Id,
            _draft.Fingerprint,
            [.. drafts.Select(one => one.Row).Concat(Lost()).OrderBy(row => row.Number), .. _names.Rows, .. _people.Rows],
            _remarks,
            new ImportSteps(_choices, days, _names.Rooms, _names.Tracks, _people.Persons, sessions));
    }

    // Rows of the file of which nothing could be read.
    private IEnumerable<ImportRow> Lost()
    {
        var taken = _document.Events.Select(one => one.Row).ToHashSet();
        return _problems.Where(row => !taken.Contains(row.Key) && row.Any(remark => remark.Severity == ScheduleSeverity.Refused))
            .Select(row => new ImportRow(ImportKind.Session, row.Key, "", ImportOutcome.Refuse, false, [], [.. row]));
    }

    private PlannedDays? Days()
    {
        if (!_choices.TakesDays || !_draft.Event.MayTakeDays)
        {
            return null;
        }

        var zone = OwnZone() ?? EventZone.Find(_draft.Event.TimeZone);
        if (zone is null)
        {
            return null;
        }

        var none = new List<ImportRemark>();
        var times = _document.Events.Select(one => ImportTimes.Of(one, zone, _choices.KeepsClock, none)).ToList();
        var first = times.Select(time => DateOnly.FromDateTime(zone.ToLocal(time.Start))).Append(_document.Conference.Start).Min();
        var last = times.Select(time => DateOnly.FromDateTime(zone.ToLocal(time.End.AddTicks(-1)))).Append(_document.Conference.End).Max();
        if (last.DayNumber - first.DayNumber >= EventDates.MaxDays)
        {
            _remarks.Add(new ImportRemark(ScheduleSeverity.Refused, ImportCodes.DaysTooMany, "", [EventDates.MaxDays.ToString(CultureInfo.InvariantCulture)]));
            return null;
        }

        _remarks.Add(new ImportRemark(ScheduleSeverity.Note, ImportCodes.DaysTaken, "", [Iso(first), Iso(last), zone.Id]));
        return (first, last, zone.Id) == (_draft.Event.Days?.First, _draft.Event.Days?.Last, _draft.Event.TimeZone) ? null : new PlannedDays(first, last, zone.Id);
    }

    // A zone that the file names but does not keep to would show every session at another hour than people know it by.
    private EventZone? OwnZone() =>
        !_choices.KeepsClock && EventZone.Find(_document.Conference.TimeZoneName) is { } zone
        && _document.Events.All(one => zone.Rules.GetUtcOffset(one.Start) == one.Start.Offset)
            ? zone
            : null;

    private void ReportZone(EventZone? zone)
    {
        if (zone is not null && !_choices.KeepsClock
            && _document.Events.FirstOrDefault(one => zone.Rules.GetUtcOffset(one.Start) != one.Start.Offset) is { } other)
        {
            var offset = other.Start.ToString("zzz", CultureInfo.InvariantCulture);
            _remarks.Add(new ImportRemark(ScheduleSeverity.Note, ImportCodes.ZoneDiffers, "", [$"{_document.Conference.TimeZoneName} {offset}".Trim(), zone.Id]));
        }
    }

    // A number or a code is as good as a guid, and every row of a table has one or the other.
    private static bool IsLasting(ScheduleProblem problem) => problem is { Code: ScheduleProblemCodes.GuidDerived, Arguments: [_, var source, ..] }
        && (source.StartsWith("id/", StringComparison.Ordinal) || source.StartsWith("code/", StringComparison.Ordinal) || source.StartsWith("slug/", StringComparison.Ordinal));

    private static ImportRemark Remark(ScheduleProblem problem) => new(problem.Severity, problem.Code, problem.Path, problem.Arguments);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
