namespace ScoEvents.Domain.Programme;

/// <summary>Languages into which sessions are interpreted: those of the portal, of the member states, and of the partners who ask for them most.</summary>
public static class InterpretationLanguages
{
    /// <summary>BCP 47 primary subtags, those of the portal first.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["en", "ru", "zh", "hi", "ur", "ar", "az", "be", "fa", "hy", "kk", "km", "ky", "mn", "my", "ne", "si", "tg", "tr", "uz"];

    /// <summary>Whether the language is one of <see cref="All"/>; the comparison is exact and in lower case.</summary>
    public static bool IsKnown(string? language) => language is not null && All.Contains(language);
}
