using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace ScoEvents.Exports.Tests.Node;

/// <summary>Runs a script of this folder in Node.js, with the readers that eng/prerequisites.sh installs beside it.</summary>
internal static class NodeProgram
{
    public static async Task<string> RunAsync(string script, string input, params string[] arguments)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException("The foreign readers are missing; run eng/prerequisites.sh test.");
        }

        var start = new ProcessStartInfo("node", [Path.Combine(folder, script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        // Local times must come from the calendar, not from the machine.
        start.Environment["TZ"] = "America/Caracas";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{script}: {await errors}");
    }

    private static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
