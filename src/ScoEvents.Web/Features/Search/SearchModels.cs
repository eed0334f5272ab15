using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Search;

/// <summary>What can be found, in the order in which it is shown.</summary>
public enum SearchKind
{
    /// <summary>A page of the portal.</summary>
    Page,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A session.</summary>
    Session,

    /// <summary>A speaker or delegate.</summary>
    Person,

    /// <summary>A state, body or delegation.</summary>
    Side,

    /// <summary>A document of a session.</summary>
    Document,
}

/// <summary>Something that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rank">How well it fits, 0 is best; see <c>SearchRank</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Address">Where it is.</param>
public sealed record SearchHit(SearchKind Kind, int Rank, LocalizedText Title, string Address)
{
    /// <summary>The event it belongs to, or empty.</summary>
    public LocalizedText Event { get; init; } = LocalizedText.Empty;

    /// <summary>The place or function, or empty.</summary>
    public LocalizedText Beside { get; init; } = LocalizedText.Empty;

    /// <summary>Days of the event, or null.</summary>
    public EventDates? Dates { get; init; }

    /// <summary>ISO code of a state, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Key of a word that says what it is more exactly, or null.</summary>
    public string? Word { get; init; }

    /// <summary>The spelling that was found where it is not the one shown, or null.</summary>
    public string? OtherForm { get; init; }
}

/// <summary>Everything that was found for one reader.</summary>
/// <param name="Text">What was looked for.</param>
/// <param name="Hits">By kind, then the best first; at most <see cref="SearchQueries.MostOfAKind"/> of a kind.</param>
public sealed record SearchAnswer(SearchText Text, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Nothing.</summary>
    public static SearchAnswer Nothing { get; } = new(SearchText.Nothing, []);

    /// <summary>How many of a kind there are.</summary>
    public int Count(SearchKind kind) => Hits.Count(hit => hit.Kind == kind);
}
