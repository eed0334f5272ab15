using ScoEvents.Web.Localization;

namespace ScoEvents.Web.UiKit;

/// <summary>What a browser may set of a text in the five languages of the portal; null or blank means missing.</summary>
public sealed class LocalizedTextInput
{
    public string? En { get; set; }

    public string? Ru { get; set; }

    public string? Zh { get; set; }

    public string? Hi { get; set; }

    public string? Ur { get; set; }

    public string? this[string languageCode]
    {
        get => languageCode switch
        {
            "en" => En,
            "ru" => Ru,
            "zh" => Zh,
            "hi" => Hi,
            "ur" => Ur,
            _ => throw new ArgumentOutOfRangeException(nameof(languageCode), languageCode, "Not a language of the portal."),
        };
        set
        {
            switch (languageCode)
            {
                case "en":
                    En = value;
                    break;
                case "ru":
                    Ru = value;
                    break;
                case "zh":
                    Zh = value;
                    break;
                case "hi":
                    Hi = value;
                    break;
                case "ur":
                    Ur = value;
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(languageCode), languageCode, "Not a language of the portal.");
            }
        }
    }

    /// <summary>Languages, in the portal's order, in which nothing has been written yet.</summary>
    public IEnumerable<PortalLanguage> Missing() =>
        PortalLanguages.All.Where(language => string.IsNullOrWhiteSpace(this[language.Code]));

    /// <summary>Language code to trimmed text, without the missing ones.</summary>
    public IReadOnlyDictionary<string, string> ToDictionary() => PortalLanguages.All
        .Where(language => !string.IsNullOrWhiteSpace(this[language.Code]))
        .ToDictionary(language => language.Code, language => this[language.Code]!.Trim());

    public static LocalizedTextInput From(IReadOnlyDictionary<string, string> texts)
    {
        var input = new LocalizedTextInput();
        foreach (var language in PortalLanguages.All)
        {
            input[language.Code] = texts.GetValueOrDefault(language.Code);
        }

        return input;
    }
}
