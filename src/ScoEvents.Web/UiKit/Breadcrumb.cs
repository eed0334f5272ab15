using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.UiKit;

/// <summary>A page above the current one.</summary>
public sealed record Breadcrumb(string Text, string Address)
{
    /// <summary>A page that is called by a text of an event.</summary>
    public Breadcrumb(LocalizedText text, string address)
        : this(text.ForReader(), address) => Language = text.For(PortalLanguages.Current.Code) is { IsReaders: false } other ? other.Language : null;

    /// <summary>Language of the text where it is not the reader's.</summary>
    public string? Language { get; init; }
}

/// <summary>One tab of a <see cref="TabNav"/>; a <paramref name="Count"/> is shown behind the text.</summary>
public sealed record Tab(string Text, string Address, int? Count = null)
{
    /// <summary>Addresses of other pages that belong to it, besides those below its own.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];
}

/// <summary>How strongly a badge or notice speaks.</summary>
public enum Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

internal static class ToneClasses
{
    public static string CssClass(this Tone tone) => tone switch
    {
        Tone.Neutral => "is-neutral",
        Tone.Info => "is-info",
        Tone.Success => "is-success",
        Tone.Warning => "is-warning",
        Tone.Danger => "is-danger",
    };
}
