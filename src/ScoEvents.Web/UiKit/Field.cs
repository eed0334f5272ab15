using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace ScoEvents.Web.UiKit;

/// <summary>
/// What all fields share: a label, help, the mark of a required field, and errors tied to the native input. Works
/// in static forms (the name attribute is derived from the bound expression) and in interactive ones.
/// </summary>
public abstract class Field<T> : InputBase<T>
{
    [Inject]
    public required ElementIds ElementIds { get; init; }

    [Inject]
    public required IStringLocalizer<UiKitTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<FieldHelpTexts> Helps { get; init; }

    [Parameter]
    public string Label { get; set; } = "";

    /// <summary>A sentence below the label, before the person types.</summary>
    [Parameter]
    public string? Help { get; set; }

    /// <summary>The same, by its key in <see cref="FieldHelpTexts"/>, for what can be said without knowing anything.</summary>
    [Parameter]
    public string? HelpKey { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Hides the label from sight, not from screen readers; for filters whose meaning is plain.</summary>
    [Parameter]
    public bool IsLabelHidden { get; set; }

    protected string InputId { get; private set; } = "";

    protected string? HelpText => Help ?? (HelpKey is null ? null : Helps[HelpKey].Value);

    protected string? DescribedBy => (HelpText, IsInvalid) switch
    {
        (null, false) => null,
        (null, true) => ErrorId,
        (_, false) => HelpId,
        _ => $"{HelpId} {ErrorId}",
    };

    protected string HelpId => InputId + "-help";

    protected string ErrorId => InputId + "-error";

    protected IEnumerable<string> Errors => EditContext?.GetValidationMessages(FieldIdentifier) ?? [];

    protected bool IsInvalid => Errors.Any();

    protected string? AriaInvalid => IsInvalid ? "true" : null;

    protected override void OnInitialized()
    {
        InputId = AdditionalAttributes?.GetValueOrDefault("id") as string
            ?? ElementIds.Next(FieldIdentifier.FieldName is { Length: > 0 } name ? name.ToLowerInvariant() : "field");
        EditContext?.RememberInput(FieldIdentifier, InputId, Label);
    }

    /// <summary>Parses with the rules of HTML inputs, which know no culture, and names the field in the error.</summary>
    protected bool TryParse(
        string? text,
        string errorKey,
        [MaybeNullWhen(false)] out T result,
        [NotNullWhen(false)] out string? error)
    {
        if (BindConverter.TryConvertTo(text, System.Globalization.CultureInfo.InvariantCulture, out result))
        {
            error = null;
            return true;
        }

        error = Texts[errorKey, Label];
        return false;
    }
}
