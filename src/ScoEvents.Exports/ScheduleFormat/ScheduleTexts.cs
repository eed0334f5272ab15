using ScoEvents.Domain.Shared;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Takes texts out of a raw schedule: plain, clean, and with word of what was lost on the way.</summary>
internal sealed class ScheduleTexts(ScheduleProblems problems)
{
    /// <summary>A text on one line; empty for none.</summary>
    public string Line(string? raw, string path, int? row, string field) => ScheduleWords.CleanLine(Plain(raw, path, row, field));

    /// <summary>A text with its line breaks; empty for none.</summary>
    public string Block(string? raw, string path, int? row, string field) => Plain(raw, path, row, field);

    /// <summary>A text with its translations.</summary>
    public ScheduleText Take(RawText raw, bool isLine, string path, int? row, string field)
    {
        var text = isLine ? Line(raw.Text, path, row, field) : Block(raw.Text, path, row, field);
        var forms = new List<KeyValuePair<string, string?>>();
        foreach (var (language, form) in raw.Forms)
        {
            // "zh-Hans" and "ru_RU" are read by their primary subtag.
            var tag = language.Trim().ToLowerInvariant();
            var known = tag.Split('-', '_')[0];
            if (!Languages.IsKnown(known))
            {
                problems.Refused(TextLanguage, path, row, field, language);
                continue;
            }

            forms.Add(new(known, isLine ? Line(form, path, row, field) : Block(form, path, row, field)));
        }

        var translations = LocalizedText.From(forms);
        return new ScheduleText(text.Length > 0 ? text : translations.In(null), translations);
    }

    private string Plain(string? raw, string path, int? row, string field)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return "";
        }

        var clean = ScheduleWords.Clean(raw);
        var plain = MarkupText.ToPlain(clean);
        var hadMarkup = plain != clean;
        if (hadMarkup)
        {
            problems.Repaired(TextMarkup, path, row, field);
        }

        // A character reference can bring in what was just taken out.
        if (ScheduleWords.HidesCharacters(raw) || (hadMarkup && ScheduleWords.HidesCharacters(plain)))
        {
            problems.Repaired(TextCharacters, path, row, field);
        }

        return hadMarkup ? ScheduleWords.Clean(plain) : clean;
    }
}
