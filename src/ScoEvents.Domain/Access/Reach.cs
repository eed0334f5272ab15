namespace ScoEvents.Domain.Access;

/// <summary>Where an event belongs, as far as rights are concerned.</summary>
/// <param name="EventId">The event.</param>
/// <param name="SecretariatId">The secretariat that plans it, or null for the record of a source document.</param>
public sealed record EventScope(Guid EventId, Guid? SecretariatId);

/// <summary>A role that a user holds now, in a scope.</summary>
public sealed record HeldRole(Role Role, GrantScope Scope);

/// <summary>What a user may do: small questions over the roles held now, combined nowhere else.</summary>
/// <param name="Roles">The roles that stand, the revoked ones left out.</param>
public sealed record Reach(IReadOnlyCollection<HeldRole> Roles)
{
    /// <summary>Nobody: may do nothing that needs a right.</summary>
    public static Reach None { get; } = new([]);

    /// <summary>Keeps users, roles and secretariats.</summary>
    public bool CanAdminister => Holds(Role.Administrator, GrantScope.Portal);

    /// <summary>Reads the audit trail.</summary>
    public bool CanAudit => Holds(Role.Auditor, GrantScope.Portal) || CanAdminister;

    /// <summary>Plans events in some secretariat.</summary>
    public bool CanPlanSomewhere => Roles.Any(held => held.Role == Role.Organiser && held.Scope.SecretariatId is not null);

    /// <summary>The secretariats in which events can be planned.</summary>
    public IEnumerable<Guid> PlanningSecretariats =>
        Roles.Where(held => held.Role == Role.Organiser && held.Scope.SecretariatId is not null).Select(held => held.Scope.SecretariatId!.Value).Distinct();

    /// <summary>The sides the user is focal point of, in any event.</summary>
    public IEnumerable<Guid> Sides => Roles.Where(held => held.Role == Role.FocalPoint).Select(held => held.Scope.SideId!.Value).Distinct();

    /// <summary>Works for some secretariat or event.</summary>
    public bool IsStaffSomewhere => Roles.Any(held => held.Role is Role.Organiser or Role.Registrar or Role.Staff);

    /// <summary>Plans a new event in a secretariat.</summary>
    public bool CanPlanIn(Guid secretariatId) => Holds(Role.Organiser, GrantScope.Secretariat(secretariatId));

    /// <summary>Changes an event, its rooms and its programme; publishes.</summary>
    public bool CanOrganise(EventScope scope) => HoldsAt(scope, Role.Organiser);

    /// <summary>Invites sides.</summary>
    public bool CanInvite(EventScope scope) => HoldsAt(scope, Role.Organiser);

    /// <summary>Reads the event and the draft of its programme before the public does.</summary>
    public bool CanReadDraft(EventScope scope) => HoldsAt(scope, Role.Organiser) || HoldsAt(scope, Role.Registrar) || HoldsAt(scope, Role.Staff);

    /// <summary>Reads the delegations of all sides and exports the list of participants.</summary>
    public bool CanReadDelegations(EventScope scope) => HoldsAt(scope, Role.Organiser) || HoldsAt(scope, Role.Registrar) || HoldsAt(scope, Role.Staff);

    /// <summary>Reviews persons, admits them and issues badges.</summary>
    public bool CanAccredit(EventScope scope) => HoldsAt(scope, Role.Organiser) || HoldsAt(scope, Role.Registrar);

    /// <summary>Sees the numbers of passports, one by one and each time written down.</summary>
    public bool CanSeePassports(EventScope scope) => HoldsAt(scope, Role.Registrar);

    /// <summary>Lets people in at the door.</summary>
    public bool CanCheckIn(EventScope scope) => CanReadDelegations(scope);

    /// <summary>Answers the invitation of a side and registers its delegation.</summary>
    public bool SpeaksFor(Guid eventId, Guid sideId) =>
        Roles.Any(held => held.Role == Role.FocalPoint && held.Scope.SideId == sideId && (held.Scope.EventId is null || held.Scope.EventId == eventId));

    /// <summary>Reads the delegation of a side.</summary>
    public bool CanReadDelegation(EventScope scope, Guid sideId) => SpeaksFor(scope.EventId, sideId) || CanReadDelegations(scope);

    private bool Holds(Role role, GrantScope scope) => Roles.Any(held => held.Role == role && held.Scope == scope);

    private bool HoldsAt(EventScope scope, Role role) =>
        Holds(role, GrantScope.Event(scope.EventId)) || (scope.SecretariatId is { } secretariat && Holds(role, GrantScope.Secretariat(secretariat)));
}

/// <summary>Who asks: a signed-in user, or nobody.</summary>
/// <param name="UserId">The user, or null for the public.</param>
public sealed record Actor(Guid? UserId)
{
    /// <summary>The public: nobody is signed in.</summary>
    public static Actor Public { get; } = new((Guid?)null);

    /// <summary>A signed-in user.</summary>
    public static Actor Of(Guid userId) => new(userId);
}
