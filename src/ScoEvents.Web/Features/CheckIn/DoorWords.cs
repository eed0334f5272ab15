using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.CheckIn;

/// <summary>The words of the page at the door in all languages at once, for a guard changes the language also without a network.</summary>
public sealed class DoorWords(IStringLocalizer<ErrorTexts> errors)
{
    private static readonly ResourceManager _texts = new(typeof(CheckInTexts));

    /// <summary>Words and reasons by language, as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(PortalLanguages.All.ToDictionary(language => language.Code, In), JsonSerializerOptions.Web);

    private object In(PortalLanguage language)
    {
        // The localizers speak the language of the thread.
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language.Culture;
            return new
            {
                words = _texts.GetResourceSet(language.Culture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>()
                    .ToDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal),
                reasons = CheckInErrors.Codes.ToDictionary(code => code, code => errors[code].Value, StringComparer.Ordinal),
            };
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
