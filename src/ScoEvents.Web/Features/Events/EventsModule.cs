using FluentValidation;
using ScoEvents.Web.Security;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Events;

internal static class EventsModule
{
    public static void AddEvents(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<EventsService>()
        .AddScoped<EventsQueries>()
        .AddScoped<EventStatusService>()
        .AddScoped<EventCloningService>()
        .AddScoped<EventTemplateService>()
        .AddScoped<WholeEventQueries>()
        .AddScoped<IValidator<PostponeForm>, PostponeFormValidator>()
        .AddScoped<IValidator<ResumeForm>, ResumeFormValidator>()
        .AddScoped<IValidator<CancelForm>, CancelFormValidator>()
        .AddScoped<IValidator<CloneForm>, CloneFormValidator>()
        .AddScoped<IValidator<TemplateForm>, TemplateFormValidator>()
        .AddSingleton<EventSpeech>()
        .AddScoped<IValidator<EventForm>, EventFormValidator>()
        .AddSingleton(new StaffNavItem(10, typeof(EventsTexts), "Navigation", PortalRoutes.StaffEvents, PortalPolicies.Staff));
}
