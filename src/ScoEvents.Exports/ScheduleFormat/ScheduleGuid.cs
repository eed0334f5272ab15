using System.Security.Cryptography;
using System.Text;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Makes the same guid from the same words at every import, so that a file without guids updates and does not double.</summary>
/// <remarks>RFC 9562, section 5.5 (version 5: SHA-1 of a namespace and a name).</remarks>
public static class ScheduleGuid
{
    private static readonly Guid _namespace = Guid.Parse("5d1c7f0a-3c56-5f0e-9b1d-2a6a4c1f7e21");

    /// <summary>Derives a guid.</summary>
    /// <param name="acronym">The conference's acronym, in the form in which writers write it.</param>
    /// <param name="kind">What the guid is for: event, room or person.</param>
    /// <param name="name">What tells it apart within the conference.</param>
    public static Guid Derive(string acronym, string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(acronym);
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(name);

        byte[] input = [.. _namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{acronym}/{kind}/{name}")];
        var hash = SHA1.HashData(input).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
