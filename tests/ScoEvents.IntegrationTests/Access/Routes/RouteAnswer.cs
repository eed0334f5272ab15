using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ScoEvents.IntegrationTests.Access.Routes;

/// <summary>A request as it is sent.</summary>
internal sealed record RouteQuestion(string Method, string Address)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string>? Form { get; init; }

    public string? Json { get; init; }
}

/// <summary>What came back.</summary>
/// <param name="Code">The status; <c>in</c> where the answer leads to the sign-in page.</param>
/// <param name="Text">Everything in it that can be read, files in archives included.</param>
internal sealed partial record RouteAnswer(string Code, string Text)
{
    /// <summary>An interactive page says in itself that it is refused, or that it failed.</summary>
    public static RouteAnswer OfPage(string html)
    {
        var refused = RefusedPage().Match(html);
        return new RouteAnswer(refused.Success ? refused.Groups[1].Value : FailedPage().IsMatch(html) ? "500" : "200", html);
    }

    public static string Readable(byte[] bytes)
    {
        if (bytes is not [0x50, 0x4B, 0x03, 0x04, ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder();
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            text.Append(entry.FullName).Append(' ').Append(Readable(content.ToArray()));
        }

        return text.ToString();
    }

    [GeneratedRegex("class=\"status-message-code\"[^>]*>(\\d{3})<")]
    private static partial Regex RefusedPage();

    [GeneratedRegex("class=\"status-message\" role=\"alert\"")]
    private static partial Regex FailedPage();
}
