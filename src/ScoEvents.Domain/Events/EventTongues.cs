using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Events;

public sealed partial class ScoEvent
{
    /// <summary>Languages in which its texts are wanted, in the portal's order; empty while nobody has said, see <see cref="LanguagesInUse"/>.</summary>
    public IReadOnlyList<string> WantedLanguages { get; private set; } = [];

    /// <summary>Languages in which a text is shown where the reader's own has none, first choice first; those not named follow in the portal's order. Empty for that order alone.</summary>
    public IReadOnlyList<string> FallbackOrder { get; private set; } = [];

    /// <summary>The wanted languages; while nobody has said, those in which the title is written.</summary>
    public IReadOnlyList<string> LanguagesInUse => WantedIn(WantedLanguages, Title);

    /// <summary>The languages in which the texts of an event are wanted: those named, else those of its title.</summary>
    public static IReadOnlyList<string> WantedIn(IReadOnlyList<string> named, LocalizedText title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return named.Count > 0 ? named : [.. title.Available];
    }

    /// <summary>Says in which languages the texts are wanted and in which order they stand in for each other. Refused: <c>event.closed</c>, <c>event.language-unknown</c>, <c>event.language-twice</c>, <c>event.language-missing</c>.</summary>
    /// <param name="wanted">At least one language; the order does not matter.</param>
    /// <param name="fallback">First choice first; may be empty.</param>
    /// <param name="now">UTC.</param>
    public Result SetLanguages(IReadOnlyCollection<string> wanted, IReadOnlyList<string> fallback, DateTimeOffset now)
    {
        if (IsClosed)
        {
            return Error.Refused("event.closed");
        }

        var errors = new List<Error>();
        if (wanted.Count == 0)
        {
            errors.Add(Error.Invalid("Wanted", "event.language-missing"));
        }

        foreach (var (field, languages) in new[] { ("Wanted", wanted), ("Fallback", fallback) })
        {
            if (!languages.All(Languages.IsKnown))
            {
                errors.Add(Error.Invalid(field, "event.language-unknown"));
            }
            else if (languages.Distinct().Count() < languages.Count)
            {
                errors.Add(Error.Invalid(field, "event.language-twice"));
            }
        }

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        WantedLanguages = [.. Languages.All.Where(wanted.Contains)];
        // An order that is the portal's own says nothing, and follows it.
        FallbackOrder = Languages.All.SequenceEqual([.. fallback, .. Languages.All.Except(fallback)]) ? [] : [.. fallback];
        ModifiedAt = now;
        return Result.Success;
    }

    /// <summary>Takes over what another edition says of its languages.</summary>
    public void SpeakAs(ScoEvent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (WantedLanguages, FallbackOrder) = (other.WantedLanguages, other.FallbackOrder);
    }
}
