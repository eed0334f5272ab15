using FluentValidation;
using ScoEvents.Web.Security;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Events;

internal static class EventsModule
{
    public static void AddEvents(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<EventsService>()
        .AddScoped<EventsQueries>()
        .AddSingleton<EventSpeech>()
        .AddScoped<IValidator<EventForm>, EventFormValidator>()
        .AddSingleton(new StaffNavItem(10, typeof(EventsTexts), "Navigation", PortalRoutes.StaffEvents, PortalPolicies.Staff));
}
