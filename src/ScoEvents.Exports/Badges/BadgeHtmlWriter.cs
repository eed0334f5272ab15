using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static ScoEvents.Exports.Agenda.AgendaHtmlText;

namespace ScoEvents.Exports.Badges;

/// <summary>Writes badges as one self-contained page for the PDF engine: no script, nothing fetched, every text encoded, photos as data URIs.</summary>
public static class BadgeHtmlWriter
{
    private const int CardsPerSheet = 4;

    private static readonly string _cutMarks = string.Concat(
        new[] { "x0", "x1", "x2" }.SelectMany(line => new[] { $"v {line} above", $"v {line} below" })
            .Concat(new[] { "y0", "y1", "y2" }.SelectMany(line => new[] { $"h {line} before", $"h {line} after" }))
            .Select(mark => $"<i class=\"cut {mark}\" aria-hidden=\"true\"></i>"));

    /// <summary>The page as text, to be sent as UTF-8. Equal documents give equal text.</summary>
    public static string Write(BadgeDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = new StringBuilder(64 * 1024);
        WriteHead(html, document);
        foreach (var cards in document.Cards.Chunk(document.Layout == BadgeLayout.Sheet ? CardsPerSheet : 1))
        {
            WritePage(html, document, cards, isBack: false);
            WritePage(html, document, cards, isBack: true);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteHead(StringBuilder html, BadgeDocument document)
    {
        var style = BadgeStyleSheet.For(document);
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Line(document.Language)).Append("\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").Append(styleHash)
            .Append("'; img-src data:; base-uri 'none'; form-action 'none'\">\n<title>").Append(Line(document.Title))
            .Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n<main>\n");
    }

    private static void WritePage(StringBuilder html, BadgeDocument document, BadgeCard[] cards, bool isBack)
    {
        html.Append("<div class=\"page\">\n");
        for (var i = 0; i < cards.Length; i++)
        {
            // Turned over its long edge, the left column of a sheet comes to lie on the right.
            var place = isBack && document.Layout == BadgeLayout.Sheet ? i ^ 1 : i;
            WriteCard(html, document, cards[i], place, isBack);
        }

        if (document.Layout == BadgeLayout.Sheet)
        {
            html.Append(_cutMarks);
        }

        html.Append("</div>\n");
    }

    private static void WriteCard(StringBuilder html, BadgeDocument document, BadgeCard card, int place, bool isBack)
    {
        html.Append("<section class=\"card p").Append(place.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(card.Tone)
            .Append(isBack ? " back" : "").Append("\" dir=\"").Append(document.Direction == TextDirection.RightToLeft ? "rtl" : "ltr").Append("\">\n");
        if (isBack)
        {
            WriteBack(html, document, card);
        }
        else
        {
            WriteFront(html, document, card);
        }

        html.Append("</section>\n");
    }

    private static void WriteFront(StringBuilder html, BadgeDocument document, BadgeCard card)
    {
        html.Append("<div class=\"band\">");
        Paragraph(html, "event", document.Event.Title);
        Paragraph(html, "when", document.Event.Place is { } place ? $"{document.Event.Dates} · {place}" : document.Event.Dates);
        html.Append("</div>\n<div class=\"pictures\">");
        if (card.Photo is { } photo)
        {
            html.Append("<img class=\"photo\" alt=\"").Append(Line(Fill(document.Labels.PhotoOf, $"{card.GivenNames} {card.FamilyName}")))
                .Append("\" src=\"data:").Append(Line(photo.ContentType)).Append(";base64,").Append(Convert.ToBase64String(photo.Bytes)).Append("\">");
        }

        WriteCode(html, document, card);
        html.Append("</div>\n<div class=\"person ").Append(WidthOf(card)).Append("\">\n");
        html.Append("<p class=\"given\"><bdi lang=\"und-Latn\" dir=\"ltr\">").Append(Line(card.GivenNames)).Append("</bdi></p>\n<h2 class=\"family\"><bdi lang=\"und-Latn\" dir=\"ltr\">")
            .Append(Line(card.FamilyName.ToUpperInvariant())).Append("</bdi></h2>\n");
        WriteNativeName(html, card);
        Isolated(html, "function", card.Function);
        Isolated(html, "body", card.Body);
        html.Append("</div>\n<div class=\"foot\"><p class=\"side").Append(card.Side.Length > 24 ? " long" : "").Append("\">").Append(Line(card.Side))
            .Append("</p><p class=\"part\"><b class=\"role\">").Append(Line(card.Role)).Append("</b><span class=\"number\">")
            .Append(Line(Numbered(document, card))).Append("</span></p></div>\n");
    }

    private static void WriteBack(StringBuilder html, BadgeDocument document, BadgeCard card)
    {
        Paragraph(html, "event", document.Event.Title);
        WriteCode(html, document, card);
        Paragraph(html, "number", Numbered(document, card));
        Paragraph(html, "valid", $"{document.Labels.Valid}: {card.Valid}");
        if (card.Zones.Count > 0)
        {
            html.Append("<div class=\"zones\"><b>").Append(Line(document.Labels.Zones)).Append("</b><ul>");
            foreach (var zone in card.Zones)
            {
                html.Append("<li>").Append(Line(zone)).Append("</li>");
            }

            html.Append("</ul></div>\n");
        }

        Paragraph(html, "notice", document.Labels.Notice);
    }

    private static void WriteNativeName(StringBuilder html, BadgeCard card)
    {
        if (Line(card.NativeName) is not { Length: > 0 } native)
        {
            return;
        }

        var language = NativeScript.LanguageOf(card.NativeName, card.StateCode);
        html.Append("<p class=\"native\"><bdi");
        if (language is not null)
        {
            html.Append(" lang=\"").Append(language).Append('"');
        }

        html.Append(" dir=\"").Append(NativeScript.IsRightToLeft(language) ? "rtl" : "ltr").Append("\">").Append(native).Append("</bdi></p>\n");
    }

    private static void WriteCode(StringBuilder html, BadgeDocument document, BadgeCard card) =>
        SquareCode.Write(html, card.Payload, Line(Fill(document.Labels.CodeOf, card.Serial.ToString(CultureInfo.InvariantCulture))));

    // What focal points typed may be in any language; its own letters decide the direction.
    private static void Isolated(StringBuilder html, string className, string? text)
    {
        if (Line(text) is { Length: > 0 } line)
        {
            html.Append("<p class=\"").Append(className).Append("\"><bdi>").Append(line).Append("</bdi></p>\n");
        }
    }

    // Names are never cut: long ones are written smaller.
    private static string WidthOf(BadgeCard card)
    {
        var longest = Math.Max(card.FamilyName.Length * 2, Math.Max(card.GivenNames.Length, card.NativeName?.Length ?? 0) * 3 / 2);
        var rest = (card.Function?.Length ?? 0) + (card.Body?.Length ?? 0) + card.GivenNames.Length + card.FamilyName.Length + (card.NativeName?.Length ?? 0);
        return (longest, rest) switch
        {
            ( <= 28, <= 110) => "w1",
            ( <= 44, <= 170) => "w2",
            ( <= 110, <= 270) => "w3",
            _ => "w4",
        };
    }

    private static string Numbered(BadgeDocument document, BadgeCard card) => $"{document.Labels.Number} {card.Serial.ToString(CultureInfo.InvariantCulture)}";

    private static string Fill(string pattern, string text) => pattern.Replace("{0}", text, StringComparison.Ordinal);
}
