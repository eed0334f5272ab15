using ScoEvents.Web.Security;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Attendance;

internal static class AttendanceModule
{
    public static void AddAttendance(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AttendanceService>();
        builder.Services.AddScoped<AttendanceQueries>();
        builder.Services.AddScoped<AttendanceMatrixQueries>();
        builder.Services.AddScoped<SessionMatrixQueries>();
        builder.Services.AddScoped<AttendanceSpeech>();
        builder.Services.AddSingleton(new StaffNavItem(15, typeof(AttendanceTexts), "Nav", AttendanceRoutes.Matrix, PortalPolicies.Staff));
    }
}
