using System.Globalization;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Collects the problems of one reading within its bound.</summary>
internal sealed class ScheduleProblems
{
    private const int MaxArgumentLength = 200;

    private readonly List<ScheduleProblem> _listed = [];

    private int _unlisted;

    public void Note(string code, string path, int? row, params string?[] arguments) => Add(ScheduleSeverity.Note, code, path, row, arguments);

    public void Repaired(string code, string path, int? row, params string?[] arguments) => Add(ScheduleSeverity.Repaired, code, path, row, arguments);

    public void Refused(string code, string path, int? row, params string?[] arguments) => Add(ScheduleSeverity.Refused, code, path, row, arguments);

    public ScheduleReading Refuse(string code, params string?[] arguments)
    {
        Refused(code, "", null, arguments);
        return Finish(null);
    }

    public ScheduleReading Finish(ScheduleDocument? document)
    {
        if (_unlisted > 0)
        {
            _listed.Add(new(ScheduleSeverity.Note, ScheduleProblemCodes.MoreProblems, "", null, [_unlisted.ToString(CultureInfo.InvariantCulture)]));
        }

        return new ScheduleReading(document, _listed);
    }

    private void Add(ScheduleSeverity severity, string code, string path, int? row, string?[] arguments)
    {
        if (_listed.Count >= ScheduleLimits.MaxProblems)
        {
            _unlisted++;
            return;
        }

        _listed.Add(new ScheduleProblem(severity, code, Short(path), row, [.. arguments.Select(Short)]));
    }

    // What is quoted from a hostile file must not become a hostile report.
    private static string Short(string? text)
    {
        var head = text is { Length: > 2 * MaxArgumentLength } ? text[..(2 * MaxArgumentLength)] : text;
        var line = ScheduleWords.CleanLine(head);
        if (line.Length <= MaxArgumentLength)
        {
            return line;
        }

        var length = MaxArgumentLength - 1;
        return line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)] + "…";
    }
}
