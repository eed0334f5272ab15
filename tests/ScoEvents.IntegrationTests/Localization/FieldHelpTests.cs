using System.Text.RegularExpressions;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>Each field of each page says what goes into it.</summary>
public sealed partial class FieldHelpTests
{
    // What stands alone beside a list and narrows it, or what everybody has filled in elsewhere a hundred times.
    private static readonly Dictionary<string, string> _without = new()
    {
        ["EventsPage.razor FilterText"] = "narrows the list above which it stands",
        ["EventsPage.razor FilterStatus"] = "narrows the list above which it stands",
        ["ProgrammeSettingsPage.razor PortalLanguages.Find"] = "names of languages below a heading that explains them",
        ["SignInPage.razor Email"] = "sign-in asks for what password managers fill in",
        ["SignInPage.razor Password"] = "sign-in asks for what password managers fill in",
    };

    [Fact]
    public void Every_field_has_a_help_text_or_a_reason_to_have_none()
    {
        var fields = Directory.EnumerateFiles(Checkout.Path("src/ScoEvents.Web"), "*.razor", SearchOption.AllDirectories)
            .Where(file => Checkout.IsSource(file) && !file.Contains("UiKit", StringComparison.Ordinal))
            .SelectMany(file => Tag().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Tag: match.Value)))
            .ToList();

        var without = fields.Where(field => !Help().IsMatch(field.Tag)).Select(field => $"{field.File} {Name(field.Tag)}").ToHashSet();

        Assert.InRange(fields.Count, 150, 1_000);
        Assert.Equal(_without.Keys.Order(), without.Order());
    }

    private static string Name(string tag) => Label().Match(tag) is { Success: true } label ? label.Groups["key"].Value : tag;

    [GeneratedRegex(
        """<(?:TextField|TextAreaField|SelectField|DateField|TimeField|NumberField|CheckboxField|CheckListField|ChoiceListField|LocalizedTextField)\b(?:@\([^\n]*?\)"|=>|[^>])*?/>""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("\\bHelp(?:Key)?=", RegexOptions.CultureInvariant)]
    private static partial Regex Help();

    [GeneratedRegex("""Label="@(?:\w+\["(?<key>[^"]+)"|(?<key>[\w.]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
