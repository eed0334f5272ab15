using System.Buffers.Binary;
using System.IO.Compression;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Documents;

/// <summary>Unpacks a ZIP archive to find out how large it really is.</summary>
/// <remarks>
/// What the directory says of sizes is what whoever made the file wrote there, and the framework's own reader stops at it where another program unpacks on. So the directory is read here
/// (APPNOTE 4.3.12) and every part unpacked to its true end; one that is longer or shorter than it claims is refused.
/// </remarks>
internal static class ArchiveSizes
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int HeaderLength = 30;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    /// <summary>Why the archive is not taken, or null.</summary>
    /// <param name="bytes">The archive, ending with its directory.</param>
    /// <param name="limit">Bytes of all parts together.</param>
    public static Error? Refused(ReadOnlySpan<byte> bytes, long limit)
    {
        var end = bytes[^EndLength..];
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        long at = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        for (var entry = 0; entry < count; entry++)
        {
            if (at + EntryLength > bytes.Length || !bytes[(int)at..].StartsWith("PK\u0001\u0002"u8))
            {
                return DocumentErrors.Damaged();
            }

            var line = bytes[(int)at..];
            var claimed = BinaryPrimitives.ReadUInt32LittleEndian(line[24..]);
            if (Part(bytes, line) is not { } part)
            {
                return DocumentErrors.Damaged();
            }

            var size = BinaryPrimitives.ReadUInt16LittleEndian(line[10..]) == Stored ? part.Length : Unpacked(part, limit);
            limit -= size;
            if (limit < 0)
            {
                return DocumentErrors.Bomb();
            }

            if (size != claimed)
            {
                return DocumentErrors.Damaged();
            }

            at += EntryLength + BinaryPrimitives.ReadUInt16LittleEndian(line[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(line[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(line[32..]);
        }

        return null;
    }

    // The packed bytes of one part; null where they lie outside the file or are packed in another way.
    private static byte[]? Part(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> line)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(line[20..]);
        var header = (long)BinaryPrimitives.ReadUInt32LittleEndian(line[42..]);
        if (BinaryPrimitives.ReadUInt16LittleEndian(line[10..]) is not (Stored or Deflated) || header + HeaderLength > bytes.Length || !bytes[(int)header..].StartsWith("PK\u0003\u0004"u8))
        {
            return null;
        }

        var start = header + HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(bytes[((int)header + 26)..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[((int)header + 28)..]);
        return start + length > bytes.Length ? null : bytes.Slice((int)start, (int)length).ToArray();
    }

    private static long Unpacked(byte[] part, long limit)
    {
        using var stream = new DeflateStream(new MemoryStream(part, writable: false), CompressionMode.Decompress);
        var buffer = new byte[81_920];
        long size = 0;
        int read;
        while (size <= limit && (read = stream.Read(buffer)) > 0)
        {
            size += read;
        }

        return size;
    }
}
