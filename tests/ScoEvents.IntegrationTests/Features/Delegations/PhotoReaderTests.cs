using System.Buffers.Binary;
using System.Text;
using ScoEvents.Web.Features.Delegations;
using SkiaSharp;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

/// <summary>What becomes of the files that people upload as photographs.</summary>
public sealed class PhotoReaderTests
{
    private const string Canary = "CANARY-28.6139N-77.2090E";

    [Fact]
    public async Task A_picture_becomes_a_portrait_without_anything_that_its_file_said_beside_it()
    {
        var upload = WithExif(Jpeg(900, 700), orientation: 1);
        Assert.Contains(Canary, Encoding.Latin1.GetString(upload), StringComparison.Ordinal);

        var portrait = (await PhotoReader.ReadAsync(upload, default)).Value;

        Assert.Equal((PhotoReader.Width, PhotoReader.Height, "image/jpeg"), (portrait.Width, portrait.Height, portrait.ContentType));
        Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(portrait.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(portrait.Bytes), StringComparison.Ordinal);
        using var decoded = SKBitmap.Decode(portrait.Bytes);
        Assert.Equal((PhotoReader.Width, PhotoReader.Height), (decoded.Width, decoded.Height));
    }

    [Fact]
    public async Task A_picture_that_a_camera_held_on_its_side_stands_upright()
    {
        // The left half is red; turned by a quarter to the right, as tag 6 asks, red comes to stand above.
        var portrait = (await PhotoReader.ReadAsync(WithExif(Jpeg(800, 600), orientation: 6), default)).Value;

        using var decoded = SKBitmap.Decode(portrait.Bytes);
        Assert.True(decoded.GetPixel(300, 60) is { Red: > 200, Blue: < 80 }, "above");
        Assert.True(decoded.GetPixel(300, 740) is { Red: < 80, Blue: > 200 }, "below");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_unread() =>
        Assert.Equal("photo.too-large", (await PhotoReader.ReadAsync(new byte[Domain.Delegations.DelegatePhoto.MaxBytes + 1], default)).Error!.Code);

    [Fact]
    public async Task A_small_file_that_would_unpack_to_billions_of_pixels_is_refused() =>
        Assert.Equal("photo.too-many-pixels", (await PhotoReader.ReadAsync(PngHeader(60_000, 60_000), default)).Error!.Code);

    [Fact]
    public async Task Half_a_picture_is_refused()
    {
        var whole = Jpeg(900, 700);

        Assert.Equal("photo.not-a-picture", (await PhotoReader.ReadAsync(whole[..(whole.Length / 2)], default)).Error!.Code);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public async Task What_is_no_photograph_is_refused_whatever_its_name_says(string content) =>
        Assert.Equal("photo.not-a-picture", (await PhotoReader.ReadAsync(Encoding.ASCII.GetBytes(content), default)).Error!.Code);

    [Fact]
    public async Task A_thumbnail_is_refused() =>
        Assert.Equal("photo.too-small", (await PhotoReader.ReadAsync(Jpeg(120, 160), default)).Error!.Code);

    /// <summary>Red on the left, blue on the right.</summary>
    private static byte[] Jpeg(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, red);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    /// <summary>The picture with an EXIF segment: its orientation, and a description that must not survive.</summary>
    private static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        var text = Encoding.ASCII.GetBytes(Canary + "\0");
        var tiff = new byte[8 + 2 + (2 * 12) + 4 + text.Length];
        Encoding.ASCII.GetBytes("MM\0*").CopyTo(tiff, 0);
        BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(8), 2);
        Entry(tiff.AsSpan(10), 0x010E, 2, (uint)text.Length, 38);
        Entry(tiff.AsSpan(22), 0x0112, 3, 1, (uint)orientation << 16);
        text.CopyTo(tiff, 38);
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        byte[] segment = [0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif];
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];

        static void Entry(Span<byte> at, ushort tag, ushort type, uint count, uint value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(at, tag);
            BinaryPrimitives.WriteUInt16BigEndian(at[2..], type);
            BinaryPrimitives.WriteUInt32BigEndian(at[4..], count);
            BinaryPrimitives.WriteUInt32BigEndian(at[8..], value);
        }
    }

    /// <summary>A PNG whose header promises a size, with nothing behind it worth the name.</summary>
    private static byte[] PngHeader(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]), .. Chunk("IEND", [])];

        static byte[] Chunk(string type, byte[] data)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
            var chunk = new byte[body.Length + 8];
            BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
            body.CopyTo(chunk, 4);
            BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Crc(body));
            return chunk;
        }
    }

    // PNG, annex D: the check sum of ISO 3309.
    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
