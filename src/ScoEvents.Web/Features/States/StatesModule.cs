namespace ScoEvents.Web.Features.States;

internal static class StatesModule
{
    public static void AddStates(this WebApplicationBuilder builder) => builder.Services.AddScoped<StateQueries>();
}
