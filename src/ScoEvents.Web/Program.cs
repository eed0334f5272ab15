using ScoEvents.Web.Account;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.Api;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.CheckIn;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Features.Dashboard;
using ScoEvents.Web.Features.DelegateImport;
using ScoEvents.Web.Features.DailyLists;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Feeds;
using ScoEvents.Web.Features.Home;
using ScoEvents.Web.Features.Import;
using ScoEvents.Web.Features.Invitations;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Notices;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Packages;
using ScoEvents.Web.Features.Privacy;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Search;
using ScoEvents.Web.Features.States;
using ScoEvents.Web.Features.Translations;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Features.Webhooks;
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

await using var database = await PortalDatabase.OpenOrExplainAsync(builder);
if (database is null)
{
    return 1;
}

builder.AddPortalDatabase(database);
builder.AddDatabaseKeyRing();
builder.AddAccount();
builder.AddDemoAccounts();
builder.AddDashboard();
builder.AddEvents();
builder.AddVenues();
builder.AddProgramme();
builder.AddImport();
builder.AddMail();
builder.AddDelegations();
builder.AddFocalPoints();
builder.AddDelegateImport();
builder.AddBadges();
builder.AddCheckIn();
builder.AddInvitations();
builder.AddAccreditation();
builder.AddParticipants();
builder.AddAttendance();
builder.AddPrivacy();
builder.AddPublicCache();
builder.AddNotifications();
builder.AddPublicEvents();
builder.AddHome();
builder.AddAgenda();
builder.AddExports();
builder.AddFeeds();
builder.AddDailyLists();
builder.AddPackages();
builder.AddStates();
builder.AddSearch();
builder.AddNotices();
builder.AddApi();
builder.AddWebhooks();
builder.AddTranslations();

var app = builder.Build();

if (await app.RunVerbAsync(args) is { } exitCode)
{
    return exitCode;
}

if (!await app.HasValidSettingsAsync() || !await app.HasUsableDatabaseSettingsAsync())
{
    return 1;
}

if (!await app.MigrateWhereOwnAsync())
{
    return 1;
}

await app.SeedDemoAccountsAsync();

app.UsePortalServer();
app.UseSecurityHeaders();
app.UsePublicCache();
app.UseRequestLog();
app.UsePortalLocalization();
app.UseErrorPages();
app.UsePortalCompression();
app.UseRouting();
app.UseKnownLanguagesOnly();
app.UseEventLanguages();
app.UseCircuitOriginCheck();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapPortalHealth();
app.MapPortalLocalization();
app.MapAccount();
app.MapPublicEvents();
app.MapAgenda();
app.MapExports();
app.MapFocalPoints();
app.MapDelegateImport();
app.MapBadges();
app.MapCheckIn();
app.MapFeeds();
app.MapPackages();
app.MapInvitations();
app.MapDelegations();
app.MapAccreditation();
app.MapParticipants();
app.MapPrivacy();
app.MapImport();
app.MapProgramme();
app.MapApi();
app.MapShell();

return await app.RunOrExplainAsync();
