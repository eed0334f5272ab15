using System.Text;
using ScoEvents.Domain.Delegations;
using ScoEvents.Exports.Csv;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

public sealed class ParticipantFileTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DelegationsDesk _desk = new(database);

    private ParticipantQueries Queries => new(_desk.DelegationQueries, DelegationsDesk.Texts<DelegationsTexts>());

    [Fact]
    public async Task The_file_reads_back_in_the_language_asked_for_and_holds_no_passport_and_no_address()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var (uzbekistan, ofUzbekistan) = await _desk.AcceptedAsync(organiser, eventId, "UZ");
        var (kazakhstan, ofKazakhstan) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        await _desk.Delegations.RegisterAsync(uzbekistan, ofUzbekistan, DelegationsDesk.Person("Karimov", DelegationRole.Head, "CANARY90017"), default);
        var formula = DelegationsDesk.Person("Bekova", DelegationRole.Head, "CANARY90017");
        formula.Function = "=1+1";
        await _desk.Delegations.RegisterAsync(kazakhstan, ofKazakhstan, formula, default);

        var file = (await Queries.FileAsync(organiser, eventId, ProtocolAlphabet.Russian, "ru", default)).Value;
        using var output = new MemoryStream();
        await ParticipantCsvWriter.WriteAsync(file.List, output);

        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain("CANARY", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("17", text, StringComparison.Ordinal);
        Assert.Equal(
        [
            "№,Сторона,Статус участия,Роль,Имя,Имя в национальном написании,Должность,Ведомство,Аккредитация",
            "1,Казахстан,Гость,Глава,Aigerim BEKOVA,Бекова Айгерим,'=1+1,Ministry of Digital Development,Участник зарегистрирован",
            "2,Узбекистан,Гость,Глава,Aigerim KARIMOV,Бекова Айгерим,Deputy Director,Ministry of Digital Development,Участник зарегистрирован",
        ], text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith("-participants-provisional-ru-TLP-AMBER.csv", file.Name.ToAscii(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_the_portal_does_not_speak_and_an_actor_without_part_find_nothing()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();

        Assert.Equal("not-found", (await Queries.FileAsync(organiser, eventId, ProtocolAlphabet.Russian, "fr", default)).Error!.Code);
        Assert.Equal("not-found", (await Queries.FileAsync(organiser, eventId, ProtocolAlphabet.Russian, null, default)).Error!.Code);
        Assert.Equal("not-found", (await Queries.FileAsync(await database.FocalPointAsync("KZ"), eventId, ProtocolAlphabet.Russian, "en", default)).Error!.Code);
    }
}
