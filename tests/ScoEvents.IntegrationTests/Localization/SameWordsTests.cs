using System.Xml.Linq;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>A thing has one name, whoever reads of it.</summary>
public sealed class SameWordsTests
{
    private static readonly string[] _languages = ["", ".ru", ".zh", ".hi", ".ur"];

    [Fact]
    public void Staff_and_public_read_the_same_of_kinds_of_sessions_and_of_who_may_attend()
    {
        var differing = new List<string>();
        foreach (var language in _languages)
        {
            var (staff, agenda) = (Texts($"ProgrammeTexts{language}.resx"), Texts($"AgendaTexts{language}.resx"));
            differing.AddRange(staff
                .Where(text => text.Key.StartsWith("Type.", StringComparison.Ordinal) || text.Key.StartsWith("Access.", StringComparison.Ordinal))
                .Select(text => (text.Key, text.Value, Public: agenda.GetValueOrDefault(text.Key.StartsWith("Type.", StringComparison.Ordinal) ? $"Session{text.Key}" : text.Key)))
                .Where(pair => pair.Public is not null && pair.Public != pair.Value)
                .Select(pair => $"{language} {pair.Key}: {pair.Value} / {pair.Public}"));
        }

        Assert.Empty(differing);
    }

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Checkout.Path($"src/ScoEvents.Web/Features/Programme/{file}")).Root!.Elements("data")
            .ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value);
}
