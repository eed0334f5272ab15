using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Takes a file into memory within the bound, and its bytes to UTF-8.</summary>
internal static class ScheduleInput
{
    private const int ChunkSize = 64 * 1024;

    // Files of older programs name the code pages of Windows, which .NET knows only when asked to; so does the reader of workbooks.
    static ScheduleInput() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>All bytes, or null as soon as there are more than allowed; only asynchronous reads reach the stream.</summary>
    public static async Task<byte[]?> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            int count;
            while ((count = await input.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (bytes.Length + count > ScheduleLimits.MaxBytes)
                {
                    return null;
                }

                bytes.Write(chunk, 0, count);
            }
        }
        finally
        {
            // What was read may be confidential and the pool is everybody's.
            ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }

        return bytes.ToArray();
    }

    /// <summary>The text as UTF-8 without byte order mark; null when it is neither UTF-8 nor marked UTF-16, unless it may be repaired.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="repair">Whether bytes that are no UTF-8 become U+FFFD.</param>
    /// <param name="wasRepaired">Whether some did.</param>
    public static byte[]? ToUtf8(byte[] bytes, bool repair, out bool wasRepaired)
    {
        wasRepaired = false;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var encoding = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return Encoding.UTF8.GetBytes(encoding.GetString(bytes.AsSpan(2)));
        }

        var body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        if (Utf8.IsValid(body))
        {
            return body;
        }

        wasRepaired = repair;
        return repair ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)) : null;
    }

    /// <summary>Makes JSON escapes of half characters (<c>\ud800</c> alone) into escapes of U+FFFD, in place.</summary>
    /// <returns>Whether there were any.</returns>
    /// <remarks>RFC 8259, section 8.2: such texts exist, and what programs do with them is unpredictable. .NET throws.</remarks>
    public static bool RepairEscapes(Span<byte> json)
    {
        var repaired = false;
        for (var i = json.IndexOf((byte)'\\'); i >= 0 && i + 1 < json.Length; i = Next(json, i))
        {
            var unit = Escape(json, i);
            if (unit is null)
            {
                i++;
                continue;
            }

            if (char.IsHighSurrogate((char)unit) && Escape(json, i + 6) is { } low && char.IsLowSurrogate((char)low))
            {
                i += 11;
                continue;
            }

            if (char.IsSurrogate((char)unit))
            {
                "fffd"u8.CopyTo(json[(i + 2)..]);
                repaired = true;
            }

            i += 5;
        }

        return repaired;
    }

    private static int Next(Span<byte> json, int i)
    {
        var next = i + 1 < json.Length ? json[(i + 1)..].IndexOf((byte)'\\') : -1;
        return next < 0 ? -1 : i + 1 + next;
    }

    private static int? Escape(ReadOnlySpan<byte> json, int i)
    {
        if (i + 6 > json.Length || json[i] != '\\' || json[i + 1] != 'u')
        {
            return null;
        }

        var value = 0;
        foreach (var digit in json.Slice(i + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return null;
            }

            value = (value << 4) + Convert.ToInt32(((char)digit).ToString(), 16);
        }

        return value;
    }
}
