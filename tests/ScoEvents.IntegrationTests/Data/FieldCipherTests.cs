using System.Security.Cryptography;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Data;

public sealed class FieldCipherTests
{
    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(FieldCipher.KeyLength);
    private readonly FieldCipher _cipher = new("k1", new Dictionary<string, byte[]> { ["k1"] = _key });

    [Fact]
    public void What_was_protected_is_revealed_in_its_own_place()
    {
        var row = Guid.CreateVersion7();
        var number = PassportNumber.Parse("N1234567").Value;

        var kept = _cipher.Protect(number, row);

        Assert.Equal("N1234567", _cipher.Reveal(kept, row));
        Assert.Equal("••••••67", kept.Masked);
        Assert.DoesNotContain("N1234567", kept.Envelope, StringComparison.Ordinal);
        Assert.Equal("***", kept.ToString());
    }

    [Fact]
    public void The_same_text_never_looks_the_same_twice()
    {
        var row = Guid.CreateVersion7();

        Assert.NotEqual(_cipher.Protect("N1234567", "t", "c", row), _cipher.Protect("N1234567", "t", "c", row));
    }

    [Theory]
    [InlineData("other", "c", false)]
    [InlineData("t", "other", false)]
    [InlineData("t", "c", true)]
    public void An_envelope_moved_to_another_place_is_refused(string table, string column, bool otherRow)
    {
        var row = Guid.CreateVersion7();
        var envelope = _cipher.Protect("N1234567", "t", "c", row);

        Assert.ThrowsAny<CryptographicException>(() => _cipher.Reveal(envelope, table, column, otherRow ? Guid.CreateVersion7() : row));
    }

    [Fact]
    public void A_changed_envelope_is_refused()
    {
        var row = Guid.CreateVersion7();
        var box = Convert.FromBase64String(_cipher.Protect("N1234567", "t", "c", row).Split('.')[2]);
        box[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => _cipher.Reveal($"v1.k1.{Convert.ToBase64String(box)}", "t", "c", row));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1.k1.AAAA")]
    [InlineData("v2.k1.AAAA")]
    [InlineData("v1.unknown.AAAA")]
    public void An_envelope_that_is_none_is_refused(string envelope)
    {
        Assert.ThrowsAny<CryptographicException>(() => _cipher.Reveal(envelope, "t", "c", Guid.CreateVersion7()));
    }

    [Fact]
    public void An_older_key_still_reveals_after_a_newer_one_took_over()
    {
        var row = Guid.CreateVersion7();
        var envelope = _cipher.Protect("N1234567", "t", "c", row);
        var rotated = new FieldCipher("k2", new Dictionary<string, byte[]> { ["k1"] = _key, ["k2"] = RandomNumberGenerator.GetBytes(FieldCipher.KeyLength) });

        Assert.Equal("N1234567", rotated.Reveal(envelope, "t", "c", row));
        Assert.StartsWith("v1.k2.", rotated.Protect("N1234567", "t", "c", row), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_another_length_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new FieldCipher("k1", new Dictionary<string, byte[]> { ["k1"] = new byte[16] }));
        Assert.Throws<ArgumentException>(() => new FieldCipher("k2", new Dictionary<string, byte[]> { ["k1"] = _key }));
    }
}
