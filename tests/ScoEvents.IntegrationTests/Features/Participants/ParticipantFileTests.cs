using System.Text;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Participants;
using ScoEvents.Exports.Xlsx;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.Participants;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Participants;

public sealed class ParticipantFileTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly ParticipantsDesk _desk = new(database);

    [Fact]
    public async Task The_file_reads_back_in_the_language_asked_for_and_holds_no_passport_and_no_address()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "UZ"), "Karimov", DelegationRole.Head);
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ"), "Bekova", DelegationRole.Head, "Submitted");
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Provisional, includesOpen: true);

        var file = (await _desk.Queries.FileAsync(organiser, eventId, 1, new ListFileOptions(ProtocolAlphabet.Russian, "ru"), default)).Value;

        var text = await CsvAsync(file);
        Assert.Equal(
        [
            "№,Сторона,Статус,Роль,Обращение,Имя,Имя родным письмом,Должность,Организация,Категория,Аккредитация",
            "1,Казахстан,Гость,Глава,,Aigerim BEKOVA,Бекова Айгерим,Deputy Director,Ministry of Digital Development,,\"подано, ещё не аккредитовано\"",
            "2,Узбекистан,Гость,Глава,,Aigerim KARIMOV,Бекова Айгерим,Deputy Director,Ministry of Digital Development,,",
        ], text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith("-participants-1-provisional-ru-tlp-amber.csv", file.NameAs(ExportFormat.Csv).ToAscii(), StringComparison.OrdinalIgnoreCase);
        var everything = text + ParticipantHtmlWriter.Write(file.Document)
            + Encoding.Latin1.GetString(ParticipantDocxWriter.Write(file.Document)) + Encoding.Latin1.GetString(ParticipantXlsxWriter.Write(file.Document));
        Assert.DoesNotContain("CANARY", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("90017", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("mfa.example", everything, StringComparison.Ordinal);
        Assert.Equal("Предварительный · TLP:AMBER", file.Document.RunningMarking);
    }

    [Theory]
    [InlineData("en", "India|Kazakhstan", "India|Kazakhstan|Uzbekistan")]
    [InlineData("ru", "Индия|Казахстан", "Индия|Казахстан|Узбекистан")]
    public async Task The_order_of_the_reader_is_the_order_of_the_file(string language, string beginning, string all)
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        foreach (var code in new[] { "UZ", "CN", "KZ", "IN" })
        {
            await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, code), $"Head {code}", DelegationRole.Head);
        }

        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);

        Assert.StartsWith(beginning, await SidesAsync(ProtocolAlphabet.Russian), StringComparison.Ordinal);
        var china = language == "en" ? "China" : "Китай";
        Assert.Equal(string.Join('|', [.. all.Split('|')[..2], china, all.Split('|')[2]]), await SidesAsync(ProtocolAlphabet.Russian));
        Assert.Equal(string.Join('|', [china, .. all.Split('|')]), await SidesAsync(ProtocolAlphabet.English));

        async Task<string> SidesAsync(ProtocolAlphabet alphabet) => string.Join('|', ((ParticipantList)(await _desk.Queries.FileAsync(
            organiser, eventId, 1, new ListFileOptions(alphabet, language), default)).Value.Document).Sides.Select(side => side.Name));
    }

    [Theory]
    [InlineData("en", "Belarus|India|Kazakhstan|China|Uzbekistan")]
    [InlineData("ru", "Беларусь|Индия|Казахстан|Китай|Узбекистан")]
    [InlineData("zh", "白俄罗斯|印度|哈萨克斯坦|中国|乌兹别克斯坦")]
    [InlineData("hi", "बेलारूस|भारत|कज़ाखस्तान|चीन|उज़्बेकिस्तान")]
    [InlineData("ur", "بیلاروس|بھارت|قازقستان|چین|ازبکستان")]
    public async Task Where_the_host_chose_no_order_every_language_follows_the_practice(string language, string expected)
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        foreach (var code in new[] { "UZ", "CN", "KZ", "IN", "BY" })
        {
            await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, code), $"Head {code}", DelegationRole.Head);
        }

        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);

        var document = (ParticipantList)(await _desk.Queries.FileAsync(organiser, eventId, 1, new ListFileOptions(null, language), default)).Value.Document;

        Assert.Equal(expected.Split('|'), document.Sides.Select(side => side.Name));
        // The other choice of the host.
        var chosen = (ParticipantList)(await _desk.Queries.FileAsync(organiser, eventId, 1, new ListFileOptions(ProtocolAlphabet.English, language), default)).Value.Document;
        Assert.Equal("BY CN IN KZ UZ", string.Join(' ', chosen.Sides.Select(side => "BY IN KZ CN UZ".Split(' ')[Array.IndexOf(expected.Split('|'), side.Name)])));
    }

    [Fact]
    public async Task A_difference_is_a_document_too_in_every_language()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var side = await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ");
        await _desk.PersonAsync(side, "Head", DelegationRole.Head);
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);
        await _desk.PersonAsync(side, "Added", DelegationRole.Member);
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Corrigendum);

        foreach (var (language, kind) in new[] { ("en", "Added"), ("ru", "Добавлены"), ("zh", "新增"), ("hi", "जोड़े गए"), ("ur", "شامل کیے گئے") })
        {
            var file = (await _desk.Queries.DifferenceFileAsync(organiser, eventId, (1, 2), new ListFileOptions(ProtocolAlphabet.Russian, language), default)).Value;

            Assert.Equal([kind], ((ParticipantDifference)file.Document).Groups.Select(group => group.Kind));
            Assert.Contains("participants-difference-1-2", file.NameAs(ExportFormat.Docx).ToAscii(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ"), "Head", DelegationRole.Head);
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);

        Assert.Equal("not-found", await CodeAsync(1, "fr"));
        Assert.Equal("not-found", await CodeAsync(1, null));
        Assert.Equal("not-found", await CodeAsync(2, "en"));
        Assert.Equal("not-found", (await _desk.Queries.CompareAsync(organiser, eventId, 1, 3, DelegationsDesk.RussianOrder, default)).Error!.Code);
        Assert.Equal("not-found", (await _desk.Queries.FileAsync(
            await database.FocalPointAsync("KZ"), eventId, 1, new ListFileOptions(ProtocolAlphabet.Russian, "en"), default)).Error!.Code);

        async Task<string> CodeAsync(int number, string? language) =>
            (await _desk.Queries.FileAsync(organiser, eventId, number, new ListFileOptions(ProtocolAlphabet.Russian, language), default)).Error!.Code;
    }

    internal static async Task<string> CsvAsync(ParticipantFile file)
    {
        using var output = new MemoryStream();
        await ParticipantCsvWriter.WriteAsync(file.Document, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
