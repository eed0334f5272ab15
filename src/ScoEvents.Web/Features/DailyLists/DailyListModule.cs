using FluentValidation;

namespace ScoEvents.Web.Features.DailyLists;

internal static class DailyListModule
{
    public static void AddDailyLists(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DailyListService>();
        builder.Services.AddScoped<DailyListQueries>();
        builder.Services.AddScoped<IValidator<DailyListForm>, DailyListFormValidator>();
        builder.Services.AddSingleton<DailyListReading>();
        builder.Services.AddSingleton<DailyListWriter>();
        builder.Services.AddSingleton<DailyListRunner>();
        builder.Services.AddHostedService<DailyListWorker>();
    }
}
