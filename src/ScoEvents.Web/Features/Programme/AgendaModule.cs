namespace ScoEvents.Web.Features.Programme;

internal static class AgendaModule
{
    public static void AddAgenda(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PublicProgrammeQueries>();
        builder.Services.AddScoped<PublicDocumentQueries>();
    }

    public static void MapAgenda(this WebApplication app)
    {
        AgendaEndpoints.Map(app);
        ScheduleEndpoints.Map(app);
        ReleaseFeedEndpoints.Map(app);
        PublicDocumentEndpoints.Map(app);
    }
}
