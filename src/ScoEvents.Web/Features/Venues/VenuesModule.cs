using FluentValidation;

namespace ScoEvents.Web.Features.Venues;

internal static class VenuesModule
{
    public static void AddVenues(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<VenuesService>()
        .AddScoped<RoomsService>()
        .AddScoped<VenuesQueries>()
        .AddScoped<IValidator<RoomForm>, RoomFormValidator>()
        .AddScoped<IValidator<UseRoomForm>, UseRoomFormValidator>()
        .AddScoped<IValidator<RoomEditForm>, RoomEditFormValidator>()
        .AddScoped<IValidator<VenueEditForm>, VenueEditFormValidator>();
}
