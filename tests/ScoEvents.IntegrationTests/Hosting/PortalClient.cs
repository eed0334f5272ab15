using System.Net;
using System.Text.RegularExpressions;

namespace ScoEvents.IntegrationTests.Hosting;

/// <summary>Speaks with a running portal as a browser does: keeps cookies, posts forms with their tokens, follows no redirect.</summary>
public sealed partial class PortalClient : IDisposable
{
    public const string SignInPath = "/account/sign-in";

    private readonly HttpClient _http;

    public PortalClient(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>The cookies it was given.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>Value of <c>X-Forwarded-For</c>, as a proxy would send it; null for none.</summary>
    public string? ForwardedFor
    {
        set
        {
            _http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            if (value is not null)
            {
                _http.DefaultRequestHeaders.Add("X-Forwarded-For", value);
            }
        }
    }

    /// <summary>Asks for a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    /// <summary>Sends any request.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>Posts the form for mail address and password of the sign-in page.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string email, string password, string path = SignInPath)
    {
        var page = await (await GetAsync(path)).Content.ReadAsStringAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["Form.Email"] = email,
            ["Form.Password"] = password,
        });
        return await _http.PostAsync(path, form);
    }

    /// <summary>Whether a staff page opens instead of leading to the sign-in page.</summary>
    public async Task<bool> IsSignedInAsync() => (await GetAsync("/staff")).StatusCode == HttpStatusCode.OK;

    /// <summary>A page without what is new in every answer: tokens, also those that the framework hides in a comment.</summary>
    public static string WithoutTokens(string page) => State().Replace(Token().Replace(page, ""), "");

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    [GeneratedRegex(@"name=""__RequestVerificationToken"" value=""([^""]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("<!--Blazor-Server-Component-State:[^>]*-->")]
    private static partial Regex State();
}
