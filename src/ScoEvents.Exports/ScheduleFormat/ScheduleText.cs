using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>A text of the format, which knows one form only, with the forms of our languages that travel beside it.</summary>
/// <param name="Text">The form that every reader of the format shows; plain text, empty for none.</param>
/// <param name="Translations">Forms by language; may repeat <paramref name="Text"/> to say in which language it is.</param>
public sealed record ScheduleText(string Text, LocalizedText Translations)
{
    /// <summary>No text at all.</summary>
    public static ScheduleText Empty { get; } = new("", LocalizedText.Empty);

    /// <summary>A text without translations; null counts as empty.</summary>
    public static ScheduleText Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new(text, LocalizedText.Empty);

    /// <summary>A text in all its languages, with the form for the given reader (by the fallback order) as the one that every program shows.</summary>
    public static ScheduleText Of(LocalizedText forms, string language)
    {
        ArgumentNullException.ThrowIfNull(forms);
        return new(forms.In(language), forms);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
