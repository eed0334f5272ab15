using ScoEvents.Domain.Notices;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Notices;

/// <summary>What of the notices is asked for.</summary>
/// <param name="OnlyUnread">Whether read ones are left out.</param>
/// <param name="EventId">Those of one event, or null for all.</param>
/// <param name="Page">From 1; one beyond the last gives the last.</param>
public sealed record NoticeFilter(bool OnlyUnread = false, Guid? EventId = null, int Page = 1);

/// <summary>A notice as its reader may read it now.</summary>
/// <param name="Count">How many persons, mails or times it is about.</param>
/// <param name="Event">Title of the event.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Address">Where one goes on from it.</param>
public sealed record NoticeRow(Guid Id, NoticeKind Kind, int Count, LocalizedText Event, DateTimeOffset At, bool IsRead, string Address)
{
    /// <summary>The side, or null.</summary>
    public LocalizedText? Side { get; init; }

    /// <summary>ISO code of the side where it is a state.</summary>
    public string? SideCode { get; init; }

    /// <summary>Title of the session as far as the reader may read it, or null.</summary>
    public LocalizedText? Session { get; init; }

    /// <summary>Number of the release, or null.</summary>
    public int? Number { get; init; }

    /// <summary>Zone of the event.</summary>
    public string? TimeZone { get; init; }

    /// <summary>City of the event, or empty.</summary>
    public LocalizedText City { get; init; } = LocalizedText.Empty;

    /// <summary>Languages that stand in for a missing one, as the event says; empty for the portal's own order.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];
}

/// <summary>A page of notices.</summary>
/// <param name="Rows">The latest first.</param>
/// <param name="Unread">Unread ones of all events.</param>
/// <param name="Total">How many the filter leaves.</param>
/// <param name="Events">Events of which there are notices, the latest first.</param>
public sealed record NoticeList(IReadOnlyList<NoticeRow> Rows, int Unread, int Total, int Page, int PageCount, IReadOnlyList<NoticeEvent> Events);

/// <summary>An event of which there are notices.</summary>
public sealed record NoticeEvent(Guid Id, LocalizedText Title);
