using System.Globalization;
using System.Resources;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>No rule of any form falls back to the library's own words: each has a message in every language of the portal.</summary>
public sealed class ValidationMessagesTests
{
    private static readonly IReadOnlyList<Type> _validators =
    [
        .. typeof(ErrorSpeech).Assembly.GetTypes().Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && typeof(IValidator).IsAssignableFrom(type)
            && !type.FullName!.Contains(".Gallery", StringComparison.Ordinal)),
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("hi")]
    [InlineData("ur")]
    public void Every_rule_of_every_form_says_what_is_wrong_in_the_readers_language(string language)
    {
        var (english, read) = (Messages("en"), Messages(language));

        Assert.InRange(_validators.Count, 35, 400);
        Assert.InRange(read.Count, 150, 5_000);
        Assert.Empty(read.Where(message => message.Text.Length == 0 || message.Text == message.Code || message.Text.Contains('{', StringComparison.Ordinal)));
        if (language != "en")
        {
            Assert.Empty(read.Zip(english).Where(pair => pair.First.Text == pair.Second.Text).Select(pair => $"{pair.First.Rule}: {pair.First.Text}"));
            Assert.Empty(read.Where(message => !message.Text.EnumerateRunes().Any(rune => ScoEvents.Domain.Shared.TextScripts.Of(rune) == ScoEvents.Domain.Shared.TextScripts.Of(language)))
                .Select(message => $"{message.Rule}: {message.Text}"));
        }
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("hi")]
    [InlineData("ur")]
    public void No_refusal_is_left_in_English(string language)
    {
        var texts = new ResourceManager(typeof(ErrorTexts));
        var (english, translated) = (Texts("en"), Texts(language));

        Assert.Empty(english.Where(text => translated[text.Key] == text.Value).Select(text => text.Key));

        Dictionary<string, string> Texts(string code) => texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(text => (string)text.Key, text => texts.GetString((string)text.Key, PortalLanguages.Find(code)!.Culture)!);
    }

    private static List<(string Rule, string Code, string Text)> Messages(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = PortalLanguages.Find(language)!.Culture;
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<ErrorSpeech>().BuildServiceProvider();
        return
        [
            .. from type in _validators
               let validator = (IValidator)(type == typeof(LocalizedTextRules)
                   ? new LocalizedTextRules(services.GetRequiredService<ErrorSpeech>(), 10, "event.title-too-long", "event.title-missing")
                   : ActivatorUtilities.CreateInstance(services, type))
               from rule in validator.CreateDescriptor().Rules
               from component in rule.Components
               where component.Validator is not FluentValidation.Validators.IChildValidatorAdaptor
                   // A rule on the form as a whole hands on what the domain refuses, and has no words of its own.
                   && !string.IsNullOrEmpty(rule.PropertyName)
               select ($"{type.Name}.{rule.PropertyName}", component.ErrorCode, component.GetUnformattedErrorMessage()),
        ];
    }
}
