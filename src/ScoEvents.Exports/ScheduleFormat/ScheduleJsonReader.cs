using System.Globalization;
using System.Text.Json;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Reads the JSON form of the schedule exchange format, also from files that break its schema.</summary>
public static class ScheduleJsonReader
{
    private static readonly JsonDocumentOptions _options = new()
    {
        MaxDepth = ScheduleLimits.MaxDepth,
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a file within <see cref="ScheduleLimits"/>; what is wrong with it is in the answer and never an exception.</summary>
    /// <param name="input">UTF-8, or UTF-16 with a byte order mark; read to its end, never past the limit, and left open.</param>
    /// <param name="options">What to assume where the file is silent; null assumes the defaults.</param>
    /// <param name="cancellationToken">Checked while reading and at each session.</param>
    public static async Task<ScheduleReading> ReadAsync(Stream input, ScheduleReadingOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);

        var problems = new ScheduleProblems();
        if (await ScheduleInput.ReadAsync(input, cancellationToken).ConfigureAwait(false) is not { } bytes)
        {
            return problems.Refuse(FileTooLarge, ScheduleLimits.MaxBytes.ToString(CultureInfo.InvariantCulture));
        }

        var json = ScheduleInput.ToUtf8(bytes, repair: true, out var wasRepaired)!;
        if (ScheduleInput.RepairEscapes(json) || wasRepaired)
        {
            problems.Repaired(FileEncodingRepaired, "", null);
        }

        if (json.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return problems.Refuse(FileEmpty);
        }

        try
        {
            using var document = JsonDocument.Parse(json, _options);
            return new ScheduleJsonRows(problems, cancellationToken).Take(document.RootElement) is { } raw
                ? ScheduleAssembler.Assemble(raw, problems, options ?? new ScheduleReadingOptions(), cancellationToken)
                : problems.Refuse(FileNotASchedule);
        }
        catch (JsonException exception)
        {
            return IsTooDeep(json)
                ? problems.Refuse(FileTooDeep, ScheduleLimits.MaxDepth.ToString(CultureInfo.InvariantCulture))
                : problems.Refuse(FileSyntax, Position(exception.LineNumber), Position(exception.BytePositionInLine));
        }
    }

    private static string Position(long? zeroBased) => ((zeroBased ?? 0) + 1).ToString(CultureInfo.InvariantCulture);

    // The parser tells depth from syntax only in words.
    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            MaxDepth = ScheduleLimits.MaxDepth + 2,
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= ScheduleLimits.MaxDepth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // Broken before it is too deep: the syntax is what to report.
            return false;
        }

        return false;
    }
}
