namespace ScoEvents.Web.Features.Accreditation;

internal static class AccreditationModule
{
    public static void AddAccreditation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AlikeRegister>();
        builder.Services.AddScoped<AccreditationService>();
        builder.Services.AddScoped<AccreditationQueries>();
        builder.Services.AddScoped<DecisionMails>();
        builder.Services.AddScoped<DecisionWriter>();
        builder.Services.AddScoped<LetterService>();
        builder.Services.AddScoped<LetterWriter>();
    }

    public static void MapAccreditation(this WebApplication app) => AccreditationEndpoints.Map(app);
}
