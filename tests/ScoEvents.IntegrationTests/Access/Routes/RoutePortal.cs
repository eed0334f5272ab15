using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Exports.Pdf;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Api;
using ScoEvents.Web.Features.Translations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using Xunit;

namespace ScoEvents.IntegrationTests.Access.Routes;

/// <summary>The whole portal with its table of addresses, and everybody who could ask; only printing is stopped: what would be printed is answered as it is.</summary>
public class RoutePortal : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scoevents-routes-").FullName;
    private readonly Dictionary<Asker, RouteVisitor> _visitors = [];
    private WebApplicationFactory<Program>? _factory;
    private IServiceScope? _scope;

    public TestDatabase Database { get; } = new();

    internal RouteWorld World { get; private set; } = null!;

    /// <summary>Every address that the running portal answers.</summary>
    internal IReadOnlyList<RouteEndpoint> Endpoints { get; private set; } = [];

    internal RouteVisitor this[Asker asker] => _visitors[asker];

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("ConnectionStrings:Portal", Database.AppConnectionString);
            host.UseSetting("ConnectionStrings:Owner", Database.OwnerConnectionString);
            host.UseSetting("Portal:DataFolder", _folder);
            host.UseSetting("Portal:LinkAttemptsPerMinute", "10000");
            host.UseSetting("Portal:Api:RequestsPerMinute", "100000");
            host.UseSetting("Portal:Api:AnonymousRequestsPerMinute", "100000");
            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Database.Clock);
                Replace(services);
            });
        });
        _scope = _factory.Services.CreateScope();
        World = new RouteWorld(Database, _scope.ServiceProvider);
        await ArrangeAsync();
        Endpoints = [.. _factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in _visitors.Values)
        {
            visitor.Dispose();
        }

        _scope?.Dispose();
        await _factory!.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Puts something else in the place of a part of the portal.</summary>
    protected virtual void Replace(IServiceCollection services) => services.AddSingleton<IPdfEngine, EchoingPdfEngine>();

    private async Task ArrangeAsync()
    {
        var secretariat = GrantScope.Secretariat(await Database.SecretariatAsync());
        var organiser = await Database.PersonAsync(Role.Organiser, secretariat);
        await World.ArrangeAsync(organiser);
        await AddAsync(Asker.Public, Actor.Public);
        await AddAsync(Asker.NoRole, await Database.PersonAsync());
        await AddAsync(Asker.Administrator, await Database.PersonAsync(Role.Administrator, GrantScope.Portal));
        await AddAsync(Asker.Auditor, await Database.PersonAsync(Role.Auditor, GrantScope.Portal));
        await AddAsync(Asker.FocalPoint, World.Own.FocalPoint);
        await AddAsync(Asker.OtherFocalPoint, World.Other.FocalPoint);
        await AddAsync(Asker.Staff, await Database.PersonAsync(Role.Staff, secretariat));
        await AddAsync(Asker.Registrar, await Database.PersonAsync(Role.Registrar, secretariat));
        await AddAsync(Asker.EventOrganiser, await Database.PersonAsync(Role.Organiser, GrantScope.Event(World.EventId)));
        await AddAsync(Asker.Organiser, organiser);
        await AddAsync(Asker.OrganiserElsewhere, await Database.OrganiserAsync("sco-rats-ec"));
    }

    private async Task AddAsync(Asker asker, Actor actor)
    {
        var http = _factory!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _visitors[asker] = await RouteVisitor.OfAsync(asker, actor, http, _factory.Services);
    }

    private sealed class EchoingPdfEngine : IPdfEngine
    {
        public Task<byte[]> PrintAsync(PrintablePage page, CancellationToken cancellationToken = default) =>
            Task.FromResult(System.Text.Encoding.UTF8.GetBytes(page.Html));
    }
}

/// <summary>Somebody with a sign-in, a token for programs and form tokens, as far as the portal gives them.</summary>
internal sealed class RouteVisitor(Asker asker, HttpClient http, IServiceProvider services) : IDisposable
{
    private readonly List<string> _cookies = [];
    private ClaimsPrincipal _principal = new(new ClaimsIdentity());
    private string? _token;
    private AntiforgeryTokenSet? _form;

    public Asker Asker => asker;

    public static async Task<RouteVisitor> OfAsync(Asker asker, Actor actor, HttpClient http, IServiceProvider services)
    {
        var visitor = new RouteVisitor(asker, http, services);
        await using var scope = services.CreateAsyncScope();
        if (actor.UserId is { } userId)
        {
            var user = (await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByIdAsync(userId.ToString()))!;
            visitor._principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
            visitor._cookies.Add(visitor.SignIn());
            visitor._token = (await scope.ServiceProvider.GetRequiredService<ApiTokenService>().MakeAsync(
                actor, new ApiTokenForm { Name = "Routes", Scopes = [.. ApiScopes.All] }, default)).Value.Text;
        }

        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = visitor._principal };
        visitor._form = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(context);
        visitor._cookies.Add($"{services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name}={visitor._form.CookieToken}");
        return visitor;
    }

    /// <summary>Asks over HTTP, and tells the answer in words.</summary>
    public async Task<RouteAnswer> AskAsync(RouteQuestion question)
    {
        using var response = await SendAsync(question);
        var isSignIn = response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains(PortalRoutes.SignInPath, StringComparison.Ordinal);
        var body = RouteAnswer.Readable(await response.Content.ReadAsByteArrayAsync());
        return new RouteAnswer(isSignIn ? "in" : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), $"{response.Content.Headers.ContentDisposition} {body}");
    }

    /// <summary>Asks over HTTP: pages by the cookie, the interface for programs by the token.</summary>
    public async Task<HttpResponseMessage> SendAsync(RouteQuestion question)
    {
        using var request = new HttpRequestMessage(new HttpMethod(question.Method), question.Address);
        if (ApiRoutes.IsApi(question.Address.Split('?')[0]))
        {
            request.Headers.Authorization = _token is null ? null : new AuthenticationHeaderValue("Bearer", _token);
        }
        else
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies));
        }

        foreach (var (name, value) in question.Headers)
        {
            request.Headers.Add(name, value);
        }

        request.Content = question switch
        {
            { Form: { } fields } => new FormUrlEncodedContent(fields.Append(KeyValuePair.Create(_form!.FormFieldName, _form.RequestToken!))),
            { Json: { } json } => new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
            _ => null,
        };
        return await http.SendAsync(request);
    }

    /// <summary>What an interactive page shows when its circuit starts, rendered by the portal's own router for this person.</summary>
    public async Task<RouteAnswer> RenderAsync(string address) => (await WatchAsync(address)).Whole;

    /// <summary>The same in a language, under the order of languages that the event of the address says, and what the page shows until the first answer of the database.</summary>
    public async Task<(string Meanwhile, RouteAnswer Whole)> WatchAsync(string address, PortalLanguage? language = null)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        ((IHostEnvironmentAuthenticationStateProvider)provider.GetRequiredService<AuthenticationStateProvider>())
            .SetAuthenticationState(Task.FromResult(new AuthenticationState(_principal)));
        ((IHostEnvironmentNavigationManager)provider.GetRequiredService<NavigationManager>()).Initialize("http://localhost/", $"http://localhost{address}");
        await using var renderer = new HtmlRenderer(provider, provider.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (language ?? PortalLanguages.English).Culture;
            var open = provider.GetRequiredService<OpenEventLanguages>();
            open.Flow();
            await open.EnterAsync(address, CancellationToken.None);
            try
            {
                var page = renderer.BeginRenderingComponent<Web.Shell.Routes>();
                var meanwhile = page.ToHtmlString();
                await page.QuiescenceTask;
                return (meanwhile, RouteAnswer.OfPage(page.ToHtmlString()));
            }
            catch (NavigationException away)
            {
                return ("", new RouteAnswer("302", away.Location));
            }
        });
    }

    public void Dispose() => http.Dispose();

    // The cookie that the sign-in page would set, written by the portal's own keys: passwords are another test's matter.
    private string SignIn()
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            _principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}
