using System.Net;
using System.Text.RegularExpressions;

namespace ScoEvents.Bench;

/// <summary>Signs in to a portal with the accounts of the demonstration.</summary>
internal static partial class DemoPerson
{
    /// <summary>A client that is signed in; redirects are answers to it.</summary>
    /// <param name="portal">The portal's address.</param>
    /// <param name="folder">Its data folder, where the password of the demonstration is.</param>
    /// <param name="mail">Whose account.</param>
    public static async Task<HttpClient> SignInAsync(Uri portal, string folder, string mail)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = portal,
            Timeout = TimeSpan.FromMinutes(5),
        };
        var page = await client.GetStringAsync("/account/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["Form.Email"] = mail,
            ["Form.Password"] = (await File.ReadAllTextAsync(Path.Combine(folder, "demo.password"))).Trim(),
        });
        using var signedIn = await client.PostAsync("/account/sign-in", form);
        return client;
    }

    [GeneratedRegex(@"name=""__RequestVerificationToken"" value=""([^""]+)""")]
    private static partial Regex Token();
}
