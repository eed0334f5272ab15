using System.Text;
using static ScoEvents.Exports.Pdf.PrintedType;

namespace ScoEvents.Exports.Pdf;

/// <summary>A page of nobody that makes a browser open every font which documents are printed with.</summary>
/// <remarks>Chinese alone costs the first page of a browser most of a second for each weight, before there is a line on it.</remarks>
internal static class FontWarmth
{
    private static readonly (string Language, string Text)[] _samples = [("en", "Aa 1"), ("ru", "Яя"), ("zh", "中文"), ("hi", "हिन्दी"), ("ur", "اردو")];

    /// <summary>The page.</summary>
    public static string Html { get; } = Write();

    private static string Write()
    {
        var (style, body) = (new StringBuilder(NastaliqFaces), new StringBuilder());
        foreach (var (language, text) in _samples)
        {
            style.Append(':').Append("lang(").Append(language).Append("){font-family:").Append(FontStack(language)).Append("}\n");
            body.Append("<p lang=\"").Append(language).Append("\">").Append(text).Append(" <b>").Append(text).Append("</b></p>\n");
        }

        return $"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>-</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n";
    }
}
