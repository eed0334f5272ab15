using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>Choices in words, and back: what a cell may hold, in any of the five languages.</summary>
public sealed class DelegateImportWords(IStringLocalizer<DelegationsTexts> delegationTexts, IStringLocalizer<DelegateImportTexts> texts)
{
    private readonly Lazy<Dictionary<string, DelegationRole>> _roles = new(() =>
    {
        var words = Words<DelegationRole>(role => delegationTexts[$"Role.{role}"]);
        // As ministries write them beside the words of the portal.
        foreach (var (word, role) in new[]
        {
            ("head of delegation", DelegationRole.Head), ("глава делегации", DelegationRole.Head), ("руководитель делегации", DelegationRole.Head), ("团长", DelegationRole.Head),
            ("deputy", DelegationRole.DeputyHead), ("заместитель главы делегации", DelegationRole.DeputyHead), ("副团长", DelegationRole.DeputyHead),
            ("delegate", DelegationRole.Member), ("член", DelegationRole.Member), ("член делегации", DelegationRole.Member), ("团员", DelegationRole.Member),
            ("translator", DelegationRole.Interpreter), ("переводчик", DelegationRole.Interpreter), ("翻译", DelegationRole.Interpreter),
        })
        {
            words.TryAdd(word, role);
        }

        return words;
    });
    private readonly Lazy<Dictionary<string, FormOfAddress>> _forms = new(() => Words<FormOfAddress>(form => texts[$"Form.{form}"]));
    private readonly Lazy<Dictionary<string, AttendeeCategory>> _categories = new(() => Words<AttendeeCategory>(category => texts[$"Category.{category}"]));
    private readonly Lazy<Dictionary<string, bool>> _answers = new(() =>
    {
        var words = new Dictionary<string, bool>(StringComparer.Ordinal)
        {
            ["1"] = true, ["x"] = true, ["y"] = true, ["true"] = true, ["+"] = true, ["0"] = false, ["n"] = false, ["false"] = false, ["-"] = false, ["–"] = false,
        };
        InEveryLanguage(() => (words[Plain(texts["Yes"])], words[Plain(texts["No"])]) = (true, false));
        return words;
    });
    private readonly Lazy<Dictionary<string, string>> _languages = new(LanguageNames);

    /// <summary>A role, or null.</summary>
    public DelegationRole? Role(string cell) => Find(_roles.Value, cell);

    /// <summary>A form of address, or null.</summary>
    public FormOfAddress? Form(string cell) => Find(_forms.Value, cell.TrimEnd('.'));

    /// <summary>A category, or null.</summary>
    public AttendeeCategory? Category(string cell) => Find(_categories.Value, cell);

    /// <summary>Yes or no, or null.</summary>
    public bool? Answer(string cell) => Find(_answers.Value, cell);

    /// <summary>Codes of languages that are separated by commas, semicolons or slashes; null where one is not known.</summary>
    public IReadOnlyList<string>? LanguageCodes(string cell)
    {
        var codes = new List<string>();
        foreach (var part in cell.Split([',', ';', '/', '、', '،', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_languages.Value.TryGetValue(Plain(part), out var code))
            {
                return null;
            }

            codes.Add(code);
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A day as it is written in tables, or null.</summary>
    public static DateOnly? Day(string cell) =>
        DateOnly.TryParseExact(cell.Split(' ')[0].TrimEnd('.'), ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A time of day, or null.</summary>
    public static TimeOnly? Time(string cell) =>
        TimeOnly.TryParseExact(cell, ["H:mm", "HH:mm", "H:mm:ss", "H.mm", "H：mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>What may stand in the columns of choices, in the reader's language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices(IReadOnlyList<string> states) => new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["role"] = [.. Enum.GetValues<DelegationRole>().Select(role => delegationTexts[$"Role.{role}"].Value)],
        ["formOfAddress"] = [.. Enum.GetValues<FormOfAddress>().Select(form => texts[$"Form.{form}"].Value)],
        ["category"] = [.. Enum.GetValues<AttendeeCategory>().Select(category => texts[$"Category.{category}"].Value)],
        ["nationality"] = states,
        ["passportState"] = states,
        ["reserve"] = [texts["Yes"], texts["No"]],
        ["visa"] = [texts["Yes"], texts["No"]],
        ["consent"] = [texts["Yes"], texts["No"]],
    };

    /// <summary>The row of the template that shows how.</summary>
    public IReadOnlyDictionary<string, string> Example() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["role"] = delegationTexts["Role.Head"],
        ["reserve"] = texts["No"],
        ["formOfAddress"] = texts["Form.Ms"],
        ["familyName"] = "Example",
        ["givenNames"] = "Aigerim",
        ["nativeName"] = "Айгерім Мысал",
        ["function.en"] = "Deputy Minister",
        ["function.ru"] = "Заместитель министра",
        ["body.en"] = "Ministry of Digital Development",
        ["category"] = texts["Category.Ministry"],
        ["email"] = "a.example@ministry.example",
        ["passport"] = "N12345678",
        ["passportExpiry"] = "2031-05-31",
        ["visa"] = texts["No"],
        ["languages"] = "kk, ru, en",
        ["consent"] = texts["Yes"],
    };

    internal static string Plain(string text) => PlainText.Clean(text).ToLowerInvariant().TrimEnd('.');

    private static T? Find<T>(Dictionary<string, T> words, string cell)
        where T : struct => words.TryGetValue(Plain(cell), out var found) ? found : null;

    private static Dictionary<string, T> Words<T>(Func<T, string> say)
        where T : struct, Enum
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            words[Plain(value.ToString())] = value;
            InEveryLanguage(() => words.TryAdd(Plain(say(value)), value));
        }

        return words;
    }

    private static void InEveryLanguage(Action act)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var language in PortalLanguages.All)
            {
                CultureInfo.CurrentUICulture = language.Culture;
                act();
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static Dictionary<string, string> LanguageNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(culture => culture.TwoLetterISOLanguageName.Length is 2 or 3 && culture.Name.Length is 2 or 3))
        {
            names.TryAdd(Plain(culture.Name), culture.Name);
            names.TryAdd(Plain(culture.EnglishName), culture.Name);
            names.TryAdd(Plain(culture.NativeName), culture.Name);
        }

        return names;
    }
}
