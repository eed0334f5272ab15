using SkiaSharp;

namespace ScoEvents.IntegrationTests.Features.Delegations;

/// <summary>Pictures as people upload them.</summary>
internal static class Pictures
{
    public static byte[] Jpeg(int width, int height) => Encode(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.SlateGray);
            using var face = new SKPaint { Color = SKColors.BurlyWood, IsAntialias = true };
            canvas.DrawCircle(width / 2f, height / 3f, Math.Min(width, height) / 5f, face);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var encoded = image.Encode(format, 90);
        return encoded.ToArray();
    }
}
