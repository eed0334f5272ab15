using FluentValidation;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ScoEvents.Web.Features.Programme;

internal static class ProgrammeModule
{
    public static void AddProgramme(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<ProgrammeService>()
        .AddScoped<ProgrammeQueries>()
        .AddScoped<ReleaseService>()
        .AddScoped<ReleaseQueries>()
        .AddSingleton<ReleaseSpeech>()
        .AddScoped<ScheduleService>()
        .AddScoped<ScheduleQueries>()
        .AddScoped<CircuitLine>()
        .AddScoped<CircuitHandler>(services => services.GetRequiredService<CircuitLine>())
        .AddSingleton<BoardSpeech>()
        .AddScoped<SessionQueries>()
        .AddScoped<SpeakerService>()
        .AddScoped<SpeakerQueries>()
        .AddScoped<TrackService>()
        .AddScoped<TrackQueries>()
        .AddScoped<DocumentService>()
        .AddScoped<DocumentQueries>()
        .AddSingleton<SessionSpeech>()
        .AddSingleton<SessionWords>()
        .AddScoped<AvailabilityService>()
        .AddScoped<AvailabilityQueries>()
        .AddScoped<InterpretersService>()
        .AddScoped<InterpretersQueries>()
        .AddScoped<ProgrammeSettingsService>()
        .AddScoped<ConflictsService>()
        .AddScoped<ConflictsQueries>()
        .AddSingleton<ProgrammeSpeech>()
        .AddSingleton<ConflictSpeech>()
        .AddSingleton<AvailabilitySpeech>()
        .AddScoped<IValidator<AvailabilityForm>, AvailabilityFormValidator>()
        .AddScoped<IValidator<InterpretersForm>, InterpretersFormValidator>()
        .AddScoped<IValidator<ProgrammeSettingsForm>, ProgrammeSettingsFormValidator>()
        .AddScoped<IValidator<AcknowledgeForm>, AcknowledgeFormValidator>()
        .AddScoped<IValidator<SessionForm>, SessionFormValidator>()
        .AddScoped<IValidator<SpeakerForm>, SpeakerFormValidator>()
        .AddScoped<IValidator<TrackForm>, TrackFormValidator>()
        .AddScoped<IValidator<DocumentForm>, DocumentFormValidator>()
        .AddScoped<IValidator<ReleaseForm>, ReleaseFormValidator>();

    public static void MapProgramme(this WebApplication app) => DocumentEndpoints.Map(app);
}
