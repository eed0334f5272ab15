using FluentValidation;

namespace ScoEvents.Web.Features.Invitations;

internal static class InvitationsModule
{
    public static void AddInvitations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NoteWriter>();
        builder.Services.AddScoped<NoteService>();
        builder.Services.AddScoped<NoteQueries>();
        builder.Services.AddScoped<ReminderService>();
        builder.Services.AddScoped<InvitationDeliveryService>();
        builder.Services.AddScoped<InvitationDeskQueries>();
        builder.Services.AddScoped<IValidator<ChosenInvitations>, ChosenInvitationsValidator>();
        builder.Services.AddScoped<IValidator<NoteTemplateForm>, NoteTemplateFormValidator>();
        builder.Services.AddScoped<IValidator<AnswerForm>, AnswerFormValidator>();
        builder.Services.AddSingleton<InvitationDeadlines>();
        builder.Services.AddHostedService<InvitationDeadlinesWorker>();
    }

    public static void MapInvitations(this WebApplication app) => InvitationsEndpoints.Map(app);
}
