using System.Threading.RateLimiting;
using FluentValidation;

namespace ScoEvents.Web.Features.FocalPoints;

internal static class FocalPointsModule
{
    /// <summary>Name of the limit on opening and using links, per network address.</summary>
    public const string LinkLimit = "focal-link";

    public static void AddFocalPoints(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<FocalPointService>();
        builder.Services.AddScoped<FocalPointLinkService>();
        builder.Services.AddScoped<FocalPointQueries>();
        builder.Services.AddScoped<MandateService>();
        builder.Services.AddSingleton<FocalPointLetterWriter>();
        builder.Services.AddScoped<IValidator<FocalPointForm>, FocalPointFormValidator>();
        builder.Services.AddScoped<IValidator<MandateForm>, MandateFormValidator>();
        var perMinute = builder.Configuration.GetValue("Portal:LinkAttemptsPerMinute", 30);
        builder.Services.AddRateLimiter(limits => limits.AddPolicy(LinkLimit, context => RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })));
    }

    public static void MapFocalPoints(this WebApplication app)
    {
        app.MapGet("/account/focal-point/{language:length(2)}/{key:maxlength(200)}", FocalPointEndpoints.Open).RequireRateLimiting(LinkLimit);
        app.MapGet("/staff/invitations/{invitationId:guid}/mandates/{letterId:guid}", FocalPointEndpoints.MandateAsync).RequireAuthorization();
    }
}
