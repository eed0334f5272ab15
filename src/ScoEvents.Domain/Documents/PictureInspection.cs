using System.Buffers.Binary;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Documents;

/// <summary>Walks through the parts of a picture: it has to end where the file ends, and must not unfold into more than a screen can hold.</summary>
internal static class PictureInspection
{
    private const long MaxPixels = 100_000_000;
    private const int PngSignatureLength = 8;
    private const int PngChunkFrame = 12;

    /// <summary>Whether the file begins as a PNG picture.</summary>
    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    /// <summary>Whether the file begins as a JPEG picture.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    /// <summary>Why the file is not taken, or null.</summary>
    public static Error? InspectPng(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[PngSignatureLength..];
        var isFirst = true;
        while (rest.Length >= PngChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var kind = rest[4..8];
            if (length > rest.Length - PngChunkFrame || isFirst != kind.SequenceEqual("IHDR"u8))
            {
                return DocumentErrors.Damaged();
            }

            if (isFirst && (length != 13 || TooManyPixels(BinaryPrimitives.ReadUInt32BigEndian(rest[8..]), BinaryPrimitives.ReadUInt32BigEndian(rest[12..]))))
            {
                return length == 13 ? DocumentErrors.Bomb() : DocumentErrors.Damaged();
            }

            var isEnd = kind.SequenceEqual("IEND"u8);
            rest = rest[((int)length + PngChunkFrame)..];
            if (isEnd)
            {
                return rest.IsEmpty ? null : DocumentErrors.TwoTypes();
            }

            isFirst = false;
        }

        return DocumentErrors.Damaged();
    }

    /// <summary>Why the file is not taken, or null.</summary>
    public static Error? InspectJpeg(ReadOnlySpan<byte> bytes)
    {
        var (at, hasSize) = (2, false);
        while (at + 3 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return DocumentErrors.Damaged();
            }

            if (IsFrame(marker) && length >= 7)
            {
                hasSize = true;
                if (TooManyPixels(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..])))
                {
                    return DocumentErrors.Bomb();
                }
            }

            at += 2 + length;
            if (marker is 0xDA)
            {
                at = EndOfScan(bytes, at);
                if (at + 1 < bytes.Length && bytes[at + 1] == 0xD9)
                {
                    return !hasSize ? DocumentErrors.Damaged() : at + 2 == bytes.Length ? null : DocumentErrors.TwoTypes();
                }
            }
        }

        return DocumentErrors.Damaged();
    }

    // Start of frame, C0 to CF without the tables of Huffman codes, arithmetic coding and the reserved one.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Within a scan FF 00 is a byte, FF D0 to FF D7 are restarts; any other marker ends it.
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                return bytes.Length;
            }

            at += next;
            if (at + 1 < bytes.Length && bytes[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }

        return bytes.Length;
    }

    private static bool TooManyPixels(uint width, uint height) => width == 0 || height == 0 || (long)width * height > MaxPixels;
}
