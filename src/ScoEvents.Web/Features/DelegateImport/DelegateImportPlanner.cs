using FluentValidation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>The delegation as far as an import is compared with it.</summary>
/// <param name="Persons">Everybody in it, with the passport's number where that is known; it is compared and never shown.</param>
/// <param name="Quota">Persons that may come.</param>
/// <param name="Zone">Zone of the event, or null.</param>
internal sealed record ImportedDelegation(IReadOnlyList<(DelegateDetails Person, string? Passport)> Persons, int Quota, EventZone? Zone);

/// <summary>Compares the rows of a file with the delegation, across scripts and spellings, and says what would become of each.</summary>
internal sealed class DelegateImportPlanner(DelegateRowReader reader, ImportedDelegation delegation, IValidator<DelegateForm> rules, IDictionary<int, Guid?> decisions)
{
    private readonly List<(DelegateDetails Person, string? Passport, SpokenName Name)> _known =
        [.. delegation.Persons.Select(known => (known.Person, known.Passport, SpokenName.Of(NameOf(known.Person.GivenNames, known.Person.FamilyName, known.Person.NativeName))))];

    private readonly HashSet<Guid> _taken = [];
    private readonly HashSet<string> _new = new(StringComparer.Ordinal);
    private int _coming = delegation.Persons.Count(known => !known.Person.IsReserve);
    private int _reserve = delegation.Persons.Count(known => known.Person.IsReserve);
    private Guid? _head = delegation.Persons.Where(known => known.Person.Role == DelegationRole.Head).Select(known => (Guid?)known.Person.Id).FirstOrDefault();

    /// <summary>The plan.</summary>
    public DelegateImportPlan Plan(IReadOnlyList<DelegateTableRow> rows, CancellationToken cancellationToken)
    {
        var planned = new List<ImportedRow>(rows.Count);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            planned.Add(Plan(row));
        }

        return new DelegateImportPlan(planned);
    }

    private ImportedRow Plan(DelegateTableRow row)
    {
        var (family, given) = (reader.Cell(row, "familyName"), reader.Cell(row, "givenNames"));
        var native = reader.Cell(row, "nativeName");
        var name = PlainText.Clean($"{given} {family}") is { Length: > 0 } latin ? latin : native;
        var (sure, alike) = Match(family, given, native, reader.Cell(row, "passport"), reader.Cell(row, "email"));
        if (sure is null && alike.Count > 0)
        {
            if (!decisions.TryGetValue(row.Number, out var decided))
            {
                return new ImportedRow(row.Number, name, RowOutcome.Doubtful, null, new DelegateForm(), [], alike, []);
            }

            sure = alike.FirstOrDefault(person => person.Id == decided)?.Id;
        }

        return Compare(row, name, sure, alike);
    }

    private ImportedRow Compare(DelegateTableRow row, string name, Guid? personId, IReadOnlyList<Likeness> alike)
    {
        var known = personId is null ? default : _known.Find(person => person.Person.Id == personId);
        var before = known.Person is null ? new DelegateForm { Role = DelegationRole.Member } : DelegateForm.Of(known.Person, delegation.Zone);
        var form = known.Person is null ? new DelegateForm { Role = DelegationRole.Member } : DelegateForm.Of(known.Person, delegation.Zone);
        var problems = reader.Fill(row, form);
        if (known.Person is not null)
        {
            // Who stands in reserve is decided by taking places, not by a list; and a number that is there is not written again.
            form.IsReserve = known.Person.IsReserve;
            if (known.Passport is not null && PassportNumber.Parse(form.Passport) is { IsSuccess: true } typed && typed.Value.Value == known.Passport)
            {
                form.Passport = null;
            }
        }

        problems.AddRange(rules.Check(form).Where(error => !problems.Exists(problem => problem.Meaning == DelegateImportFields.MeaningOf(error.Field)))
            .Select(error => new RowProblem(DelegateImportFields.MeaningOf(error.Field), error)));
        if (WhyNot(form, known.Person, name) is { } refused)
        {
            problems.Add(refused);
        }

        if (problems.Count > 0)
        {
            return new ImportedRow(row.Number, name, RowOutcome.Refused, personId, form, [], alike, problems);
        }

        Count(form, known.Person);
        var changes = known.Person is null ? [] : DelegateImportFields.Differences(before, form);
        var outcome = known.Person is null ? RowOutcome.New : changes.Count > 0 ? RowOutcome.Changed : RowOutcome.Same;
        return new ImportedRow(row.Number, name, outcome, personId, form, changes, alike, []);
    }

    private RowProblem? WhyNot(DelegateForm form, DelegateDetails? known, string name)
    {
        if (known is not null ? !_taken.Add(known.Id) : !_new.Add($"{DelegateImportWords.Plain(name)}|{DelegateImportWords.Plain(form.Passport ?? "")}"))
        {
            return new RowProblem(null, Error.Refused("delegate-import.twice"));
        }

        if (form.Role == DelegationRole.Head && _head is { } head && head != known?.Id)
        {
            return new RowProblem("role", DelegationErrors.SecondHead());
        }

        // The reserve may be as large as the delegation.
        return known is not null ? null
            : form.IsReserve ? (_reserve >= delegation.Quota ? new RowProblem("reserve", DelegationErrors.ReserveFull(delegation.Quota)) : null)
            : _coming >= delegation.Quota ? new RowProblem(null, DelegationErrors.QuotaReached(delegation.Quota)) : null;
    }

    private void Count(DelegateForm form, DelegateDetails? known)
    {
        if (known is null)
        {
            _ = form.IsReserve ? _reserve++ : _coming++;
        }

        if (form.Role == DelegationRole.Head)
        {
            _head = known?.Id ?? Guid.Empty;
        }
        else if (known is not null && _head == known.Id)
        {
            _head = null;
        }
    }

    // The same number or the same letters are one person; what only sounds alike, or is written in another script, somebody decides.
    private (Guid? Sure, IReadOnlyList<Likeness> Alike) Match(string family, string given, string native, string passport, string email)
    {
        var number = PassportNumber.Parse(passport) is { IsSuccess: true } parsed ? parsed.Value.Value : null;
        var latin = DelegateImportWords.Plain($"{given} {family}");
        var spoken = SpokenName.Of(NameOf(given, family, native));
        var alike = new List<Likeness>();
        foreach (var (person, theirs, name) in _known)
        {
            var likeness = PersonNames.Likeness(spoken, name);
            var hasNumber = number is not null && number == theirs;
            var hasAddress = email.Length > 0 && string.Equals(email, person.Email, StringComparison.OrdinalIgnoreCase) && likeness >= PersonNames.Threshold;
            if (hasNumber || hasAddress || (latin.Length > 0 && latin == DelegateImportWords.Plain($"{person.GivenNames} {person.FamilyName}")))
            {
                return (person.Id, []);
            }

            if (likeness >= PersonNames.Threshold)
            {
                alike.Add(new Likeness(person.Id, person.DisplayName, person.NativeName, likeness));
            }
        }

        return (null, [.. alike.OrderByDescending(person => person.Degree).ThenBy(person => person.Name, StringComparer.Ordinal)]);
    }

    // Names are compared by the sounds of their script; which language of it they are in makes no difference here.
    private static LocalizedText NameOf(string given, string family, string? native)
    {
        var input = new LocalizedTextInput { En = $"{given} {family}" };
        if (!string.IsNullOrWhiteSpace(native))
        {
            input[ScriptOf(native)] = native;
        }

        return input.ToText();
    }

    private static string ScriptOf(string text) => text.EnumerateRunes().Select(rune => rune.Value).FirstOrDefault(value => value > 0x2FF) switch
    {
        >= 0x400 and < 0x530 => "ru",
        >= 0x600 and < 0x780 or >= 0xFB50 and < 0xFF00 => "ur",
        >= 0x900 and < 0x980 => "hi",
        >= 0x2E80 => "zh",
        _ => "ru",
    };
}
