using FluentValidation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ScoEvents.Exports.Pdf;

namespace ScoEvents.Web.Features.Exports;

internal static class ExportModule
{
    public static void AddExports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AgendaDocuments>();
        builder.Services.AddScoped<ExportQueries>();
        builder.Services.AddScoped<ExportService>();
        builder.Services.AddScoped<IValidator<ExportForm>, ExportFormValidator>();
        builder.Services.AddSingleton<PdfQueue>();
        builder.Services.AddSingleton<PrintedAgendas>();
        builder.Services.AddSingleton<AgendaPdfs>();
        builder.Services.TryAddSingleton<IPdfEngine>(_ => new ChromiumPdfEngine(new ChromiumPdfOptions
        {
            MaxConcurrency = PdfQueue.MaxRunning,
            MaxHtmlLength = 96 * 1024 * 1024,
            KeepSpareFor = TimeSpan.FromMinutes(2),
        }));
    }

    public static void MapExports(this WebApplication app) => ExportEndpoints.Map(app);
}
