using System.Globalization;
using System.Text;

namespace ScoEvents.Exports;

/// <summary>
/// Names a downloaded file so that its event, content, release, language and marking are read without opening it:
/// <c>new-delhi-seminar-2026-agenda-r2-en-TLP-CLEAR.pdf</c>.
/// </summary>
public sealed record ExportFileName
{
    private const int MaxStemLength = 80;

    /// <summary>The event's slug or title, in any script; shortened to 80 characters.</summary>
    public required string Stem { get; init; }

    /// <summary>ASCII word that stands in the ASCII name when the stem has no Latin letter or digit at all.</summary>
    public string Fallback { get; init; } = "event";

    /// <summary>What the file holds, an ASCII word such as <c>agenda</c> or <c>participants</c>.</summary>
    public required string Content { get; init; }

    /// <summary>Number of the release the content was taken from; null where the content has no releases.</summary>
    public int? Release { get; init; }

    /// <summary>Adds the word <c>provisional</c>, for lists that are not final.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>BCP 47 tag of the content's language.</summary>
    public required string Language { get; init; }

    /// <summary>The marking as it stands in the document, such as <c>TLP:AMBER+STRICT</c>; it is never left out.</summary>
    public required string Classification { get; init; }

    /// <summary>Extension without the dot.</summary>
    public required string Extension { get; init; }

    /// <summary>Only A-Z, a-z, 0-9, hyphen and one dot: safe in every header, shell and file system.</summary>
    public string ToAscii() => Compose(Slug(Stem, asciiOnly: true) is { Length: > 0 } stem ? stem : Fallback);

    /// <summary>Keeps the stem's own script, for <c>filename*</c>; everything but letters, marks and digits becomes a hyphen.</summary>
    public string ToUnicode() => Compose(Slug(Stem, asciiOnly: false) is { Length: > 0 } stem ? stem : Fallback);

    private string Compose(string stem)
    {
        var parts = new List<string> { stem, Slug(Content, asciiOnly: true) };
        if (Release is { } release)
        {
            parts.Add("r" + release.ToString(CultureInfo.InvariantCulture));
        }

        if (IsProvisional)
        {
            parts.Add("provisional");
        }

        parts.Add(Slug(Language, asciiOnly: true));
        parts.Add(Hyphenated(Classification, asciiOnly: true));
        return string.Join('-', parts.Where(part => part.Length > 0)) + "." + Slug(Extension, asciiOnly: true);
    }

    private static string Slug(string text, bool asciiOnly) => Hyphenated(text, asciiOnly).ToLowerInvariant();

    private static string Hyphenated(string text, bool asciiOnly)
    {
        var clean = ExportText.CleanLine(text);
        if (asciiOnly)
        {
            clean = clean.Normalize(NormalizationForm.FormD);
        }

        var slug = new StringBuilder();
        var length = 0;
        foreach (var rune in clean.EnumerateRunes())
        {
            if (length == MaxStemLength)
            {
                break;
            }

            if (asciiOnly ? char.IsAsciiLetterOrDigit((char)Math.Min(rune.Value, char.MaxValue)) : IsWord(rune))
            {
                slug.Append(rune.ToString());
                length++;
            }
            else if (!(asciiOnly && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
                length++;
            }
        }

        return slug.ToString().Trim('-');
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
