namespace ScoEvents.IntegrationTests.Localization;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>A file or folder of it.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root(), relative);

    /// <summary>Whether a file was written by people and not by a build.</summary>
    public static bool IsSource(string file) => !file.Split(System.IO.Path.DirectorySeparatorChar).Intersect(["obj", "bin"]).Any();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "ScoEvents.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside of a checkout.");
        }

        return folder.FullName;
    }
}
