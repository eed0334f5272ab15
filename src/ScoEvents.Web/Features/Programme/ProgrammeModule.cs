using FluentValidation;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ScoEvents.Web.Features.Programme;

internal static class ProgrammeModule
{
    public static void AddProgramme(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<ProgrammeService>()
        .AddScoped<ProgrammeQueries>()
        .AddScoped<ReleaseService>()
        .AddScoped<ScheduleService>()
        .AddScoped<ScheduleQueries>()
        .AddScoped<CircuitLine>()
        .AddScoped<CircuitHandler>(services => services.GetRequiredService<CircuitLine>())
        .AddSingleton<BoardSpeech>()
        .AddSingleton<ProgrammeSpeech>()
        .AddScoped<IValidator<SessionForm>, SessionFormValidator>()
        .AddScoped<IValidator<SpeakerForm>, SpeakerFormValidator>()
        .AddScoped<IValidator<ReleaseForm>, ReleaseFormValidator>();
}
