using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Shared;

/// <summary>A text under the wrong language is noticed; names and abbreviations in a text of another script are not.</summary>
public class TextScriptsTests
{
    [Theory]
    [InlineData("hi", "Seminar on cyber security", TextScript.Latin)]
    [InlineData("ur", "Семинар", TextScript.Cyrillic)]
    [InlineData("en", "Люкманов", TextScript.Cyrillic)]
    [InlineData("ru", "网络安全研讨会", TextScript.Han)]
    [InlineData("zh", "سائبر سکیورٹی", TextScript.Arabic)]
    [InlineData("en", "साइबर सुरक्षा", TextScript.Devanagari)]
    [InlineData("ru", "Cyber security of the SCO и мы", TextScript.Latin)]
    public void A_text_of_another_script_is_in_doubt(string language, string text, TextScript script) =>
        Assert.Equal(new ScriptDoubt(null, script), TextScripts.DoubtOf(text, language));

    [Theory]
    [InlineData("ru", "Люкмaнов", "Люкмaнов", TextScript.Cyrillic)]
    [InlineData("en", "Opening by Liukmanоv", "Liukmanоv", TextScript.Latin)]
    public void A_word_of_two_alphabets_is_in_doubt_under_every_language(string language, string text, string word, TextScript script) =>
        Assert.Equal(new ScriptDoubt(word, script), TextScripts.DoubtOf(text, language));

    [Theory]
    [InlineData("ru", "РАТС ШОС и CERT-In: обмен индикаторами STIX/TAXII")]
    [InlineData("hi", "NSCS")]
    [InlineData("hi", "SCO RATS 2026")]
    [InlineData("ur", "SCO کا سیمینار: Microsoft اور Kaspersky کے ماہرین کا اجلاس")]
    [InlineData("zh", "WiFi网络与IoT安全")]
    [InlineData("zh", "上合组织 Shanghai")]
    [InlineData("en", "The word 上合 and the word ШОС")]
    [InlineData("en", "Straße, café, Türkiye")]
    [InlineData("ru", "SQL-инъекции и IT-безопасность")]
    [InlineData("ru", "12:00–13:30")]
    [InlineData("hi", "कुंजी\u200Dशब्द")]
    [InlineData("en", "")]
    [InlineData("en", null)]
    public void Names_numbers_and_abbreviations_are_not(string language, string? text) => Assert.Null(TextScripts.DoubtOf(text, language));

    [Fact]
    public void Every_language_has_a_script_of_its_own() =>
        Assert.Equal([TextScript.Latin, TextScript.Cyrillic, TextScript.Han, TextScript.Devanagari, TextScript.Arabic], Languages.All.Select(TextScripts.Of));
}
