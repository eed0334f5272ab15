using FluentValidation;

namespace ScoEvents.Web.Features.Participants;

internal static class ParticipantsModule
{
    public static void AddParticipants(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ParticipantService>();
        builder.Services.AddScoped<ParticipantQueries>();
        builder.Services.AddScoped<ParticipantDocuments>();
        builder.Services.AddScoped<ParticipantSpeech>();
        builder.Services.AddScoped<IValidator<ListForm>, ListFormValidator>();
    }

    public static void MapParticipants(this WebApplication app) => ParticipantEndpoints.Map(app);
}
