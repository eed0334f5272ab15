using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>Puts the cells of a row into a form; what a cell does not say stays as the form has it.</summary>
internal sealed class DelegateRowReader(DelegateImportWords words, IReadOnlyList<string?> columns, IReadOnlyDictionary<string, Guid> states)
{
    /// <summary>The cell of a meaning; empty where no column has it.</summary>
    public string Cell(DelegateTableRow row, string meaning)
    {
        for (var column = 0; column < columns.Count; column++)
        {
            if (columns[column] == meaning)
            {
                return row[column];
            }
        }

        return "";
    }

    /// <summary>Fills the form and reports the cells that cannot be read.</summary>
    public List<RowProblem> Fill(DelegateTableRow row, DelegateForm form)
    {
        var problems = new List<RowProblem>();
        for (var column = 0; column < columns.Count; column++)
        {
            var (meaning, cell) = (columns[column], row[column]);
            if (meaning is null || cell.Length == 0)
            {
                continue;
            }

            if (IsFormula(cell))
            {
                problems.Add(new RowProblem(meaning, Error.Refused("delegate-import.formula")));
            }
            else if (Put(form, meaning, cell) is { } problem)
            {
                problems.Add(new RowProblem(meaning, problem));
            }
        }

        return problems;
    }

    /// <summary>Whether a spreadsheet would calculate the cell; no name, function or address begins so.</summary>
    internal static bool IsFormula(string cell) => cell[0] is '=' or '@' or '＝' or '＠' or '\t' || (cell[0] is '+' or '-' && cell.Length > 1 && !char.IsAsciiDigit(cell[1]));

    private Error? Put(DelegateForm form, string meaning, string cell)
    {
        switch (meaning)
        {
            case "familyName": form.FamilyName = cell; return null;
            case "givenNames": form.GivenNames = cell; return null;
            case "nativeName": form.NativeName = cell; return null;
            case "email": form.Email = cell; return null;
            case "passport": form.Passport = cell; return null;
            case "visaPost": form.VisaPost = cell; return null;
            case "arrival": form.Arrival = cell; return null;
            case "departure": form.Departure = cell; return null;
            case "accommodation": form.Accommodation = cell; return null;
            case "diet": form.Diet = cell; return null;
            case "accessNeeds": form.AccessNeeds = cell; return null;
            case "role": return Take(words.Role(cell), role => form.Role = role);
            case "formOfAddress": return Take(words.Form(cell), address => form.FormOfAddress = address);
            case "category": return Take(words.Category(cell), category => form.Category = category);
            case "reserve": return Take(words.Answer(cell), answer => form.IsReserve = answer);
            case "visa": return Take(words.Answer(cell), answer => form.Visa = answer);
            case "consent": return Take(words.Answer(cell), answer => form.Consent = answer);
            case "nationality": return Take(State(cell), state => form.Nationality = state);
            case "passportState": return Take(State(cell), state => form.PassportState = state);
            case "passportExpiry": return Take(DelegateImportWords.Day(cell), day => form.PassportExpiry = day, "delegate-import.day");
            case "arrivesOn": return Take(DelegateImportWords.Day(cell), day => form.ArrivesOn = day, "delegate-import.day");
            case "departsOn": return Take(DelegateImportWords.Day(cell), day => form.DepartsOn = day, "delegate-import.day");
            case "arrivesAt": return Take(DelegateImportWords.Time(cell), time => form.ArrivesAt = time, "delegate-import.time");
            case "departsAt": return Take(DelegateImportWords.Time(cell), time => form.DepartsAt = time, "delegate-import.time");
            case "languages":
                if (words.LanguageCodes(cell) is not { } codes)
                {
                    return Error.Refused("delegate-import.unknown-word");
                }

                form.Languages = [.. codes];
                return null;
            default:
                Text(meaning.StartsWith("function.", StringComparison.Ordinal) ? form.Function : form.Body, meaning[^2..], cell);
                return null;
        }
    }

    private static void Text(LocalizedTextInput text, string language, string cell) => text[language] = cell;

    private Guid? State(string cell) => states.TryGetValue(DelegateImportWords.Plain(cell), out var found) ? found : null;

    private static Error? Take<T>(T? value, Action<T> put, string code = "delegate-import.unknown-word")
        where T : struct
    {
        if (value is not { } known)
        {
            return Error.Refused(code);
        }

        put(known);
        return null;
    }
}
