namespace ScoEvents.Web.Features.Attendance;

/// <summary>Words of attendance.</summary>
public sealed class AttendanceTexts;
