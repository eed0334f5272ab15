namespace ScoEvents.IntegrationTests.Access;

/// <summary>Everybody who could ask.</summary>
public enum Asker
{
    Public,
    NoRole,
    Administrator,
    Auditor,
    Organiser,
    EventOrganiser,
    Registrar,
    Staff,
    OrganiserElsewhere,
    FocalPoint,
    OtherFocalPoint,
}
