using System.Linq.Expressions;
using FluentValidation;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.UiKit;

/// <summary>What holds for every form of a text in several languages; each refusal stands beside the form it is about.</summary>
public sealed class LocalizedTextRules : FormRules<LocalizedTextInput>
{
    /// <param name="speech">Says the refusals.</param>
    /// <param name="maxLength">UTF-16 units of the longest form.</param>
    /// <param name="tooLong">Code of the refusal of a longer one; its argument is the length.</param>
    /// <param name="missing">Code of the refusal of a text without any form; null where it may be empty. Stands beside English.</param>
    /// <param name="allowLineBreaks">Whether the text may have several lines.</param>
    public LocalizedTextRules(ErrorSpeech speech, int maxLength, string tooLong, string? missing = null, bool allowLineBreaks = false)
        : base(speech)
    {
        if (missing is not null)
        {
            Refuse(RuleFor(text => text.En).Must((text, _) => !text.ToText().IsEmpty), missing);
        }

        Expression<Func<LocalizedTextInput, string?>>[] forms = [text => text.En, text => text.Ru, text => text.Zh, text => text.Hi, text => text.Ur];
        foreach (var form in forms)
        {
            Refuse(RuleFor(form).Must(value => PlainText.Clean(value).Length <= maxLength), tooLong, maxLength);
            Refuse(RuleFor(form).Must(value => !PlainText.HasForbiddenCharacters(value, allowLineBreaks)), "characters");
        }
    }
}

/// <summary>The way of a text in several languages from the form to the domain and back.</summary>
public static class LocalizedTextForms
{
    /// <summary>The text as the domain keeps it.</summary>
    public static LocalizedText ToText(this LocalizedTextInput input) =>
        LocalizedText.From(input.ToDictionary().Select(form => KeyValuePair.Create(form.Key, (string?)form.Value)));

    /// <summary>The text as a form shows it.</summary>
    public static LocalizedTextInput ToInput(this LocalizedText text) =>
        LocalizedTextInput.From(text.ToDictionary(form => form.Key, form => form.Value, StringComparer.Ordinal));

    /// <summary>The text in the language that the reader has chosen, by the fallback order.</summary>
    public static string ForReader(this LocalizedText text) => text.In(PortalLanguages.Current.Code);
}
