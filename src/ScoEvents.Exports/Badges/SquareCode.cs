using System.Globalization;
using System.Text;

namespace ScoEvents.Exports.Badges;

/// <summary>A QR code as a picture of lines, sharp at every size.</summary>
internal static class SquareCode
{
    /// <summary>Writes an SVG image that fills its box, white margin of four modules included (ISO/IEC 18004).</summary>
    /// <param name="html">Where to.</param>
    /// <param name="text">What it says.</param>
    /// <param name="label">What a screen reader says, encoded already.</param>
    public static void Write(StringBuilder html, string text, string label)
    {
        var (modules, path) = QrPath.Of(text);
        var size = modules.ToString(CultureInfo.InvariantCulture);
        html.Append("<svg class=\"code\" role=\"img\" aria-label=\"").Append(label).Append("\" viewBox=\"0 0 ").Append(size).Append(' ').Append(size)
            .Append("\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h").Append(size).Append('v').Append(size).Append("H0z\"/><path d=\"").Append(path);
        html.Append("\"/></svg>");
    }
}
