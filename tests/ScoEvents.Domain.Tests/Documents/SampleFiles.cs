using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ScoEvents.Domain.Tests.Documents;

/// <summary>Small files of every type that is taken, and the means to spoil them.</summary>
internal static class SampleFiles
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private static readonly Lazy<byte[]> _zipBomb = new(MakeZipBomb);
    private static readonly Lazy<byte[]> _pdfBomb = new(() => PdfWithObjectStream(new byte[65 * 1024 * 1024]));

    /// <summary>A PDF file whose object stream unpacks into 65 megabytes.</summary>
    public static byte[] PdfBomb() => _pdfBomb.Value;

    public static byte[] Pdf(string extra = "", string after = "") => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {extra} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
        + $"xref\n0 3\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n{after}");

    /// <summary>A PDF file whose catalog lies in a compressed object stream.</summary>
    public static byte[] PdfWithObjectStream(byte[] objects, string dictionary = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", bool isPacked = true)
    {
        using var file = new MemoryStream();
        var packed = isPacked ? Deflate(objects) : objects;
        file.Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7\n5 0 obj\n<< {dictionary} /Length {packed.Length} >>\nstream\r\n")));
        file.Write(packed);
        file.Write("\nendstream\nendobj\nstartxref\n9\n%%EOF"u8);
        return file.ToArray();
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Office(string mainType, params (string Name, string Text)[] extra) => Zip(
    [
        ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/main.xml\" ContentType=\"{mainType}\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"),
        ("main.xml", "<main/>"),
        .. extra,
    ]);

    public static byte[] Docx(params (string Name, string Text)[] extra) => Office(OpenXml + "wordprocessingml.document.main+xml", extra);

    public static byte[] Xlsx() => Office(OpenXml + "spreadsheetml.sheet.main+xml");

    public static byte[] Pptx() => Office(OpenXml + "presentationml.presentation.main+xml");

    public static byte[] OpenDocument(string kind, params (string Name, string Text)[] extra) => Zip(
    [
        ("mimetype", "application/vnd.oasis.opendocument." + kind),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
        .. extra,
    ]);

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }

    /// <summary>300 kilobytes that unpack into more than 300 megabytes.</summary>
    public static byte[] ZipBomb() => [.. _zipBomb.Value];

    private static byte[] MakeZipBomb()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = new StreamWriter(archive.CreateEntry("[Content_Types].xml").Open()))
            {
                types.Write($"<Types><Override ContentType=\"{OpenXml}wordprocessingml.document.main+xml\"/></Types>");
            }

            using var stream = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 301; megabyte++)
            {
                stream.Write(zeros);
            }
        }

        return file.ToArray();
    }

    public static byte[] Png(uint width = 2, uint height = 2)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Deflate(new byte[14]));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    public static byte[] Jpeg(ushort width = 2, ushort height = 2) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0x00, 0x00,
        0xFF, 0xC0, 0x00, 0x0B, 0x08, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 0x01, 0x01, 0x11, 0x00,
        0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00,
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    private static void Chunk(Stream file, string kind, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
