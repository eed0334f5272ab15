using Xunit;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

/// <summary>
/// The format's schemas and real schedules, which are not part of the project: they are looked for in the folder
/// <c>shared/schedule-format</c> beside the checkout, or in the folder that <c>SCOEVENTS_SHARED</c> names.
/// </summary>
internal static class SharedSchedules
{
    public static string? Folder { get; } = Find();

    public static string Path(string name) => System.IO.Path.Combine(Folder!, name);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SCOEVENTS_SHARED") is { Length: > 0 } named)
        {
            return new[] { System.IO.Path.Combine(named, "schedule-format"), named }.FirstOrDefault(HasFiles);
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "ScoEvents.sln")))
        {
            root = root.Parent;
        }

        return root?.Parent is { } beside && System.IO.Path.Combine(beside.FullName, "shared", "schedule-format") is var folder && HasFiles(folder) ? folder : null;
    }

    private static bool HasFiles(string folder) => File.Exists(System.IO.Path.Combine(folder, "schedule.schema.json"));
}

/// <summary>A test that runs where the shared schedules lie beside the checkout, and is reported as skipped elsewhere.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(params string[] commands)
    {
        Skip = SharedSchedules.Folder is null ? "The shared schedules do not lie beside the checkout."
            : commands.FirstOrDefault(command => !IsInstalled(command)) is { } missing ? $"The command {missing} is not installed."
            : null;
    }

    private static bool IsInstalled(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
