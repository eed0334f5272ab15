using Microsoft.Extensions.Options;

namespace ScoEvents.Web.Features.Mail;

internal static class MailModule
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        builder.Services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<PublicLinks>();
        builder.Services.AddSingleton<DigestWriter>();
        builder.Services.AddSingleton<MailOutbox>();
        builder.Services.AddScoped<MailService>();
        builder.Services.AddScoped<MailQueries>();
        builder.Services.AddSingleton<OutboxDelivery>();
        builder.Services.AddHostedService<MailWorker>();
    }
}
