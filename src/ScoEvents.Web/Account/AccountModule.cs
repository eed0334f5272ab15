using System.Threading.RateLimiting;
using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Web.Security;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Account;

/// <summary>Accounts and sign-in: ASP.NET Core Identity with its stores in PostgreSQL.</summary>
internal static class AccountModule
{
    /// <summary>Name of the limit on attempts to sign in, per network address.</summary>
    public const string SignInLimit = "sign-in";

    private static readonly TimeSpan _checkInterval = TimeSpan.FromSeconds(30);

    public static void AddAccount(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LanguageChoice>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddIdentityCore<PortalUser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddEntityFrameworkStores<ScoEventsDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PortalPrincipalFactory>()
            .AddDefaultTokenProviders();
        // OWASP ASVS 5.0, 11.4.2: at least 210,000 rounds of PBKDF2 with HMAC-SHA-512.
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        builder.Services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = _checkInterval);
        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<PortalCookies>(Guard);
        builder.Services.AddScoped<AuthenticationStateProvider, RevalidatingSignIn>();
        builder.Services.AddScoped<SignInService>();
        builder.Services.AddScoped<IValidator<SignInForm>, SignInFormValidator>();
        builder.Services.AddScoped<InvitedAccounts>();
        builder.Services.AddScoped<IValidator<InvitedAccountForm>, InvitedAccountFormValidator>();
        builder.Services.AddRateLimiter(limits => limits
            .AddPolicy(SignInLimit, context => Limit(context, builder.Configuration.GetValue("Portal:SignInAttemptsPerMinute", 20)))
            .RejectionStatusCode = StatusCodes.Status429TooManyRequests);
    }

    public static void MapAccount(this WebApplication app) =>
        app.MapPost(PortalRoutes.SignOut, async (HttpContext context, IAntiforgery antiforgery, SignInManager<PortalUser> signIn) =>
        {
            // The framework checks tokens by itself only where an endpoint reads a form.
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            await signIn.SignOutAsync();
            return Results.LocalRedirect("/");
        });

    private static void Guard(CookieAuthenticationOptions cookie, PortalCookies cookies)
    {
        cookies.Guard(cookie.Cookie, "session");
        cookie.LoginPath = PortalRoutes.SignInPath;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
        cookie.SlidingExpiration = true;
        // The error page says it in the reader's language, and the address stays what it was.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static RateLimitPartition<string> Limit(HttpContext context, int perMinute) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
        : RateLimitPartition.GetNoLimiter("");
}
