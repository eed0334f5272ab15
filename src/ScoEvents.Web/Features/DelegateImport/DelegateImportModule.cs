namespace ScoEvents.Web.Features.DelegateImport;

internal static class DelegateImportModule
{
    public static void AddDelegateImport(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DelegateImportWords>();
        builder.Services.AddSingleton<DelegateFileReader>();
        builder.Services.AddScoped<DelegateImportQueries>();
        builder.Services.AddScoped<DelegateImportService>();
    }

    public static void MapDelegateImport(this WebApplication app) =>
        app.MapGet("/staff/invitations/{invitationId:guid}/import/template.{extension:regex(^(csv|xlsx)$)}", DelegateImportEndpoints.TemplateAsync).RequireAuthorization();
}
