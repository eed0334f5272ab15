using System.Security.Cryptography;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Exports.Badges;

namespace ScoEvents.Exports.Tests.Badges;

/// <summary>Badges of people from five states, in five scripts.</summary>
internal static class BadgeSamples
{
    private static readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    // A gray picture of one pixel; a real photo has the same way to go.
    public static byte[] Pixel { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    public static byte[] PublicKey => _key.ExportSubjectPublicKeyInfo();

    public static IReadOnlyList<BadgeCard> People { get; } =
    [
        Card(1, "Aigerim", "Bekova", "Бекова Айгерим", "Deputy Director", "Ministry of Digital Development", "Kazakhstan", "KZ", "Head of delegation", BadgeTone.Head),
        Card(2, "Wei", "Li", "李伟", "Researcher", "Institute of Information Engineering", "China", "CN", "Expert", BadgeTone.Delegate),
        Card(3, "Muhammad Zia ur", "Rehman", "محمد ضیاء الرحمٰن", "Joint Secretary", null, "Pakistan", "PK", "Member", BadgeTone.Delegate),
        Card(4, "Rajesh", "Pant", "राजेश पंत", "National Coordinator", "National Security Council Secretariat", "India", "IN", "Security", BadgeTone.Security),
        Card(5, "Ali", "Khatami", "علی خاتمی", null, null, "Iran", "IR", "Press", BadgeTone.Press),
    ];

    public static BadgeDocument Document(BadgeLayout layout = BadgeLayout.Sheet, IReadOnlyList<BadgeCard>? cards = null, string language = "en") => new()
    {
        Language = language,
        Direction = language == "ur" ? TextDirection.RightToLeft : TextDirection.LeftToRight,
        Title = "Badges",
        Event = language == "ur"
            ? new BadgeEvent("سائبر اسپیس کے تحفظ پر سیمینار", "7–8 دسمبر 2026", "نئی دہلی")
            : new BadgeEvent("Seminar on securing cyberspace", "7–8 December 2026", "New Delhi"),
        Labels = language == "ur"
            ? new BadgeLabels("زون", "مؤثر", "نمبر", "ذاتی بیج۔ نمایاں طور پر پہنیں۔", "بیج {0} کا کوڈ", "{0} کی تصویر")
            : new BadgeLabels("Zones", "Valid", "No.", "Personal badge. Wear it visibly.", "Code of badge {0}", "Photo of {0}"),
        Layout = layout,
        Cards = cards ?? People,
    };

    public static BadgeCard Card(
        int serial, string given, string family, string? native, string? function, string? body, string side, string? code, string role, BadgeTone tone) => new()
    {
        Serial = serial,
        GivenNames = given,
        FamilyName = family,
        NativeName = native,
        Function = function,
        Body = body,
        Side = side,
        StateCode = code,
        Role = role,
        Tone = tone,
        Zones = ["Conference hall", "Lounge"],
        Valid = "7–8 December 2026",
        Payload = new BadgePayload(
            "K7f3A9xQ", Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch.AddDays(20_000), DateTimeOffset.UnixEpoch.AddDays(20_002), [7, 9]).Sign(_key),
        Photo = new BadgePhoto("image/png", Pixel),
    };
}
