using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ScoEvents.Exports.Tests.Pdf;

/// <summary>A picture in 256 shades, 0 is black.</summary>
internal sealed class GrayImage(int width, int height, byte[] shades)
{
    public int Width => width;

    public int Height => height;

    /// <summary>Reads a binary PGM.</summary>
    public static GrayImage Read(byte[] pgm)
    {
        var head = Encoding.ASCII.GetString(pgm.AsSpan(0, Math.Min(pgm.Length, 64))).Split('\n', 4);
        var size = head[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var start = head[0].Length + head[1].Length + head[2].Length + 3;
        return head[0] == "P5" && head[2] == "255" ? new GrayImage(size[0], size[1], pgm[start..]) : throw new InvalidDataException("It is no binary PGM of one byte a dot.");
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    public static GrayImage Unpack(byte[] packed)
    {
        using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var output = new MemoryStream();
        stream.CopyTo(output);
        return Read(output.ToArray());
    }

    /// <summary>As a compressed PGM, which picture viewers open.</summary>
    public byte[] Pack()
    {
        using var output = new MemoryStream();
        using (var stream = new GZipStream(output, CompressionLevel.SmallestSize))
        {
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n")));
            stream.Write(shades);
        }

        return output.ToArray();
    }

    /// <summary>Share of ink in a box, 0 to 1; the box is cut to the picture.</summary>
    public double Ink(int left, int top, int right, int bottom)
    {
        var (sum, dots) = (0L, 0);
        for (var y = Math.Max(0, top); y < Math.Min(height, bottom); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(width, right); x++)
            {
                sum += 255 - shades[(y * width) + x];
                dots++;
            }
        }

        return dots == 0 ? 0 : sum / (255.0 * dots);
    }

    /// <summary>The largest difference of ink in any square of the given side between two pictures of one size.</summary>
    public double LargestDifference(GrayImage other, int side)
    {
        var largest = 0.0;
        for (var y = 0; y < height; y += side)
        {
            for (var x = 0; x < width; x += side)
            {
                largest = Math.Max(largest, Math.Abs(Ink(x, y, x + side, y + side) - other.Ink(x, y, x + side, y + side)));
            }
        }

        return largest;
    }
}
