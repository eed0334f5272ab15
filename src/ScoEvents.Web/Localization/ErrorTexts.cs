using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Localization;

/// <summary>The words for refusals, by the code of the domain's error.</summary>
public sealed class ErrorTexts;

/// <summary>Says a refusal in the reader's language.</summary>
public sealed class ErrorSpeech(IStringLocalizer<ErrorTexts> texts)
{
    /// <summary>The sentence for an error; its arguments stand in for the placeholders.</summary>
    public string Say(Error error)
    {
        var arguments = error.Arguments.Select(argument => argument switch
        {
            LocalizedText text => text.In(PortalLanguages.Current.Code),
            IFormattable value => value.ToString(null, CultureInfo.CurrentCulture),
            _ => argument,
        }).ToArray();
        return texts[error.Code, arguments];
    }

    /// <summary>All errors of a refusal as the form wants them: field path (empty for the whole) and sentence.</summary>
    public IEnumerable<(string Field, string Message)> Say(Result refused) =>
        refused.Errors.Select(error => (error.Field ?? "", Say(error)));
}
