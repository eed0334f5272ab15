using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

var builder = WebApplication.CreateBuilder(args);

builder.AddPortalLogging();
builder.AddPortalOptions();
builder.AddPortalServer();
builder.AddPortalHealth();
builder.AddPortalSecurity();
builder.AddPortalLocalization();
builder.AddShell();
builder.AddUiKit();

var app = builder.Build();

app.UsePortalServer();
app.UseRequestLog();
app.UseSecurityHeaders();
app.UsePortalLocalization();
app.UseErrorPages();
app.UsePortalCompression();
app.UseRouting();
app.UseKnownLanguagesOnly();
app.UseCircuitOriginCheck();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapPortalHealth();
app.MapPortalLocalization();
app.MapShell();

app.Run();
