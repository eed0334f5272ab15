using Microsoft.Net.Http.Headers;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>The way in by a link, and letters to download.</summary>
internal static class FocalPointEndpoints
{
    /// <summary>Name of the cookie that carries the secret from the link to the page, so that it stands in no address, history or log from then on.</summary>
    public const string Cookie = "focal-link";

    private static readonly TimeSpan _cookieLife = TimeSpan.FromHours(2);

    /// <summary>Takes the secret out of the address and goes on to the page. Uses nothing up: scanners of mails open every address.</summary>
    public static IResult Open(HttpContext context, string language, string key, PortalCookies cookies)
    {
        if (PortalLanguages.Find(language) is not { } spoken)
        {
            return Results.NotFound();
        }

        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        Append(context, cookies, Cookie, key, _cookieLife);
        // Who has chosen a language keeps it; the mail's own is for those who come for the first time.
        if (context.Request.Cookies[cookies.Name(RequestLanguage.Cookie)] is null)
        {
            Append(context, cookies, RequestLanguage.Cookie, spoken.Code, TimeSpan.FromDays(365));
        }

        return Results.LocalRedirect(FocalPointRoutes.Offer);
    }

    public static async Task<IResult> MandateAsync(HttpContext context, Guid invitationId, Guid letterId, FocalPointQueries queries, CancellationToken cancellationToken)
    {
        var found = await queries.MandateAsync(context.User.ToActor(), invitationId, letterId, cancellationToken);
        if (found.Error is not null)
        {
            return Results.NotFound();
        }

        var letter = found.Value;
        context.Response.Headers.CacheControl = "no-store";
        // What somebody uploaded is saved, never shown in the portal's own origin.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(letter.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(letter.Bytes, letter.ContentType);
    }

    private static void Append(HttpContext context, PortalCookies cookies, string purpose, string value, TimeSpan life)
    {
        var cookie = new CookieBuilder { MaxAge = life, IsEssential = true };
        cookies.Guard(cookie, purpose);
        context.Response.Cookies.Append(cookie.Name!, value, cookie.Build(context));
    }
}
