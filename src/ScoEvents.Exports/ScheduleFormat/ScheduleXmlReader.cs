using System.Globalization;
using System.Text;
using System.Xml;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Reads the XML form of the schedule exchange format, also from files that break its schema.</summary>
/// <remarks>No document type, no entities but the five of XML itself, nothing resolved or fetched; nesting is counted while reading.</remarks>
public static class ScheduleXmlReader
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 0,
        MaxCharactersInDocument = ScheduleLimits.MaxBytes,
        IgnoreComments = true,
        CloseInput = false,
    };

    /// <summary>Reads a file within <see cref="ScheduleLimits"/>; what is wrong with it is in the answer and never an exception.</summary>
    /// <param name="input">In the encoding that its declaration or byte order mark names; read to its end, never past the limit, and left open.</param>
    /// <param name="options">What to assume where the file is silent; null assumes the defaults.</param>
    /// <param name="cancellationToken">Checked while reading and at each node.</param>
    public static async Task<ScheduleReading> ReadAsync(Stream input, ScheduleReadingOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);

        var problems = new ScheduleProblems();
        if (await ScheduleInput.ReadAsync(input, cancellationToken).ConfigureAwait(false) is not { } bytes)
        {
            return problems.Refuse(FileTooLarge, ScheduleLimits.MaxBytes.ToString(CultureInfo.InvariantCulture));
        }

        if (bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return problems.Refuse(FileEmpty);
        }

        var rows = new ScheduleXmlRows(problems, cancellationToken);
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = XmlReader.Create(stream, _settings);
            return rows.Take(reader) is { } raw
                ? ScheduleAssembler.Assemble(raw, problems, options ?? new ScheduleReadingOptions(), cancellationToken)
                : problems.Refuse(FileNotASchedule);
        }
        catch (ScheduleTooDeepException)
        {
            return problems.Refuse(FileTooDeep, ScheduleLimits.MaxDepth.ToString(CultureInfo.InvariantCulture));
        }
        catch (XmlException exception)
        {
            return !rows.SawRoot && HasDocumentType(bytes)
                ? problems.Refuse(FileDocumentType)
                : problems.Refuse(
                    exception.InnerException is ArgumentException or DecoderFallbackException ? FileEncoding : FileSyntax,
                    exception.LineNumber.ToString(CultureInfo.InvariantCulture),
                    exception.LinePosition.ToString(CultureInfo.InvariantCulture));
        }
    }

    // The parser tells a document type from other faults only in words. UTF-16 has a zero beside each letter.
    private static bool HasDocumentType(byte[] bytes) =>
        Array.FindAll(bytes[..Math.Min(bytes.Length, 256 * 1024)], one => one != 0).AsSpan().IndexOf("<!DOCTYPE"u8) >= 0;
}

/// <summary>Ends the reading of XML that is nested too deep; never leaves the reader.</summary>
internal sealed class ScheduleTooDeepException : Exception;
