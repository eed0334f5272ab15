using System.Security.Cryptography;
using System.Text;
using ScoEvents.Domain.Accreditation;
using Xunit;

namespace ScoEvents.Domain.Tests.Accreditation;

public sealed class BadgePayloadTests : IDisposable
{
    private static readonly DateTimeOffset _from = new(2026, 12, 6, 18, 30, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(BadgePayload.MaxZones)]
    public void A_signed_payload_is_read_back_whole_and_found_genuine(int zones)
    {
        var payload = Payload(zones);

        var read = BadgePayload.Read(payload.Sign(_key)).Value;

        Assert.Equal(payload, read.Payload);
        Assert.True(read.IsSignedBy(_key.ExportSubjectPublicKeyInfo()));
    }

    [Fact]
    public void The_text_is_short_enough_for_a_small_square_code()
    {
        Assert.Equal(160 - 2, Payload(0).Sign(_key).Length);
        Assert.True(Payload(BadgePayload.MaxZones).Sign(_key).Length <= BadgePayload.MaxTextLength);
    }

    [Fact]
    public void Nothing_in_the_text_can_be_changed_without_notice()
    {
        var text = Payload(2).Sign(_key);
        var publicKey = _key.ExportSubjectPublicKeyInfo();

        for (var i = 0; i < text.Length; i++)
        {
            var changed = new StringBuilder(text) { [i] = text[i] == 'A' ? 'B' : 'A' }.ToString();
            var read = BadgePayload.Read(changed);

            Assert.False(read.IsSuccess && read.Value.IsSignedBy(publicKey), changed);
        }
    }

    [Fact]
    public void The_signature_of_another_badge_does_not_fit()
    {
        var (one, other) = (Payload(1).Sign(_key).Split('.'), Payload(1).Sign(_key).Split('.'));

        var read = BadgePayload.Read($"{one[0]}.{one[1]}.{other[2]}").Value;

        Assert.False(read.IsSignedBy(_key.ExportSubjectPublicKeyInfo()));
    }

    [Fact]
    public void Another_key_has_not_signed_it()
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.False(BadgePayload.Read(Payload(0).Sign(_key)).Value.IsSignedBy(foreign.ExportSubjectPublicKeyInfo()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.org/")]
    [InlineData("SCO1..")]
    [InlineData("SCO1.AAAA.AAAA")]
    [InlineData("SCO2.AAAA.AAAA")]
    [InlineData("SCO1.é.é")]
    [InlineData("SCO1.AAAA=.AAAA=")]
    public void What_is_no_badge_is_unreadable(string? text) => Assert.Equal("check-in.unreadable", BadgePayload.Read(text).Error?.Code);

    [Fact]
    public void A_text_without_end_is_unreadable() => Assert.Equal("check-in.unreadable", BadgePayload.Read("SCO1." + new string('A', 10_000_000)).Error?.Code);

    [Fact]
    public void A_body_that_promises_more_zones_than_it_has_is_unreadable()
    {
        var parts = Payload(1).Sign(_key).Split('.');
        var body = System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]);
        body[48] = 2;

        Assert.Equal("check-in.unreadable", BadgePayload.Read($"SCO1.{System.Buffers.Text.Base64Url.EncodeToString(body)}.{parts[2]}").Error?.Code);
    }

    [Fact]
    public void White_space_around_what_a_scanner_types_does_no_harm() => Assert.True(BadgePayload.Read($"  {Payload(0).Sign(_key)}\r\n").IsSuccess);

    [Fact]
    public void What_cannot_be_written_is_not_signed()
    {
        Assert.Throws<InvalidOperationException>(() => (Payload(0) with { KeyId = "short" }).Sign(_key));
        Assert.Throws<InvalidOperationException>(() => Payload(BadgePayload.MaxZones + 1).Sign(_key));
        Assert.Throws<InvalidOperationException>(() => (Payload(0) with { ValidFrom = DateTimeOffset.MaxValue }).Sign(_key));
    }

    [Fact]
    public void Zones_made_in_the_same_moment_have_different_marks()
    {
        var marks = Enumerable.Range(0, 200).Select(_ => BadgePayload.ZoneMark(Guid.CreateVersion7())).ToHashSet();

        Assert.Equal(200, marks.Count);
    }

    private static BadgePayload Payload(int zones) => new(
        "K7f3A9xQ", Guid.CreateVersion7(), Guid.CreateVersion7(), _from, _from.AddDays(2), [.. Enumerable.Range(1, zones).Select(zone => (uint)zone * 1_000_003)]);
}
