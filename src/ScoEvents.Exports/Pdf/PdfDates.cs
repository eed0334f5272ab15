using System.Globalization;
using System.Text;

namespace ScoEvents.Exports.Pdf;

/// <summary>Replaces the dates that the browser takes from its clock, so that equal pages give equal files.</summary>
internal static class PdfDates
{
    /// <summary>Overwrites creation and modification date in place; the length is the same, so every offset stays right.</summary>
    /// <exception cref="PdfEngineException">The file is no PDF or carries its dates in another form.</exception>
    public static void Set(byte[] pdf, DateTimeOffset date)
    {
        if (!pdf.AsSpan().StartsWith("%PDF-"u8))
        {
            throw new PdfEngineException(PdfEngineFailure.Crashed, "The browser returned something that is no PDF.");
        }

        var text = "(D:" + date.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+00'00')";
        var value = Encoding.ASCII.GetBytes(text);
        Overwrite(pdf, "/CreationDate "u8, value);
        Overwrite(pdf, "/ModDate "u8, value);
    }

    private static void Overwrite(byte[] pdf, ReadOnlySpan<byte> key, byte[] value)
    {
        var at = pdf.AsSpan().IndexOf(key);
        var old = at < 0 ? [] : pdf.AsSpan(at + key.Length);
        if (old.Length < value.Length || !old.StartsWith("(D:"u8) || old[value.Length - 1] != (byte)')')
        {
            throw new PdfEngineException(PdfEngineFailure.Crashed, "The PDF carries its dates in an unknown form.");
        }

        value.CopyTo(old);
    }
}
