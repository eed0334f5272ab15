using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Letters;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Accreditation;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Accreditation;

public sealed class LetterTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_visa_letter_keeps_its_number_shows_the_passport_and_leaves_a_trace()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await VisaAsync(desk, "Bekova", "CANARY9001");

        var first = await WriteAsync(desk, LetterKind.VisaSupport, seen);
        var again = await WriteAsync(desk, LetterKind.VisaSupport, seen);

        var letter = Assert.Single(first).Letter;
        var number = await database.ScalarAsync($"SELECT number FROM issued_letters WHERE event_id = '{desk.EventId}'");
        Assert.Equal($"No. {number}/2026", letter.Number);
        Assert.Equal(letter.Number, Assert.Single(again).Letter.Number);
        Assert.Contains("CANARY9001", LetterHtmlWriter.Write(letter), StringComparison.Ordinal);
        Assert.Equal(2L, await database.ScalarAsync($"SELECT count(*) FROM audit_entries WHERE action = 'PassportViewed' AND event_id = '{desk.EventId}' AND actor_id = '{desk.Registrar.UserId}'"));
    }

    [Fact]
    public async Task Letters_printed_at_once_by_two_share_no_number_and_leave_no_gap()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var first = await VisaAsync(desk, "First", "N0000001");
        var second = await VisaAsync(desk, "Second", "N0000002");
        var third = await VisaAsync(desk, "Third", "N0000003");

        await Task.WhenAll(WriteAsync(desk, LetterKind.VisaSupport, first, second), WriteAsync(desk, LetterKind.VisaSupport, second, third));

        await using var context = await database.OpenAsync(desk.Registrar);
        var numbers = await context.IssuedLetters.Where(letter => letter.EventId == desk.EventId).Select(letter => letter.Number).Order().ToListAsync();
        Assert.Equal(3, numbers.Count);
        Assert.Equal(Enumerable.Range(numbers[0], 3), numbers);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("hi")]
    [InlineData("ur")]
    public async Task No_other_letter_shows_a_passport_in_any_language(string language)
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova", "CheckedIn", "Бекова Айгерим", "CANARY9001");

        foreach (var kind in new[] { LetterKind.Confirmation, LetterKind.Certificate })
        {
            var letter = Assert.Single(await WriteAsync(desk, kind, language, seen)).Letter;
            var html = LetterHtmlWriter.Write(letter);
            Assert.Contains("Aigerim BEKOVA", html, StringComparison.Ordinal);
            Assert.Contains("Бекова Айгерим", html, StringComparison.Ordinal);
            Assert.DoesNotContain("CANARY", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Letter.", html, StringComparison.Ordinal);
            Assert.DoesNotContain("CANARY", Encoding.UTF8.GetString(LetterDocxWriter.Write(letter)), StringComparison.Ordinal);
        }

        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM audit_entries WHERE action = 'PassportViewed' AND event_id = '{desk.EventId}'"));
    }

    [Theory]
    [InlineData(LetterKind.VisaSupport, "Draft")]
    [InlineData(LetterKind.VisaSupport, "Submitted")]
    [InlineData(LetterKind.Confirmation, "Submitted")]
    [InlineData(LetterKind.Confirmation, "Revoked")]
    [InlineData(LetterKind.Certificate, "Approved")]
    public async Task Who_is_not_entitled_gets_no_letter(LetterKind kind, string state)
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova", state);

        var refused = await desk.Letters.WriteAsync(desk.Registrar, desk.EventId, new LettersWanted(kind, [seen.CaseId], "en"), default);

        Assert.Equal("accreditation.letter-not-entitled", refused.Error!.Code);
    }

    [Fact]
    public async Task Attendance_entitles_to_a_certificate_and_the_others_of_a_choice_are_left_out()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var present = await desk.PersonAsync(desk.Kazakhstan, "Present", "Approved");
        var absent = await desk.PersonAsync(desk.Uzbekistan, "Absent", "Approved");
        await database.ScalarAsync(
            $"""
            INSERT INTO attendance_records (id, event_id, side_id, delegate_id, state, at, by)
            SELECT gen_random_uuid(), event_id, side_id, delegate_id, 'Present', now(), '{desk.Registrar.UserId}' FROM accreditations WHERE id = '{present.CaseId}'
            """);

        var files = await WriteAsync(desk, LetterKind.Certificate, present, absent);

        Assert.Equal(["Present"], files.Select(file => file.Person));
        Assert.Equal(LetterLayout.Certificate, files[0].Letter.Layout);
    }

    private async Task<SeenCase> VisaAsync(AccreditationDesk desk, string family, string passport)
    {
        var seen = await desk.PersonAsync(desk.Kazakhstan, family, passport: passport);
        await database.ScalarAsync(
            $$"""UPDATE delegates SET stay = '{"NeedsVisa": true, "VisaPost": "Embassy in Astana"}' WHERE id = (SELECT delegate_id FROM accreditations WHERE id = '{{seen.CaseId}}')""");
        return seen;
    }

    private static Task<IReadOnlyList<LetterFile>> WriteAsync(AccreditationDesk desk, LetterKind kind, params SeenCase[] seen) => WriteAsync(desk, kind, "en", seen);

    private static async Task<IReadOnlyList<LetterFile>> WriteAsync(AccreditationDesk desk, LetterKind kind, string language, params SeenCase[] seen)
    {
        var written = await desk.Letters.WriteAsync(desk.Registrar, desk.EventId, new LettersWanted(kind, [.. seen.Select(one => one.CaseId)], language), default);
        Assert.True(written.IsSuccess, written.Error?.Code);
        return written.Value;
    }
}
