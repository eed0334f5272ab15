using System.Globalization;

namespace ScoEvents.Bench;

/// <summary>What Linux tells of processes.</summary>
internal static class ProcessTree
{
    /// <summary>Resident memory, in KiB; 0 where the process has ended.</summary>
    public static long Resident(int process) => Number(process, "VmRSS:");

    /// <summary>Resident memory of all browsers below a process, in KiB, and how many processes they are.</summary>
    /// <remarks>Pages that several processes share count in each of them, so this is an upper bound.</remarks>
    public static (long Resident, int Count) BrowsersBelow(int process)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .ToDictionary(id => id, id => (int)Number(id, "PPid:"));
        var browsers = parents.Keys.Where(id => IsBelow(id) && IsBrowser(id)).ToList();
        return (browsers.Sum(Resident), browsers.Count);

        bool IsBelow(int id)
        {
            while (parents.TryGetValue(id, out var parent) && parent > 0)
            {
                if (parent == process)
                {
                    return true;
                }

                id = parent;
            }

            return false;
        }
    }

    private static bool IsBrowser(int process) => Read(process, "comm").StartsWith("chrom", StringComparison.Ordinal);

    private static long Number(int process, string name) =>
        Read(process, "status").Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
        && long.TryParse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : 0;

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            // It ended between the listing and the look.
            return "";
        }
    }
}
