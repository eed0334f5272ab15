using FluentValidation;

namespace ScoEvents.Web.Features.Import;

internal static class ImportModule
{
    public static void AddImport(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<ImportReader>()
        .AddSingleton<ImportSpeech>()
        .AddScoped<ImportQueries>()
        .AddScoped<ImportService>()
        .AddScoped<IValidator<ImportForm>, ImportFormValidator>();

    public static void MapImport(this WebApplication app) => ImportEndpoints.Map(app);
}
