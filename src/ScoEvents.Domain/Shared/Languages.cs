namespace ScoEvents.Domain.Shared;

/// <summary>The languages in which the portal keeps and shows text, as BCP 47 primary subtags.</summary>
/// <remarks>Russian and Chinese are the official and working languages of the SCO (Charter, article 20); English is the usual language of its events; Hindi and Urdu are used by India and Pakistan.</remarks>
public static class Languages
{
    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Russian.</summary>
    public const string Russian = "ru";

    /// <summary>Chinese, simplified script.</summary>
    public const string Chinese = "zh";

    /// <summary>Hindi, Devanagari script.</summary>
    public const string Hindi = "hi";

    /// <summary>Urdu, right to left.</summary>
    public const string Urdu = "ur";

    /// <summary>All languages, in the order in which they are offered and in which a missing text falls back.</summary>
    public static IReadOnlyList<string> All { get; } = [English, Russian, Chinese, Hindi, Urdu];

    /// <summary>Whether the portal knows the language; the comparison is exact and in lower case.</summary>
    public static bool IsKnown(string? language) => language is not null && All.Contains(language);

    /// <summary>The languages to try for a reader, each once: the reader's own, then those of <see cref="ContentFallback.Order"/>, then <see cref="All"/> in its order.</summary>
    /// <param name="reader">The reader's language; an unknown one counts as none.</param>
    public static IEnumerable<string> FallbackOrder(string? reader) => FallbackOrder(reader, ContentFallback.Order);

    /// <summary>The languages to try for a reader of an event with an order of its own, each once.</summary>
    /// <param name="reader">The reader's language; an unknown one counts as none.</param>
    /// <param name="order">The event's order; those not named follow in the order of <see cref="All"/>.</param>
    public static IEnumerable<string> FallbackOrder(string? reader, IReadOnlyList<string> order)
    {
        if (order.Count == 0)
        {
            return IsKnown(reader) ? All.Where(language => language != reader).Prepend(reader!) : All;
        }

        return (IsKnown(reader) ? [reader!] : Enumerable.Empty<string>()).Concat(order.Where(IsKnown)).Concat(All).Distinct();
    }
}
