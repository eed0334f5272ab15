using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ScoEvents.Exports.Packages;

/// <summary>Why a file is no package that can be taken in.</summary>
public enum PackageProblem
{
    /// <summary>It is no ZIP archive, or a broken one.</summary>
    NotAPackage,

    /// <summary>It holds more than a package may, packed or unpacked.</summary>
    TooLarge,

    /// <summary>A name in it leads out of it, stands twice, or is none that packages have.</summary>
    BadName,

    /// <summary>A file in it is not the one that was put in, is not on the list, or is missing.</summary>
    BadHash,
}

/// <summary>
/// A ZIP archive of named files with a list of their hashes, <c>SHA256SUMS</c>, in the form that <c>sha256sum --check</c>
/// reads. Equal content gives equal bytes: entries are in order, and carry no dates.
/// </summary>
public static class PackageFile
{
    /// <summary>Largest package, in bytes.</summary>
    public const int MaxPackedBytes = 128 * 1024 * 1024;

    /// <summary>Most that all files of a package hold, in bytes; counted while unpacking, whatever the archive says of itself.</summary>
    public const long MaxUnpackedBytes = 512L * 1024 * 1024;

    /// <summary>Most files in a package.</summary>
    public const int MaxFiles = 20_000;

    private const string Sums = "SHA256SUMS";

    // The oldest moment a ZIP entry can carry.
    private static readonly DateTimeOffset _entryDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs files.</summary>
    /// <param name="files">Bytes by name; names as <see cref="IsName"/> allows.</param>
    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Keys.FirstOrDefault(name => !IsName(name)) is { } bad)
        {
            throw new ArgumentException($"'{bad}' is no name of a file in a package.", nameof(files));
        }

        var ordered = files.OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, Sums, Encoding.UTF8.GetBytes(string.Concat(ordered.Select(file => $"{HashOf(file.Value)}  {file.Key}\n"))));
            foreach (var (name, bytes) in ordered)
            {
                Add(archive, name, bytes);
            }
        }

        return output.ToArray();
    }

    /// <summary>Unpacks a package into memory and holds every file against the list.</summary>
    /// <param name="packed">The archive.</param>
    /// <param name="maxUnpacked">Most that may come out of it, in bytes.</param>
    /// <returns>The files by name, or what is wrong; never some of them.</returns>
    public static (IReadOnlyDictionary<string, byte[]>? Files, PackageProblem? Problem) Read(byte[] packed, long maxUnpacked = MaxUnpackedBytes)
    {
        ArgumentNullException.ThrowIfNull(packed);
        if (packed.Length > MaxPackedBytes)
        {
            return (null, PackageProblem.TooLarge);
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(packed), ZipArchiveMode.Read);
            return ReadAll(archive, maxUnpacked);
        }
        catch (InvalidDataException)
        {
            return (null, PackageProblem.NotAPackage);
        }
    }

    /// <summary>Whether a name is one: up to two parts of small Latin letters, digits, hyphens, underscores and dots, none beginning with a dot.</summary>
    public static bool IsName(string name) =>
        name is { Length: > 0 and <= 200 }
        && name.Split('/') is { Length: <= 2 } parts
        && parts.All(part => part.Length > 0 && part[0] != '.' && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_' or '.'));

    private static (IReadOnlyDictionary<string, byte[]>? Files, PackageProblem? Problem) ReadAll(ZipArchive archive, long maxUnpacked)
    {
        if (archive.Entries.Count > MaxFiles)
        {
            return (null, PackageProblem.TooLarge);
        }

        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var left = maxUnpacked;
        foreach (var entry in archive.Entries)
        {
            if ((entry.FullName != Sums && !IsName(entry.FullName)) || files.ContainsKey(entry.FullName))
            {
                return (null, PackageProblem.BadName);
            }

            if (Unpack(entry, left) is not { } bytes)
            {
                return (null, PackageProblem.TooLarge);
            }

            left -= bytes.Length;
            files[entry.FullName] = bytes;
        }

        if (!files.Remove(Sums, out var sums))
        {
            return (null, PackageProblem.BadHash);
        }

        var expected = string.Concat(files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{HashOf(file.Value)}  {file.Key}\n")));
        return Encoding.UTF8.GetString(sums) == expected ? (files, null) : (null, PackageProblem.BadHash);
    }

    // What an archive says of its own sizes is not believed: it is counted.
    private static byte[]? Unpack(ZipArchiveEntry entry, long limit)
    {
        using var stream = entry.Open();
        using var output = new MemoryStream();
        var part = new byte[81_920];
        int read;
        while ((read = stream.Read(part)) > 0)
        {
            if (output.Length + read > limit)
            {
                return null;
            }

            output.Write(part, 0, read);
        }

        return output.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = _entryDate;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
