using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using ScoEvents.Web.Account;
using ScoEvents.Web.Security;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Localization;

internal static class LocalizationModule
{
    public static void AddPortalLocalization(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        // The default writes every letter beyond Latin as a numeric entity, which makes a Hindi page three times as long.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton<RequestLanguage>();
        builder.Services.AddSingleton<ErrorSpeech>();
        builder.Services.AddSingleton<Radzen.ILocalizer, RadzenWords>();
        builder.Services.AddOptions<RequestLocalizationOptions>().Configure<RequestLanguage>((localization, requestLanguage) =>
        {
            localization.SupportedCultures = [.. PortalLanguages.All.Select(language => language.Culture)];
            localization.SupportedUICultures = localization.SupportedCultures;
            localization.DefaultRequestCulture = new RequestCulture(PortalLanguages.English.Culture);
            localization.RequestCultureProviders = [requestLanguage];
        });
    }

    public static void UsePortalLocalization(this WebApplication app) => app.UseRequestLocalization();

    /// <summary>A page under a language that the portal does not speak does not exist.</summary>
    public static void UseKnownLanguagesOnly(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetRouteValue(PortalRoutes.LanguageParameter) is string code && PortalLanguages.Find(code) is null)
        {
            context.Features.Set(new UnknownLanguage(code));
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    });

    public static void MapPortalLocalization(this WebApplication app)
    {
        app.MapGet("/", (HttpContext context, RequestLanguage requestLanguage) =>
        {
            context.Response.Headers.Vary = "Accept-Language, Cookie";
            return Results.LocalRedirect(PortalRoutes.Home(requestLanguage.Preferred(context)));
        });
        app.MapGet(PortalRoutes.ChooseLanguagePattern, ChooseLanguageAsync);
    }

    private static async Task<IResult> ChooseLanguageAsync(HttpContext context, RequestLanguage requestLanguage, LanguageChoice choice, string code, string? returnUrl)
    {
        if (PortalLanguages.Find(code) is not { } language)
        {
            return Results.NotFound();
        }

        await choice.KeepAsync(context.User.ToActor(), language, context.RequestAborted);
        requestLanguage.Remember(context, language);
        var address = ReturnAddress.LocalOrDefault(returnUrl, PortalRoutes.Home(language));
        return Results.LocalRedirect(PortalRoutes.IsSignIn(address) ? PortalRoutes.SignInAs(address, language) : address);
    }
}

/// <summary>What stood in an address where a language belongs.</summary>
public sealed record UnknownLanguage(string Code);
