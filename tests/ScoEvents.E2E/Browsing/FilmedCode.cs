using System.Text;
using QRCoder;

namespace ScoEvents.E2E.Browsing;

/// <summary>A film of square codes on white, each still for a while, as Chromium's pretended camera plays it again and again (YUV4MPEG2).</summary>
public static class FilmedCode
{
    private const int Width = 640;
    private const int Height = 480;
    private const int ModuleSize = 7;
    private const int FramesPerSecond = 2;
    private const byte Gray = 128;

    /// <summary>Arguments of a Chromium to whose pages a film is the camera.</summary>
    public static IEnumerable<string> CameraOf(string film) =>
        ["--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}", .. Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : []];

    /// <summary>Writes the film.</summary>
    /// <param name="path">Where.</param>
    /// <param name="texts">What the codes say, in their order.</param>
    /// <param name="seconds">How long each is shown.</param>
    public static async Task WriteAsync(string path, IReadOnlyList<string> texts, int seconds = 1)
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
