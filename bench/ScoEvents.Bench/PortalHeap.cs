using System.Globalization;

namespace ScoEvents.Bench;

/// <summary>Asks the hook in a portal's process, see <c>ScoEvents.HeapHook</c>.</summary>
internal static class PortalHeap
{
    /// <summary>How many bytes live after full collections.</summary>
    public static async Task<long> LiveBytesAsync(string folder)
    {
        var answer = Path.Combine(folder, "answer");
        File.Delete(answer);
        await File.WriteAllTextAsync(Path.Combine(folder, "ask"), "");
        while (!File.Exists(answer))
        {
            await Task.Delay(50);
        }

        return long.Parse(await File.ReadAllTextAsync(answer), CultureInfo.InvariantCulture);
    }
}
