using System.IO.Compression;
using System.Text;
using ScoEvents.Exports.Packages;
using Xunit;

namespace ScoEvents.Exports.Tests.Packages;

public class PackageFileTests
{
    private static readonly Dictionary<string, byte[]> _files = new()
    {
        ["tables/sessions.json"] = "[]\n"u8.ToArray(),
        ["package.json"] = "{}\n"u8.ToArray(),
    };

    [Fact]
    public void What_was_packed_comes_out_and_equal_files_give_equal_bytes()
    {
        var package = PackageFile.Write(_files);

        var (files, problem) = PackageFile.Read(package);

        Assert.Null(problem);
        Assert.Equal(_files.Keys.Order(), files!.Keys);
        Assert.All(files, file => Assert.Equal(_files[file.Key], file.Value));
        Assert.Equal(package, PackageFile.Write(_files.Reverse().ToDictionary()));
    }

    [Theory]
    [InlineData("../evil.json")]
    [InlineData("/etc/passwd")]
    [InlineData("tables/../../x")]
    [InlineData("tables\\x.json")]
    [InlineData("a/b/c")]
    [InlineData(".hidden")]
    [InlineData("C:x")]
    [InlineData("Tables/x.json")]
    [InlineData("documents/")]
    [InlineData("x\0y")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        Assert.Equal(PackageProblem.BadName, PackageFile.Read(Zip((name, "x"u8.ToArray()))).Problem);
        Assert.Throws<ArgumentException>(() => PackageFile.Write(new Dictionary<string, byte[]> { [name] = [] }));
    }

    [Fact]
    public void A_name_that_stands_twice_is_refused() =>
        Assert.Equal(PackageProblem.BadName, PackageFile.Read(Zip(("a.json", "1"u8.ToArray()), ("a.json", "2"u8.ToArray()))).Problem);

    [Fact]
    public void A_bomb_is_stopped_while_it_is_unpacked()
    {
        var bomb = Zip(("a.json", new byte[64 * 1024 * 1024]));

        Assert.True(bomb.Length < 100_000);
        Assert.Equal(PackageProblem.TooLarge, PackageFile.Read(bomb, maxUnpacked: 1024 * 1024).Problem);
        Assert.Equal(PackageProblem.TooLarge, PackageFile.Read(Zip([.. Enumerable.Range(0, 40).Select(i => ($"f{i}.json", new byte[40_000]))]), maxUnpacked: 1024 * 1024).Problem);
    }

    [Fact]
    public void A_file_that_is_not_on_the_list_one_that_is_missing_and_no_list_at_all_are_refused()
    {
        var sums = Encoding.UTF8.GetBytes($"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("1"u8))}  a.json\n");

        Assert.Null(PackageFile.Read(Zip(("SHA256SUMS", sums), ("a.json", "1"u8.ToArray()))).Problem);
        Assert.Equal(PackageProblem.BadHash, PackageFile.Read(Zip(("SHA256SUMS", sums), ("a.json", "2"u8.ToArray()))).Problem);
        Assert.Equal(PackageProblem.BadHash, PackageFile.Read(Zip(("SHA256SUMS", sums), ("a.json", "1"u8.ToArray()), ("b.json", "1"u8.ToArray()))).Problem);
        Assert.Equal(PackageProblem.BadHash, PackageFile.Read(Zip(("SHA256SUMS", sums))).Problem);
        Assert.Equal(PackageProblem.BadHash, PackageFile.Read(Zip(("a.json", "1"u8.ToArray()))).Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("This is a letter, not an archive.")]
    public void What_is_no_archive_is_said_to_be_none(string text) =>
        Assert.Equal(PackageProblem.NotAPackage, PackageFile.Read(Encoding.UTF8.GetBytes(text)).Problem);

    [Fact]
    public void A_torn_archive_is_said_to_be_none()
    {
        var package = PackageFile.Write(_files);

        Assert.Equal(PackageProblem.NotAPackage, PackageFile.Read(package[..^30]).Problem);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(bytes);
            }
        }

        return output.ToArray();
    }
}
