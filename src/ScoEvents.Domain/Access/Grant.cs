namespace ScoEvents.Domain.Access;

/// <summary>What a user is to the portal, a secretariat, an event or a side.</summary>
public enum Role
{
    /// <summary>Keeps users, roles and secretariats; sees no delegation.</summary>
    Administrator,

    /// <summary>Reads who changed what; sees no delegation.</summary>
    Auditor,

    /// <summary>Plans events, invites sides and publishes programmes.</summary>
    Organiser,

    /// <summary>Reviews delegations and keeps the list of participants.</summary>
    Registrar,

    /// <summary>Reads drafts and delegations and exports them.</summary>
    Staff,

    /// <summary>Answers for a side and registers its delegation.</summary>
    FocalPoint,
}

/// <summary>Where a grant holds; all parts null means the whole portal.</summary>
/// <param name="SecretariatId">All events of this secretariat.</param>
/// <param name="EventId">This event only.</param>
/// <param name="SideId">This side, in all events or in <paramref name="EventId"/> only.</param>
public sealed record GrantScope(Guid? SecretariatId = null, Guid? EventId = null, Guid? SideId = null)
{
    /// <summary>The whole portal.</summary>
    public static GrantScope Portal { get; } = new();

    /// <summary>All events of a secretariat.</summary>
    public static GrantScope Secretariat(Guid id) => new(SecretariatId: id);

    /// <summary>One event.</summary>
    public static GrantScope Event(Guid id) => new(EventId: id);

    /// <summary>One side, in every event it is invited to.</summary>
    public static GrantScope Side(Guid id) => new(SideId: id);

    /// <summary>Whether a role can be granted in this scope.</summary>
    public bool Fits(Role role) => role switch
    {
        Role.Administrator or Role.Auditor => this == Portal,
        Role.Organiser or Role.Registrar or Role.Staff => SideId is null && SecretariatId is null != EventId is null,
        Role.FocalPoint => SideId is not null && SecretariatId is null,
    };
}

/// <summary>A role of one user in a scope.</summary>
public sealed class Grant
{
    private Grant()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The user.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>See <see cref="GrantScope"/>.</summary>
    public Guid? SecretariatId { get; private set; }

    /// <summary>See <see cref="GrantScope"/>.</summary>
    public Guid? EventId { get; private set; }

    /// <summary>See <see cref="GrantScope"/>.</summary>
    public Guid? SideId { get; private set; }

    /// <summary>When it was granted, UTC.</summary>
    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>When it was taken back, UTC; null while it stands.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The link that gave it, or null where an administrator did.</summary>
    public Guid? LinkId { get; private set; }

    /// <summary>Where it holds.</summary>
    public GrantScope Scope => new(SecretariatId, EventId, SideId);

    /// <summary>Grants a role.</summary>
    /// <exception cref="ArgumentException">The scope does not fit the role.</exception>
    public static Grant Give(Guid userId, Role role, GrantScope scope, DateTimeOffset now) => scope.Fits(role)
        ? new Grant
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            Role = role,
            SecretariatId = scope.SecretariatId,
            EventId = scope.EventId,
            SideId = scope.SideId,
            GrantedAt = now,
        }
        : throw new ArgumentException($"The role {role} cannot be granted in this scope.", nameof(scope));

    /// <summary>Lets who used a link speak for one side in one event.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sideId">The side.</param>
    /// <param name="linkId">The link, which gives one grant in its life.</param>
    /// <param name="now">UTC.</param>
    public static Grant ByLink(Guid userId, Guid eventId, Guid sideId, Guid linkId, DateTimeOffset now)
    {
        var grant = Give(userId, Role.FocalPoint, new GrantScope(EventId: eventId, SideId: sideId), now);
        grant.LinkId = linkId;
        return grant;
    }

    /// <summary>Takes the role back; again does nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
