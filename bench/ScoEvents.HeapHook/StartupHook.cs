using System.Globalization;

/// <summary>Loaded into the portal by <c>DOTNET_STARTUP_HOOKS</c> while it is measured, so that the portal itself needs no door for it: tells how many bytes live after a full collection.</summary>
/// <remarks>Asked by a file named <c>ask</c> in the folder of <c>SCOEVENTS_HEAP</c>; answers in a file named <c>answer</c>. The name without a namespace is the runtime's demand.</remarks>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("SCOEVENTS_HEAP") is { Length: > 0 } folder)
        {
            new Thread(() => Answer(folder)) { IsBackground = true, Name = "Heap" }.Start();
        }
    }

    private static void Answer(string folder)
    {
        var (ask, answer) = (Path.Combine(folder, "ask"), Path.Combine(folder, "answer"));
        while (true)
        {
            if (File.Exists(ask))
            {
                File.Delete(ask);
                for (var round = 0; round < 3; round++)
                {
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                    GC.WaitForPendingFinalizers();
                }

                File.WriteAllText(answer + ".unfinished", GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
                File.Move(answer + ".unfinished", answer);
            }

            Thread.Sleep(100);
        }
    }
}
