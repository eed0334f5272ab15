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
        .AddScoped<IValidator<ReleaseForm>, ReleaseFormValidator>();
}
