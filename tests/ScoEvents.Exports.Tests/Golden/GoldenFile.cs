using System.Runtime.CompilerServices;
using Xunit;

namespace ScoEvents.Exports.Tests.Golden;

/// <summary>Files that people have looked at once; what a writer gives must be them to the byte.</summary>
internal static class GoldenFile
{
    /// <summary>Set to 1 to write what the writers give now, to be looked at before it is committed.</summary>
    private const string RewriteVariable = "SCOEVENTS_WRITE_GOLDEN";

    public static void AssertEqual(string name, byte[] actual)
    {
        var expected = ReadOrWrite(name, () => actual);
        if (!expected.AsSpan().SequenceEqual(actual))
        {
            // Texts say where they differ.
            Assert.Equal(System.Text.Encoding.UTF8.GetString(expected), System.Text.Encoding.UTF8.GetString(actual));
            Assert.Fail($"{name} differs in bytes that are no text.");
        }
    }

    /// <summary>The file as it was kept, for what may differ a little.</summary>
    public static byte[] ReadOrWrite(string name, Func<byte[]> actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable(RewriteVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual());
        }

        Assert.True(File.Exists(path), $"There is no golden file {name}; look at what the writer gives and set {RewriteVariable}=1 to keep it.");
        return File.ReadAllBytes(path);
    }

    private static string Folder([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "Files");
}
