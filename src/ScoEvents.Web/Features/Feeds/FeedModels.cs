using System.Globalization;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Feeds;

/// <summary>Something that a calendar can show.</summary>
/// <param name="Subject">What.</param>
/// <param name="Name">How it is called; empty for the whole event and for days.</param>
public sealed record FeedChoice(FeedSubject Subject, LocalizedText Name);

/// <summary>What the page shows.</summary>
/// <param name="HasRelease">Whether anything is published.</param>
/// <param name="Choices">What can be chosen, kind by kind.</param>
/// <param name="Rows">The actor's own addresses, for organisers those of others too; working ones first, then the latest.</param>
/// <param name="TimeZone">Of the event.</param>
public sealed record FeedList(bool HasRelease, IReadOnlyList<FeedChoice> Choices, IReadOnlyList<FeedRow> Rows, EventZone TimeZone);

/// <summary>An address as far as it can be known after it was made.</summary>
/// <param name="Name">What it shows, as far as that is in the latest release.</param>
/// <param name="Owner">Whose right it carries.</param>
public sealed record FeedRow(
    Guid Id, FeedSubject Subject, LocalizedText? Name, string Owner, string Language, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, bool IsLive);

/// <summary>What is chosen for a new address.</summary>
public sealed class FeedForm
{
    /// <summary>Kind, and what of it, as <see cref="Write"/> writes it.</summary>
    public string Subject { get; set; } = nameof(FeedKind.Event);

    public string Language { get; set; } = "";

    /// <summary>A subject as one word.</summary>
    public static string Write(FeedSubject subject) => subject switch
    {
        { Id: { } id } => $"{subject.Kind}:{id:D}",
        { Day: { } day } => $"{subject.Kind}:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        _ => subject.Kind.ToString(),
    };

    /// <summary>The subject of a word, or null where it is none.</summary>
    public static FeedSubject? Read(string? word)
    {
        var parts = (word ?? "").Split(':', 2);
        if (!Enum.TryParse<FeedKind>(parts[0], out var kind) || parts[0] != kind.ToString())
        {
            return null;
        }

        var subject = parts.Length == 1 ? new FeedSubject(kind)
            : Guid.TryParseExact(parts[1], "D", out var id) ? new FeedSubject(kind, id)
            : DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new FeedSubject(kind, Day: day)
            : null;
        return subject is { IsWhole: true } ? subject : null;
    }
}
