using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using SkiaSharp;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Makes a portrait of whatever a focal point uploads: decoded within limits, turned upright, cropped, encoded anew, so that nothing of the file itself is kept.</summary>
/// <remarks>The header is read first: what would unpack to too much is refused before a pixel is decoded, and a large JPEG is decoded at a fraction of its size.</remarks>
public static class PhotoReader
{
    /// <summary>Width of a portrait, in pixels.</summary>
    public const int Width = 600;

    /// <summary>Height of a portrait, in pixels.</summary>
    public const int Height = 800;

    /// <summary>The fewest pixels of the shorter side of an upload.</summary>
    public const int MinSide = 240;

    // What a good phone takes; and what is decoded at once, four bytes each.
    private const long MaxPixels = 50_000_000;
    private const long MaxDecoded = 25_000_000;

    private const int Quality = 88;

    // A face stands in the upper part of a picture.
    private const float UpperPart = 0.3f;

    private static readonly SemaphoreSlim _turns = new(2);

    /// <summary>The portrait. Refused, all beside the photograph: <c>photo.too-large</c>, <c>photo.not-a-picture</c>, <c>photo.too-many-pixels</c>, <c>photo.too-small</c>.</summary>
    /// <param name="upload">The file, JPEG, PNG or WebP, up to <see cref="DelegatePhoto.MaxBytes"/> bytes.</param>
    /// <param name="cancellationToken">Cancels the wait for a turn: few pictures are decoded at once.</param>
    public static async Task<Result<PhotoFacts>> ReadAsync(byte[] upload, CancellationToken cancellationToken)
    {
        if (upload.Length > DelegatePhoto.MaxBytes)
        {
            return Refuse("photo.too-large", DelegatePhoto.MaxBytes / 1024 / 1024);
        }

        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Read(upload), cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    private static Result<PhotoFacts> Read(byte[] upload)
    {
        using var data = SKData.CreateCopy(upload);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
        {
            return Refuse("photo.not-a-picture");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (Math.Min(width, height) < MinSide)
        {
            return Refuse("photo.too-small", MinSide);
        }

        var size = codec.GetScaledDimensions(Math.Min(1f, 2f * Height / Math.Min(width, height)));
        if ((long)width * height > MaxPixels || (long)size.Width * size.Height > MaxDecoded)
        {
            return Refuse("photo.too-many-pixels", MaxPixels / 1_000_000);
        }

        using var decoded = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        // A file that ends too early is no whole picture.
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) != SKCodecResult.Success)
        {
            return Refuse("photo.not-a-picture");
        }

        return Portrait(decoded, codec.EncodedOrigin);
    }

    private static Result<PhotoFacts> Portrait(SKBitmap decoded, SKEncodedOrigin origin)
    {
        var isOnSide = (int)origin >= (int)SKEncodedOrigin.LeftTop;
        var (width, height) = isOnSide ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var scale = Math.Max((float)Width / width, (float)Height / height);

        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Translate((Width - (width * scale)) / 2, (Height - (height * scale)) * UpperPart);
        canvas.Scale(scale);
        canvas.Concat(Upright(origin, decoded.Width, decoded.Height));
        using var image = SKImage.FromBitmap(decoded);
        using var paint = new SKPaint();
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
        using var taken = surface.Snapshot();
        using var encoded = taken.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new PhotoFacts(encoded.ToArray(), "image/jpeg", Width, Height);
    }

    // How a camera held the picture (EXIF 2.32, tag 0x0112), undone.
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static Result<PhotoFacts> Refuse(string code, params object[] arguments) => Error.Invalid(nameof(DelegateField.Photo), code, arguments);
}
