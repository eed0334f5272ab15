using System.Text;
using QRCoder;

namespace ScoEvents.E2E.Browsing;

/// <summary>A film of one picture, a square code on white, as Chromium's pretended camera plays it (YUV4MPEG2).</summary>
public static class FilmedCode
{
    private const int Width = 640;
    private const int Height = 480;
    private const int ModuleSize = 7;
    private const byte Gray = 128;

    /// <summary>Writes the film.</summary>
    public static async Task WriteAsync(string path, string text)
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

        var color = new byte[Width * Height / 2];
        Array.Fill(color, Gray);
        await using var film = File.Create(path);
        await film.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var frame = 0; frame < 5; frame++)
        {
            await film.WriteAsync("FRAME\n"u8.ToArray());
            await film.WriteAsync(light);
            await film.WriteAsync(color);
        }
    }
}
