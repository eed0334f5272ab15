using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>Which column a field of the form comes from, and which fields of two forms differ.</summary>
internal static class DelegateImportFields
{
    private static readonly (string Meaning, Func<DelegateForm, object?> Value)[] _fields =
    [
        ("role", form => form.Role), ("formOfAddress", form => form.FormOfAddress), ("familyName", form => Text(form.FamilyName)), ("givenNames", form => Text(form.GivenNames)),
        ("nativeName", form => Text(form.NativeName)), ("category", form => form.Category), ("email", form => Text(form.Email)), ("nationality", form => form.Nationality),
        ("passport", form => Text(form.Passport)), ("passportState", form => form.PassportState), ("passportExpiry", form => form.PassportExpiry),
        ("visa", form => form.Visa), ("visaPost", form => Text(form.VisaPost)), ("arrivesOn", form => form.ArrivesOn), ("arrivesAt", form => form.ArrivesAt), ("arrival", form => Text(form.Arrival)),
        ("departsOn", form => form.DepartsOn), ("departsAt", form => form.DepartsAt), ("departure", form => Text(form.Departure)), ("accommodation", form => Text(form.Accommodation)),
        ("diet", form => Text(form.Diet)), ("accessNeeds", form => Text(form.AccessNeeds)), ("languages", form => string.Join(',', form.Languages)), ("consent", form => form.Consent),
        .. DelegateHeadings.Meanings.Where(meaning => meaning.StartsWith("function.", StringComparison.Ordinal))
            .Select(meaning => (meaning, (Func<DelegateForm, object?>)(form => Text(form.Function[meaning[^2..]])))),
        .. DelegateHeadings.Meanings.Where(meaning => meaning.StartsWith("body.", StringComparison.Ordinal))
            .Select(meaning => (meaning, (Func<DelegateForm, object?>)(form => Text(form.Body[meaning[^2..]])))),
    ];

    /// <summary>Meanings in which two forms differ.</summary>
    public static IReadOnlyList<string> Differences(DelegateForm before, DelegateForm after) =>
        [.. _fields.Where(field => !Equals(field.Value(before), field.Value(after))).Select(field => field.Meaning)];

    /// <summary>The meaning that belongs to a field of the form, such as <c>function.en</c> to <c>Function.En</c>; null for none.</summary>
    public static string? MeaningOf(string? field)
    {
        if (string.IsNullOrEmpty(field))
        {
            return null;
        }

        var parts = field.Split('.');
        var meaning = char.ToLowerInvariant(parts[0][0]) + parts[0][1..];
        meaning = parts.Length > 1 ? $"{meaning}.{parts[1].ToLowerInvariant()}" : meaning is "function" or "body" ? $"{meaning}.en" : meaning;
        return DelegateHeadings.Meanings.Contains(meaning, StringComparer.Ordinal) ? meaning : null;
    }

    private static string Text(string? text) => Domain.Shared.PlainText.Clean(text);
}
