using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Turns the HTML that real schedules carry in their texts into plain text, and guards plain text from being read as HTML.</summary>
/// <remarks>
/// Only AngleSharp's tokenizer is used, no tree: the work is linear and knows no nesting, so a text of 50,000 open
/// elements costs no more than one of 50,000 words.
/// </remarks>
internal static partial class MarkupText
{
    private static readonly HashSet<string> _blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    private static readonly HashSet<string> _inlines = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "applet", "area", "audio", "b", "base", "bdi", "bdo", "big", "body", "button", "canvas",
        "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "del", "dfn", "dialog", "em", "embed",
        "fieldset", "figcaption", "font", "frame", "frameset", "head", "html", "i", "iframe", "img", "input", "ins", "kbd",
        "label", "legend", "link", "map", "mark", "marquee", "math", "menu", "meta", "meter", "noembed", "noframes", "noscript",
        "object", "optgroup", "option", "output", "param", "picture", "plaintext", "progress", "q", "rp", "rt", "ruby", "s",
        "samp", "script", "search", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub", "sup",
        "svg", "td", "template", "textarea", "th", "time", "title", "track", "tt", "u", "var", "video", "wbr", "xmp",
    };

    // What stands between their tags is not text for people.
    private static readonly HashSet<string> _unread = new(StringComparer.Ordinal) { "iframe", "noembed", "noframes", "script", "style" };

    /// <summary>The text as people would read it; a text without tags and character references comes back as it is.</summary>
    /// <remarks>
    /// An angle bracket that opens no known element and carries no attribute stays text (<c>vector&lt;int&gt;</c>,
    /// <c>a &lt; b</c>); the result is text, never markup, and pages encode it.
    /// </remarks>
    public static string ToPlain(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return text;
        }

        var source = HideLiterals(text);
        var tokenizer = new HtmlTokenizer(new TextSource(source), HtmlEntityProvider.Resolver);
        var plain = new StringBuilder(text.Length);
        var sawTags = false;
        string? address = null;
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token)
            {
                case { Type: HtmlTokenType.Character }:
                    plain.Append(token.Data);
                    break;
                case HtmlTagToken tag when IsKnown(tag) || tag.Attributes.Count > 0:
                    sawTags = true;
                    if (tag.Name == "a")
                    {
                        AppendAddress(plain, address);
                        address = tag.Type == HtmlTokenType.StartTag ? tag.GetAttribute("href") : null;
                    }

                    AppendBreak(plain, tag);
                    if (tag.Type == HtmlTokenType.StartTag && _unread.Contains(tag.Name))
                    {
                        SkipContent(tokenizer, tag.Name);
                    }

                    break;
                case HtmlTagToken tag:
                    AppendLiteral(plain, source, tag);
                    break;
                default:
                    sawTags = true;
                    break;
            }
        }

        AppendAddress(plain, address);
        return sawTags ? Tidy(plain.ToString()) : plain.ToString();
    }

    /// <summary>The text in the form that <see cref="ToPlain"/>, and every program that shows HTML, reads back as the same text.</summary>
    public static string Guard(string plain) => ToPlain(plain) == plain
        ? plain
        : plain.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool IsKnown(HtmlTagToken tag) => _blocks.Contains(tag.Name) || _inlines.Contains(tag.Name);

    // A bracket that is never closed would swallow the rest of the text, and "?a=1&copy=2" is no copyright sign.
    private static string HideLiterals(string text)
    {
        var lastClose = text.LastIndexOf('>');
        var head = text[..(lastClose + 1)];
        var tail = text[(lastClose + 1)..].Replace("<", "&lt;", StringComparison.Ordinal);
        return LooseAmpersand().Replace(head + tail, "&amp;");
    }

    private static void AppendBreak(StringBuilder plain, HtmlTagToken tag)
    {
        if (tag.Name is "td" or "th")
        {
            plain.Append(' ');
        }
        else if (_blocks.Contains(tag.Name))
        {
            plain.Append('\n');
            if (tag.Name == "li" && tag.Type == HtmlTokenType.StartTag)
            {
                plain.Append("• ");
            }
        }
    }

    private static void AppendAddress(StringBuilder plain, string? address)
    {
        if (address is null || !(address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var shown = address.TrimEnd('/');
        if (plain.Length < shown.Length || plain.ToString(plain.Length - shown.Length, shown.Length) != shown)
        {
            plain.Append(" (").Append(address).Append(')');
        }
    }

    private static void AppendLiteral(StringBuilder plain, string source, HtmlTagToken tag)
    {
        var start = tag.Position.Position - 2;
        if (tag.Type == HtmlTokenType.EndTag)
        {
            start--;
        }

        start = source.LastIndexOf('<', Math.Clamp(start + 1, 0, source.Length - 1));
        var end = start < 0 ? -1 : source.IndexOf('>', start);
        if (end > start)
        {
            plain.Append(source, start, end - start + 1);
        }
    }

    private static void SkipContent(HtmlTokenizer tokenizer, string name)
    {
        tokenizer.State = name == "script" ? HtmlParseMode.Script : HtmlParseMode.Rawtext;
        for (var token = tokenizer.Get(); token.Type is not (HtmlTokenType.EndTag or HtmlTokenType.EndOfFile); token = tokenizer.Get())
        {
        }

        tokenizer.State = HtmlParseMode.PCData;
    }

    private static string Tidy(string text)
    {
        var lines = ManySpaces().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), " ")
            .Split('\n')
            .Select(line => line.Trim());
        return ManyBreaks().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    [GeneratedRegex("&(?!(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)")]
    private static partial Regex LooseAmpersand();

    [GeneratedRegex("[ \t]{2,}")]
    private static partial Regex ManySpaces();

    [GeneratedRegex("\n{3,}")]
    private static partial Regex ManyBreaks();
}
