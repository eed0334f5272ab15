using System.Collections;

namespace ScoEvents.Domain.Shared;

/// <summary>A text that people read in several languages: at most one form a language, each in Unicode normalization form C, trimmed and not empty.</summary>
/// <remarks>Immutable and compared by value. An instance without any form is <see cref="Empty"/>.</remarks>
public sealed class LocalizedText : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<LocalizedText>
{
    private readonly SortedDictionary<string, string> _forms;

    private LocalizedText(SortedDictionary<string, string> forms) => _forms = forms;

    /// <summary>A text that has no form in any language.</summary>
    public static LocalizedText Empty { get; } = new(new SortedDictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The languages in which the text exists, in the order of <see cref="Languages.All"/>.</summary>
    public IEnumerable<string> Available => Languages.All.Where(_forms.ContainsKey);

    /// <summary>Whether no language has a form.</summary>
    public bool IsEmpty => _forms.Count == 0;

    /// <summary>The number of languages that have a form, 0 to 5.</summary>
    public int Count => _forms.Count;

    /// <summary>The form in exactly this language, or null; no fallback.</summary>
    public string? this[string language] => _forms.GetValueOrDefault(language);

    /// <summary>Makes a text from forms by language; blank forms are left out, the others normalized and trimmed.</summary>
    /// <exception cref="ArgumentException">A language is not one of <see cref="Languages.All"/>.</exception>
    public static LocalizedText From(IEnumerable<KeyValuePair<string, string?>> forms)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, form) in forms)
        {
            if (!Languages.IsKnown(language))
            {
                throw new ArgumentException($"The language '{language}' is not one of {string.Join(", ", Languages.All)}.", nameof(forms));
            }

            if (PlainText.Clean(form) is { Length: > 0 } clean)
            {
                kept[language] = clean;
            }
        }

        return kept.Count == 0 ? Empty : new LocalizedText(kept);
    }

    /// <summary>Makes a text that exists in one language.</summary>
    /// <exception cref="ArgumentException">The language is not one of <see cref="Languages.All"/>.</exception>
    public static LocalizedText Of(string language, string? form) => From([KeyValuePair.Create(language, form)]);

    /// <summary>Makes a text from an English form and any of the others; null leaves a language out.</summary>
    public static LocalizedText Of(string? en = null, string? ru = null, string? zh = null, string? hi = null, string? ur = null) => From(
    [
        KeyValuePair.Create(Languages.English, en), KeyValuePair.Create(Languages.Russian, ru), KeyValuePair.Create(Languages.Chinese, zh),
        KeyValuePair.Create(Languages.Hindi, hi), KeyValuePair.Create(Languages.Urdu, ur),
    ]);

    /// <summary>The form for a reader with the language it is really in, found in the order of <see cref="Languages.FallbackOrder(string?)"/>; null when the text is empty.</summary>
    public LocalizedForm? For(string? reader) => First(reader, Languages.FallbackOrder(reader));

    /// <summary>The form for a reader among the texts of an event with an order of its own, as in a list of several events; null when the text is empty.</summary>
    public LocalizedForm? For(string? reader, IReadOnlyList<string> order) => First(reader, Languages.FallbackOrder(reader, order));

    /// <summary>The text for a reader by the fallback order; the empty string when there is none.</summary>
    public string In(string? reader) => For(reader)?.Text ?? "";

    /// <summary>The wanted languages that have no form yet, in the order in which they are wanted.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> wanted) => [.. wanted.Where(language => !_forms.ContainsKey(language))];

    /// <summary>The share of the wanted languages that have a form, 0 to 1; 1 when none is wanted.</summary>
    public double Completeness(IReadOnlyCollection<string> wanted) =>
        wanted.Count == 0 ? 1 : (double)wanted.Count(_forms.ContainsKey) / wanted.Count;

    /// <summary>A copy in which one language has the given form, or none where the form is blank.</summary>
    public LocalizedText With(string language, string? form) =>
        From(_forms.Where(pair => pair.Key != language).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)).Append(KeyValuePair.Create(language, form)));

    /// <summary>Whether some form has characters as <see cref="PlainText.HasForbiddenCharacters"/> finds them, or nothing that can be seen.</summary>
    public bool HasForbiddenCharacters(bool allowLineBreaks = false) =>
        _forms.Values.Any(form => PlainText.HasForbiddenCharacters(form, allowLineBreaks) || !PlainText.IsVisible(form));

    /// <summary>The longest form's length in UTF-16 units; 0 when empty.</summary>
    public int LongestLength => _forms.Count == 0 ? 0 : _forms.Values.Max(form => form.Length);

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) =>
        other is not null && _forms.Count == other._forms.Count && _forms.All(pair => other[pair.Key] == pair.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (language, form) in _forms)
        {
            hash.Add(language, StringComparer.Ordinal);
            hash.Add(form, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The text by the fallback order without a reader's language: for logs and debuggers, not for pages.</summary>
    public override string ToString() => In(null);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _forms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private LocalizedForm? First(string? reader, IEnumerable<string> languages)
    {
        foreach (var language in languages)
        {
            if (_forms.TryGetValue(language, out var form))
            {
                return new LocalizedForm(form, language, reader is null || language == reader);
            }
        }

        return null;
    }
}

/// <summary>One form of a <see cref="LocalizedText"/> as a reader gets it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">The language they are in.</param>
/// <param name="IsReaders">False where the reader's own language has no form and another stands in.</param>
public sealed record LocalizedForm(string Text, string Language, bool IsReaders);
