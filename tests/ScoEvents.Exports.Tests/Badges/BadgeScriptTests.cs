using System.Security.Cryptography;
using System.Text.Json;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Exports.Tests.Node;
using Xunit;

namespace ScoEvents.Exports.Tests.Badges;

/// <summary>The portal signs and a device verifies, and the other way round: both read the same form.</summary>
public sealed class BadgeScriptTests : IDisposable
{
    private static readonly JsonSerializerOptions _json = JsonSerializerOptions.Web;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly BadgePayload _payload = new(
        "K7f3A9xQ", Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch.AddDays(20_000), DateTimeOffset.UnixEpoch.AddDays(40_002), [1, 0xFFFFFFFE]);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_device_reads_what_the_portal_has_signed_and_finds_it_genuine()
    {
        var answers = await VerifyAsync(_payload.Sign(_key));

        var answer = Assert.Single(answers)!;
        Assert.True(answer.IsGenuine);
        Assert.Equal(_payload, new BadgePayload(
            answer.KeyId, answer.EventId, answer.BadgeId, DateTimeOffset.FromUnixTimeMilliseconds(answer.ValidFrom), DateTimeOffset.FromUnixTimeMilliseconds(answer.ValidUntil),
            answer.Zones));
    }

    [Fact]
    public async Task A_device_refuses_what_was_changed_or_signed_by_another_key()
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parts = _payload.Sign(_key).Split('.');
        var prolonged = (_payload with { ValidUntil = _payload.ValidUntil.AddDays(1) }).Sign(foreign).Split('.');

        var answers = await VerifyAsync($"{parts[0]}.{prolonged[1]}.{parts[2]}", _payload.Sign(foreign));

        Assert.All(answers, answer => Assert.False(answer!.IsGenuine));
    }

    [Fact]
    public async Task A_device_reads_nothing_where_the_portal_does_not()
    {
        var text = _payload.Sign(_key);
        string[] texts = ["", "SCO1..", "SCO1.AAAA.AAAA", text[..^1], text + "A", text.Replace("SCO1", "SCO2", StringComparison.Ordinal), "SCO1.é.é", new string('A', 300)];

        var answers = await VerifyAsync(texts);

        Assert.All(answers, Assert.Null);
        Assert.All(texts, refused => Assert.False(BadgePayload.Read(refused).IsSuccess));
    }

    [Fact]
    public async Task The_portal_finds_genuine_what_a_browsers_key_has_signed()
    {
        var signed = JsonSerializer.Deserialize<Signed>(
            await NodeProgram.RunAsync("badges.mjs", JsonSerializer.Serialize(new { text = _payload.Sign(_key) }, _json), "sign"), _json)!;

        var read = BadgePayload.Read(signed.Text).Value;

        Assert.Equal(_payload, read.Payload);
        Assert.True(read.IsSignedBy(Convert.FromBase64String(signed.PublicKey)));
    }

    [Fact]
    public async Task Both_mark_zones_alike()
    {
        var zones = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();

        var answer = await AskAsync([], zones);

        Assert.Equal(zones.Select(BadgePayload.ZoneMark), answer.Marks);
        Assert.True(answer.Refused);
    }

    private async Task<IReadOnlyList<Answer?>> VerifyAsync(params string[] texts) => (await AskAsync(texts, [])).Answers;

    private async Task<Reply> AskAsync(string[] texts, List<Guid> zoneIds) => JsonSerializer.Deserialize<Reply>(
        await NodeProgram.RunAsync(
            "badges.mjs",
            JsonSerializer.Serialize(new { texts, zoneIds, publicKey = Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()) }, _json),
            "verify"),
        _json)!;

    private sealed record Reply(IReadOnlyList<Answer?> Answers, IReadOnlyList<uint> Marks, bool Refused);

    private sealed record Answer(string KeyId, Guid EventId, Guid BadgeId, long ValidFrom, long ValidUntil, uint[] Zones, bool IsGenuine);

    private sealed record Signed(string Text, string PublicKey);
}
