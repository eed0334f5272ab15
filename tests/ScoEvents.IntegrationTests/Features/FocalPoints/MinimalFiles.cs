using System.Text;

namespace ScoEvents.IntegrationTests.Features.FocalPoints;

/// <summary>The smallest files of their types.</summary>
internal static class MinimalFiles
{
    /// <summary>A document without pages.</summary>
    public static byte[] Pdf { get; } = Encoding.Latin1.GetBytes(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
        + "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n109\n%%EOF\n");
}
