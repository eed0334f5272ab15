using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

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

    /// <summary>The portal's user.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Full name in Latin script.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Mail address.</summary>
    public string Email { get; private set; } = "";

    /// <summary>When the side named the person, UTC.</summary>
    public DateTimeOffset NamedAt { get; private set; }

    /// <summary>When the side took the office back, UTC; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Appoints a focal point.</summary>
    public static FocalPoint Appoint(Guid sideId, Guid userId, string name, string email, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        SideId = sideId,
        UserId = userId,
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
