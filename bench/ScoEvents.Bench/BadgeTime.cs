using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Exports.Badges;
using ScoEvents.Exports.Pdf;

namespace ScoEvents.Bench;

/// <summary>Measures how long 300 badges take to print, fronts and backs, with a photo each.</summary>
internal static class BadgeTime
{
    private const int Badges = 300;

    private static readonly (string Given, string Family, string Native, string Side, string Code)[] _people =
    [
        ("Aigerim", "Bekova", "Бекова Айгерим", "Kazakhstan", "KZ"), ("Wei", "Li", "李伟", "China", "CN"), ("Muhammad Zia ur", "Rehman", "محمد ضیاء الرحمٰن", "Pakistan", "PK"),
        ("Rajesh", "Pant", "राजेश पंत", "India", "IN"), ("Ali", "Khatami", "علی خاتمی", "Iran", "IR"),
    ];

    public static async Task<int> RunAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var photo = new BadgePhoto("image/bmp", Photo());
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { MaxHtmlLength = 96 * 1024 * 1024, TimeLimit = TimeSpan.FromMinutes(1), KeepSpareFor = TimeSpan.FromMinutes(2) });
        foreach (var layout in Enum.GetValues<BadgeLayout>())
        {
            var watch = Stopwatch.StartNew();
            var cards = Enumerable.Range(1, Badges).Select(serial => Card(serial, key, photo)).ToList();
            var signed = watch.Elapsed;
            var html = BadgeHtmlWriter.Write(Document(layout, cards));
            var written = watch.Elapsed;
            var pdf = await engine.PrintAsync(new PrintablePage(html, DateTimeOffset.UnixEpoch));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{layout,-7} {Badges} badges: signed in {signed.TotalMilliseconds:0} ms, written in {(written - signed).TotalMilliseconds:0} ms ({html.Length / 1e6:0.0} M characters), printed in {(watch.Elapsed - written).TotalSeconds:0.0} s ({pdf.Length / 1e6:0.0} MB); {watch.Elapsed.TotalSeconds:0.0} s in all"));
        }

        return 0;
    }

    private static BadgeDocument Document(BadgeLayout layout, IReadOnlyList<BadgeCard> cards) => new()
    {
        Language = "en",
        Direction = Exports.TextDirection.LeftToRight,
        Title = "Badges",
        Event = new BadgeEvent("Seminar on securing cyberspace", "7–8 December 2026", "New Delhi"),
        Labels = new BadgeLabels("Zones", "Valid", "No.", "Personal badge. Wear it visibly.", "Code of badge {0}", "Photo of {0}"),
        Layout = layout,
        Cards = cards,
    };

    private static BadgeCard Card(int serial, ECDsa key, BadgePhoto photo)
    {
        var person = _people[serial % _people.Length];
        return new BadgeCard
        {
            Serial = serial,
            GivenNames = person.Given,
            FamilyName = person.Family,
            NativeName = person.Native,
            Function = "Deputy Director",
            Body = "Ministry of Digital Development",
            Side = person.Side,
            StateCode = person.Code,
            Role = "Member",
            Tone = (BadgeTone)(serial % 5),
            Zones = ["Conference hall", "Lounge"],
            Valid = "7–8 December 2026",
            Payload = new BadgePayload(
                "K7f3A9xQ", Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch.AddDays(20_000), DateTimeOffset.UnixEpoch.AddDays(20_002), [7, 9]).Sign(key),
            Photo = photo,
        };
    }

    // Noise, which no encoder makes smaller: 58 kB, as a portrait of 480 by 640 pixels takes as JPEG.
    private static byte[] Photo()
    {
        const int Width = 120;
        const int Height = 160;
        var picture = new byte[54 + (Width * Height * 3)];
        RandomNumberGenerator.Fill(picture.AsSpan(54));
        "BM"u8.CopyTo(picture);
        BitConverter.TryWriteBytes(picture.AsSpan(2), picture.Length);
        BitConverter.TryWriteBytes(picture.AsSpan(10), 54);
        BitConverter.TryWriteBytes(picture.AsSpan(14), 40);
        BitConverter.TryWriteBytes(picture.AsSpan(18), Width);
        BitConverter.TryWriteBytes(picture.AsSpan(22), Height);
        BitConverter.TryWriteBytes(picture.AsSpan(26), (short)1);
        BitConverter.TryWriteBytes(picture.AsSpan(28), (short)24);
        return picture;
    }
}
