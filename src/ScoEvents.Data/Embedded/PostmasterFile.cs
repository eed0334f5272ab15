using System.Globalization;

namespace ScoEvents.Data.Embedded;

/// <summary>What a running server tells of itself in <c>postmaster.pid</c>.</summary>
internal sealed record PostmasterFile(int ProcessId, string SocketFolder, bool AcceptsConnections)
{
    private const int SocketFolderLine = 4;
    private const int StatusLine = 7;

    public static string PathOf(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>Null when there is no such file, or it is only half written yet.</summary>
    public static PostmasterFile? Read(string cluster)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PathOf(cluster));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        return lines.Length > 0 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            ? new PostmasterFile(
                processId,
                lines.ElementAtOrDefault(SocketFolderLine) ?? string.Empty,
                lines.ElementAtOrDefault(StatusLine)?.Trim() == "ready")
            : null;
    }
}
