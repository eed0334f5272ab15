using System.Globalization;
using System.Resources;

namespace ScoEvents.E2E.Browsing;

/// <summary>The portal's own words in one language, so that a journey can be made in it.</summary>
/// <param name="language">One of the five.</param>
public sealed class PortalWords(string language)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    /// <summary>The language.</summary>
    public string Language => language;

    /// <summary>A text of the pages that <typeparamref name="TTexts"/> marks.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public string Of<TTexts>(string key, params object[] values) =>
        new ResourceManager(typeof(TTexts)).GetString(key, _culture) is { } text
            ? string.Format(_culture, text, values)
            : throw new MissingManifestResourceException($"{typeof(TTexts).Name}: {key}");
}
