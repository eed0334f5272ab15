using FluentValidation;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of a document of a session when a file is uploaded.</summary>
public sealed class DocumentForm
{
    /// <summary>The document whose next revision or language version it is; null starts a new one.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>Says nothing where <see cref="DocumentId"/> is set.</summary>
    public LocalizedTextInput Title { get; set; } = new();

    /// <summary>Language of the file's text.</summary>
    public string? Language { get; set; } = Languages.English;

    /// <summary>How far it may travel.</summary>
    public Classification? Classification { get; set; } = Domain.Documents.Classification.Amber;

    /// <summary>The file's name as the browser gave it.</summary>
    public string? FileName { get; set; }

    /// <summary>All of the file.</summary>
    public byte[]? File { get; set; }
}

/// <summary>What holds for every <see cref="DocumentForm"/>, whatever is in the database.</summary>
public sealed class DocumentFormValidator : FormRules<DocumentForm>
{
    public DocumentFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.Title).SetValidator(new LocalizedTextRules(speech, SessionDocument.MaxTitleLength, "document.title-too-long", "document.title-missing"))
            .When(form => form.DocumentId is null);
        Refuse(RuleFor(form => form.Language).Must(Languages.IsKnown), "choice");
        Refuse(RuleFor(form => form.Classification).NotNull(), "required");
        Refuse(RuleFor(form => form.Classification).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.File).NotNull(), "document.file-missing");
    }
}
