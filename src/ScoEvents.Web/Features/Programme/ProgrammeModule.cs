using FluentValidation;

namespace ScoEvents.Web.Features.Programme;

internal static class ProgrammeModule
{
    public static void AddProgramme(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<ProgrammeService>()
        .AddScoped<ProgrammeQueries>()
        .AddScoped<ReleaseService>()
        .AddScoped<ReleaseQueries>()
        .AddSingleton<ReleaseSpeech>()
        .AddSingleton<ProgrammeSpeech>()
        .AddScoped<IValidator<SessionForm>, SessionFormValidator>()
        .AddScoped<IValidator<SpeakerForm>, SpeakerFormValidator>()
        .AddScoped<IValidator<ReleaseForm>, ReleaseFormValidator>();
}
