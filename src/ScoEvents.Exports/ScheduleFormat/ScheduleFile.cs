namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>The forms in which a programme comes.</summary>
public enum ScheduleFileKind
{
    /// <summary>The exchange format as JSON.</summary>
    Json,

    /// <summary>The exchange format as XML.</summary>
    Xml,

    /// <summary>A table of sessions: separated text or a workbook.</summary>
    Table,
}

/// <summary>Tells what a file is by what is in it: a name can be anything.</summary>
public static class ScheduleFile
{
    /// <summary>Whether it begins as JSON or XML does; everything else is taken for a table, whose reader says what it is not.</summary>
    public static ScheduleFileKind Sniff(ReadOnlySpan<byte> bytes)
    {
        // UTF-16 has a zero beside each of these characters.
        ReadOnlySpan<byte> before = [0x20, 0x09, 0x0D, 0x0A, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF];
        var start = bytes.IndexOfAnyExcept(before);
        return start < 0 ? ScheduleFileKind.Table : bytes[start] switch
        {
            (byte)'{' or (byte)'[' => ScheduleFileKind.Json,
            (byte)'<' => ScheduleFileKind.Xml,
            _ => ScheduleFileKind.Table,
        };
    }

    /// <summary>Whether it is a ZIP archive, as workbooks of today are.</summary>
    internal static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Whether it is a compound file, as workbooks before 2007 and those with a password are.</summary>
    internal static bool IsOldWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
}
