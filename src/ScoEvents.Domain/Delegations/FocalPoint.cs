using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>Which of a side's focal points somebody is.</summary>
public enum FocalPointRank
{
    /// <summary>The one whom the side named first.</summary>
    Principal,

    /// <summary>Stands in.</summary>
    Deputy,
}

/// <summary>A person whom a side officially names to register and speak for its delegations.</summary>
public sealed class FocalPoint
{
    private FocalPoint()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The side.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The only event the office is for, or null for all events of the side.</summary>
    public Guid? EventId { get; private set; }

    /// <summary>The portal's user.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Which of the side's focal points.</summary>
    public FocalPointRank Rank { get; private set; }

    /// <summary>Full name in Latin script.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Mail address.</summary>
    public string Email { get; private set; } = "";

    /// <summary>When the side named the person, UTC.</summary>
    public DateTimeOffset NamedAt { get; private set; }

    /// <summary>When the side took the office back, UTC; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The link by which the person took the office, or null where an administrator appointed.</summary>
    public Guid? LinkId { get; private set; }

    /// <summary>Whether the office stands.</summary>
    public bool IsLive => EndedAt is null;

    /// <summary>Appoints who used a link.</summary>
    /// <param name="link">The link, used.</param>
    /// <param name="name">Full name as the person gave it.</param>
    /// <param name="now">UTC.</param>
    public static FocalPoint Appoint(FocalPointLink link, string name, DateTimeOffset now)
    {
        var appointed = Appoint(link.SideId, link.UsedBy!.Value, name, link.Email, now, link.EventId, link.Rank);
        appointed.LinkId = link.Id;
        return appointed;
    }

    /// <summary>Appoints a focal point.</summary>
    /// <param name="sideId">The side.</param>
    /// <param name="userId">The portal's user.</param>
    /// <param name="name">Full name in Latin script.</param>
    /// <param name="email">Mail address.</param>
    /// <param name="now">UTC.</param>
    /// <param name="eventId">The only event, or null for all.</param>
    /// <param name="rank">Which of the side's focal points.</param>
    public static FocalPoint Appoint(
        Guid sideId, Guid userId, string name, string email, DateTimeOffset now, Guid? eventId = null, FocalPointRank rank = FocalPointRank.Principal) => new()
        {
            Id = Guid.CreateVersion7(),
            SideId = sideId,
            EventId = eventId,
            UserId = userId,
            Rank = rank,
            Name = PlainText.Clean(name),
            Email = PlainText.Clean(email),
            NamedAt = now,
        };

    /// <summary>Ends the office. Refused: <c>not-found</c> where it has ended.</summary>
    public Result End(DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return Error.NotFound();
        }

        EndedAt = now;
        return Result.Success;
    }
}
