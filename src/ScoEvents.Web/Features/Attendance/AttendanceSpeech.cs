using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>Says attendance as a sentence in the current language.</summary>
/// <remarks>Domain rules 3 and 4: neutral, and exact by the roster of the day.</remarks>
public sealed class AttendanceSpeech(IStringLocalizer<AttendanceTexts> texts)
{
    // Russian names the exceptions in the genitive, which the reference data do not hold.
    private static readonly Dictionary<string, string> _genitive = new()
    {
        ["AE"] = "Объединённых Арабских Эмиратов", ["AF"] = "Афганистана", ["AM"] = "Армении", ["AZ"] = "Азербайджана", ["BH"] = "Бахрейна",
        ["BY"] = "Беларуси", ["CN"] = "Китая", ["EG"] = "Египта", ["IN"] = "Индии", ["IR"] = "Ирана", ["KG"] = "Кыргызстана", ["KH"] = "Камбоджи",
        ["KW"] = "Кувейта", ["KZ"] = "Казахстана", ["LA"] = "Лаоса", ["LK"] = "Шри-Ланки", ["MM"] = "Мьянмы", ["MN"] = "Монголии", ["MV"] = "Мальдив",
        ["NP"] = "Непала", ["PK"] = "Пакистана", ["QA"] = "Катара", ["RU"] = "России", ["SA"] = "Саудовской Аравии", ["TJ"] = "Таджикистана",
        ["TM"] = "Туркменистана", ["TR"] = "Турции", ["UZ"] = "Узбекистана", ["VN"] = "Вьетнама",
    };

    /// <summary>What is recorded of a side or a person; "not known" for null.</summary>
    public string Say(Domain.Events.Attendance? state) => texts[$"Attendance.{NameOf(state)}"];

    /// <summary>The same in a sign or two, for tables of many events.</summary>
    public string Mark(Domain.Events.Attendance? state) => texts[$"Mark.{NameOf(state)}"];

    /// <summary>One statement in one to three sentences.</summary>
    /// <param name="statement">What is recorded of a group.</param>
    /// <param name="labels">Names by side.</param>
    public string Say(AttendanceStatement statement, IReadOnlyDictionary<Guid, SideLabel> labels)
    {
        var (all, of) = (texts[$"Group.{statement.Capacity}"], texts[$"GroupOf.{statement.Capacity}"]);
        return statement.Form switch
        {
            AttendanceWording.All => texts["Say.All", all],
            AttendanceWording.AllExcept => Genitives(statement.Absent, labels) is { } names ? texts["Say.AllExcept", all, names] : texts["Say.AllExceptNamed", all, Names(statement.Absent, labels)],
            AttendanceWording.Only => texts["Say.Only", of, Names(statement.Present, labels)],
            AttendanceWording.None => texts["Say.None", of],
            AttendanceWording.Unknown => texts["Say.Unknown", of],
            AttendanceWording.Partial => string.Join(' ', Partial(statement, of, labels)),
        };
    }

    private static string NameOf(Domain.Events.Attendance? state) => state?.ToString() ?? "Unknown";

    private IEnumerable<string> Partial(AttendanceStatement statement, string of, IReadOnlyDictionary<Guid, SideLabel> labels)
    {
        if (statement.Present.Count > 0)
        {
            yield return texts["Say.PartialPresent", of, Names(statement.Present, labels)];
        }

        if (statement.Absent.Count > 0)
        {
            yield return texts["Say.PartialAbsent", of, Names(statement.Absent, labels)];
        }

        yield return texts["Say.PartialUnknown", Names(statement.Unknown, labels)];
    }

    private string Names(IEnumerable<AttendingSide> sides, IReadOnlyDictionary<Guid, SideLabel> labels) =>
        Joined([.. sides.Select(side => labels[side.SideId].Names.In(PortalLanguages.Current.Code))]);

    // Null where a name has no genitive at hand, and the sentence had better list the exceptions behind a colon.
    private string? Genitives(IReadOnlyList<AttendingSide> sides, IReadOnlyDictionary<Guid, SideLabel> labels)
    {
        if (PortalLanguages.Current.Code != Languages.Russian)
        {
            return Names(sides, labels);
        }

        var names = sides.Select(side => _genitive.GetValueOrDefault(labels[side.SideId].Code ?? "")).ToList();
        return names.Contains(null) ? null : Joined(names!);
    }

    private string Joined(List<string> names)
    {
        if (names.Count < 2)
        {
            return names.Count == 0 ? "" : names[0];
        }

        var listed = names[..^1].Aggregate((before, name) => texts["List.Comma", before, name]);
        return texts["List.And", listed, names[^1]];
    }
}
