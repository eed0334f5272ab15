using Microsoft.Extensions.DependencyInjection.Extensions;
using ScoEvents.Exports.Pdf;
using ScoEvents.Web.Features.Programme.Public;

namespace ScoEvents.Web.Features.Programme;

internal static class AgendaModule
{
    public static void AddAgenda(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PublicProgrammeQueries>();
        builder.Services.AddScoped<PublicDocumentQueries>();
        builder.Services.AddScoped<AgendaDocuments>();
        builder.Services.AddSingleton<AgendaPdfs>();
        builder.Services.TryAddSingleton<IPdfEngine>(_ => new ChromiumPdfEngine(new ChromiumPdfOptions()));
    }

    public static void MapAgenda(this WebApplication app)
    {
        AgendaEndpoints.Map(app);
        ReleaseFeedEndpoints.Map(app);
        PublicDocumentEndpoints.Map(app);
    }
}
