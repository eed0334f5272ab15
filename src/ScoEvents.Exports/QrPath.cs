using System.Globalization;
using System.Text;
using QRCoder;

namespace ScoEvents.Exports;

/// <summary>A QR code as lines of an SVG picture, so that pages show it without an image of its own.</summary>
/// <remarks>ISO/IEC 18004, with its white margin of four modules.</remarks>
public static class QrPath
{
    /// <summary>How many modules the code is wide and high, margin included, and the path that fills its dark ones.</summary>
    /// <param name="text">What it says.</param>
    public static (int Size, string Path) Of(string text)
    {
        // Level M survives 15 % of damage: a scratched sleeve, a fold, a stamp, a reflection on a screen.
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x])
                {
                    continue;
                }

                var start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return (rows.Count, path.ToString());
    }
}
