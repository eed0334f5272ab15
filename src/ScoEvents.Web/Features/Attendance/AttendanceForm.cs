namespace ScoEvents.Web.Features.Attendance;

/// <summary>What a registrar may record: of a side, or of a person of it; at the event, or in a session.</summary>
public sealed class AttendanceForm
{
    public Guid SideId { get; set; }

    public Guid? SessionId { get; set; }

    public Guid? DelegateId { get; set; }

    /// <summary>Null takes the record away: it is not known.</summary>
    public Domain.Events.Attendance? State { get; set; }
}
