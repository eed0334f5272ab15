using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports;
using ScoEvents.Exports.Letters;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Which letters are asked for.</summary>
/// <param name="Kind">Which letter.</param>
/// <param name="CaseIds">About whom.</param>
/// <param name="Language">Code of the language.</param>
public sealed record LettersWanted(LetterKind Kind, IReadOnlyCollection<Guid> CaseIds, string Language);

/// <summary>A letter about a person, ready to be set.</summary>
/// <param name="Slug">The event's.</param>
/// <param name="Kind">Which letter.</param>
/// <param name="Person">Family name as in the passport, for the file's name.</param>
/// <param name="Letter">As it is set.</param>
public sealed record LetterFile(string Slug, LetterKind Kind, string Person, LetterDocument Letter)
{
    /// <summary>The name of a file with this letter alone.</summary>
    public ExportFileName NameAs(string extension) => new()
    {
        Stem = Slug,
        Content = $"{Content(Kind)}-{Person}",
        Language = Letter.Language,
        Classification = Letter.Classification.Marking(),
        Extension = extension,
    };

    /// <summary>The name of a file with several letters.</summary>
    public ExportFileName NameOfAll(string extension) => NameAs(extension) with { Content = Content(Kind) };

    private static string Content(LetterKind kind) => kind switch
    {
        LetterKind.VisaSupport => "visa-support",
        LetterKind.Confirmation => "confirmation",
        LetterKind.Certificate => "certificate",
    };
}
