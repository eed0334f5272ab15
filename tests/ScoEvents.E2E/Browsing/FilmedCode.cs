using System.Text;
using Microsoft.Playwright;
using QRCoder;
using ScoEvents.TestKit;

namespace ScoEvents.E2E.Browsing;

/// <summary>A film of square codes on white, each still for a while, as Chromium's pretended camera plays it again and again (YUV4MPEG2).</summary>
public static class FilmedCode
{
    private const int Width = 640;
    private const int Height = 480;
    private const int ModuleSize = 7;
    private const int FramesPerSecond = 2;
    private const byte Gray = 128;

    private static string Chromium => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chromium ? chromium : "/usr/bin/chromium";

    /// <summary>Goes through a journey with a browser to whose pages the film is the camera.</summary>
    /// <param name="portal">Where.</param>
    /// <param name="texts">What the codes say, in their order.</param>
    /// <param name="secondsEach">How long each is shown.</param>
    /// <param name="patienceMilliseconds">How long the browser waits for what is to come.</param>
    /// <param name="walk">The journey.</param>
    public static async Task JourneyAsync(PortalProcess portal, IReadOnlyList<string> texts, int secondsEach, int patienceMilliseconds, Func<Journey, Task> walk)
    {
        var film = Path.Combine(Path.GetTempPath(), $"badges-{Guid.NewGuid():N}.y4m");
        await WriteAsync(film, texts, secondsEach);
        try
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                Args =
                [
                    "--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}",
                    .. Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [],
                ],
            });
            await using var journey = new Journey(browser, portal, patienceMilliseconds);
            await walk(journey);
            journey.AssertWithoutFaults();
        }
        finally
        {
            File.Delete(film);
        }
    }

    private static async Task WriteAsync(string path, IReadOnlyList<string> texts, int seconds)
    {
        var color = new byte[Width * Height / 2];
        Array.Fill(color, Gray);
        await using var film = File.Create(path);
        await film.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F{FramesPerSecond}:1 Ip A1:1 C420jpeg\n"));
        foreach (var text in texts)
        {
            var light = LightOf(text);
            for (var frame = 0; frame < seconds * FramesPerSecond; frame++)
            {
                await film.WriteAsync("FRAME\n"u8.ToArray());
                await film.WriteAsync(light);
                await film.WriteAsync(color);
            }
        }
    }

    private static byte[] LightOf(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var light = new byte[Width * Height];
        Array.Fill(light, (byte)235);
        var (left, top) = ((Width - (rows.Count * ModuleSize)) / 2, (Height - (rows.Count * ModuleSize)) / 2);
        for (var y = 0; y < rows.Count * ModuleSize; y++)
        {
            for (var x = 0; x < rows.Count * ModuleSize; x++)
            {
                if (rows[y / ModuleSize][x / ModuleSize])
                {
                    light[((top + y) * Width) + left + x] = 16;
                }
            }
        }

        return light;
    }
}
