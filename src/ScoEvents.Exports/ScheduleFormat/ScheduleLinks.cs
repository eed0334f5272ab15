using System.Text.RegularExpressions;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Takes addresses: http and https only, relative ones from the file's base.</summary>
internal static partial class ScheduleLinks
{
    private const int MaxLength = 2_000;

    /// <summary>The address, or null when it is none that a page may link to.</summary>
    /// <param name="text">As the file has it.</param>
    /// <param name="start">What a relative address starts from; null refuses those.</param>
    public static Uri? Take(string? text, Uri? start)
    {
        var written = ScheduleWords.CleanLine(text);
        if (written.Length is 0 or > MaxLength)
        {
            return null;
        }

        // On Unix "/path" alone is an absolute file address, so it is completed before anything asks.
        if (written[0] is '/' or '.' or '?')
        {
            return start is not null && Uri.TryCreate(start, written, out var completed) && IsWeb(completed) ? completed : null;
        }

        if (Uri.TryCreate(written, UriKind.Absolute, out var address))
        {
            return IsWeb(address) ? address : null;
        }

        return BareHost().IsMatch(written) && Uri.TryCreate("https://" + written, UriKind.Absolute, out var guessed) && IsWeb(guessed) ? guessed : null;
    }

    /// <summary>How the address is written in every file: percent-encoded, so that schemas take it.</summary>
    public static string Format(Uri address) => address.AbsoluteUri;

    // A user name in an address serves only to look like another host.
    private static bool IsWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0 && address.UserInfo.Length == 0;

    [GeneratedRegex(@"\A[\p{L}\p{Nd}](?:[\p{L}\p{Nd}-]*\.)+\p{L}[\p{L}\p{Nd}-]+(?:[/?#]\S*)?\z")]
    private static partial Regex BareHost();
}
