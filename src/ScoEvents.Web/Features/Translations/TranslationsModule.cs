using FluentValidation;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ScoEvents.Web.Features.Translations;

/// <summary>The languages of an event: which are wanted, what is missing, what stands in.</summary>
internal static class TranslationsModule
{
    public static void AddTranslations(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<EventLanguageQueries>()
        .AddScoped<TranslationQueries>()
        .AddScoped<TextKeepers>()
        .AddScoped<TranslationService>()
        .AddScoped<IValidator<EventLanguagesForm>, EventLanguagesFormValidator>()
        .AddScoped<IValidator<TranslationForm>, TranslationFormValidator>()
        .AddScoped<OpenEventLanguages>()
        .AddScoped<CircuitHandler, OpenEventCircuit>();

    /// <summary>Behind the routing, which says of which event a request is.</summary>
    public static void UseEventLanguages(this WebApplication app) => app.UseMiddleware<EventLanguageMiddleware>();
}
