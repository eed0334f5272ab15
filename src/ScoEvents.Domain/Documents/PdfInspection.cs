using System.IO.Compression;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Documents;

/// <summary>Looks for what makes a PDF file more than paper.</summary>
/// <remarks>ISO 32000-1: names may be written with #-escapes (7.3.5), and objects may lie inside compressed object streams (7.5.7); both are read.</remarks>
internal static class PdfInspection
{
    private const int MaxUnpacked = 64 * 1024 * 1024;
    private const int LongestDictionary = 4096;
    private const int TailLength = 1024;

    // An action is one of these by its name, wherever the dictionary lies. Long enough not to occur in packed bytes by chance.
    private static readonly string[] _actions =
    [
        "/JavaScript", "/Launch", "/RichMedia", "/ImportData", "/SubmitForm", "/EmbeddedFile", "/GoToE", "/GoToR",
        // Forms with scripts of their own; the name is short, so what follows it counts.
        "/XFA ", "/XFA[", "/XFA\r", "/XFA\n",
    ];

    /// <summary>Why the file is not taken, or null.</summary>
    public static Error? Inspect(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - TailLength)..];
        var end = tail.LastIndexOf("%%EOF"u8);
        if (end < 0)
        {
            return DocumentErrors.Damaged();
        }

        if (!tail[(end + 5)..].Trim(" \t\r\n\0"u8).IsEmpty)
        {
            return DocumentErrors.TwoTypes();
        }

        if (Mentions(bytes, ["/Encrypt"]))
        {
            return DocumentErrors.Encrypted();
        }

        return Mentions(bytes, _actions) ? DocumentErrors.Active() : InObjectStreams(bytes);
    }

    private static Error? InObjectStreams(ReadOnlySpan<byte> bytes)
    {
        var unpacked = 0;
        for (var at = 0; bytes[at..].IndexOf("stream"u8) is >= 0 and var found;)
        {
            var start = at + found;
            at = start + 6;
            if (start >= 3 && bytes[(start - 3)..start].SequenceEqual("end"u8))
            {
                continue;
            }

            var dictionary = Dictionary(bytes[Math.Max(0, start - LongestDictionary)..start]);
            // Programs know an object stream by its first object, whatever type it claims.
            if (!Mentions(dictionary, ["/First"]) && !Mentions(dictionary, ["/ObjStm"]))
            {
                continue;
            }

            var body = bytes[at..];
            body = body.StartsWith("\r\n"u8) ? body[2..] : body.StartsWith("\n"u8) || body.StartsWith("\r"u8) ? body[1..] : body;
            var end = body.IndexOf("endstream"u8);
            if (end < 0)
            {
                return DocumentErrors.Damaged();
            }
            if (Unpack(body[..end], dictionary, MaxUnpacked - unpacked) is not { } objects)
            {
                return DocumentErrors.Damaged();
            }

            unpacked += objects.Length;
            if (unpacked >= MaxUnpacked)
            {
                return DocumentErrors.Bomb();
            }

            if (Mentions(objects, _actions))
            {
                return DocumentErrors.Active();
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> Dictionary(ReadOnlySpan<byte> before)
    {
        var start = before.LastIndexOf(" obj"u8);
        return start < 0 ? before : before[start..];
    }

    // Null where it is packed in a way that cannot be looked into; then it is not taken.
    private static byte[]? Unpack(ReadOnlySpan<byte> body, ReadOnlySpan<byte> dictionary, int limit)
    {
        if (!Mentions(dictionary, ["/Filter"]))
        {
            return body.ToArray();
        }

        if (!Mentions(dictionary, ["/FlateDecode"]) || Mentions(dictionary, ["/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/RunLengthDecode", "/Crypt", "/DecodeParms"]))
        {
            return null;
        }

        try
        {
            using var packed = new ZLibStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
            using var objects = new MemoryStream();
            var buffer = new byte[81_920];
            int read;
            while (objects.Length < limit && (read = packed.Read(buffer)) > 0)
            {
                objects.Write(buffer, 0, read);
            }

            return objects.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool Mentions(ReadOnlySpan<byte> bytes, ReadOnlySpan<string> names)
    {
        for (var at = 0; bytes[at..].IndexOf((byte)'/') is >= 0 and var found; at += found + 1)
        {
            foreach (var name in names)
            {
                if (IsName(bytes[(at + found)..], name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsName(ReadOnlySpan<byte> bytes, string name)
    {
        var at = 0;
        foreach (var letter in name)
        {
            if (at < bytes.Length && bytes[at] == letter)
            {
                at++;
            }
            else if (at + 2 < bytes.Length && bytes[at] == '#' && Hex(bytes[at + 1]) * 16 + Hex(bytes[at + 2]) == letter)
            {
                at += 3;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static int Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : 1_000;
}
