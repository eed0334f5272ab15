using System.Text;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.DelegateImport;

public sealed class DelegateImportTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Headings = "Role,Family name,Given names,Name in own script,Function,E-mail,Passport number,Nationality";

    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task A_ministrys_list_is_taken_over_whole_and_comes_again_without_a_change()
    {
        var (focalPoint, invitation) = await AcceptedAsync();
        var table = await TableAsync(
            $"""
            {Headings}
            Head,Nurlanova,Aisulu,Айсұлу Нұрланова,Minister,a.n@mfa.example,N0000001,Kazakhstan
            Эксперт,Akhmetov,Marat,Марат Ахметов,Counsellor,m.a@mfa.example,N0000002,Казахстан
            """);
        var form = FormOf(table);

        var done = await Service().ApplyAsync(focalPoint, invitation, table, form, default);

        Assert.Equal(new DelegateImportDone(2, 0), done.Value);
        var own = (await _desk.DelegationQueries.OwnAsync(focalPoint, invitation, default)).Value;
        Assert.Equal([("Nurlanova", DelegationRole.Head), ("Akhmetov", DelegationRole.Expert)], own.Persons.Select(person => (person.FamilyName, person.Role)));
        Assert.All(own.Persons, person => Assert.NotNull(person.NationalityId));
        var again = (await Queries().PlanAsync(focalPoint, invitation, table, form, default)).Value;
        Assert.All(again.Rows, row => Assert.Equal(RowOutcome.Same, row.Outcome));
        Assert.Equal("delegate-import.nothing", (await Service().ApplyAsync(focalPoint, invitation, table, form, default)).Error!.Code);
    }

    [Fact]
    public async Task A_person_is_known_by_number_by_letters_and_by_sound_across_scripts()
    {
        var (focalPoint, invitation) = await AcceptedAsync();
        var first = await TableAsync($"{Headings}\nMember,Akhmetov,Marat,,Counsellor,m.a@mfa.example,N0000002,\nMember,Nurlanova,Aisulu,,Counsellor,a.n@mfa.example,N0000003,\nMember,Seitov,Timur,,Counsellor,t.s@mfa.example,N0000004,");
        Assert.True((await Service().ApplyAsync(focalPoint, invitation, first, FormOf(first), default)).IsSuccess);
        var table = await TableAsync(
            $"{Headings}\nMember,Achmetow,Mark,,Adviser,other@mfa.example,N0000002,\nMember,Nurlanova,Aisulu,,Director,,,\nMember,Seitow,Timur,Сеитов Тимур,Director,x@mfa.example,N9999999,");
        var form = FormOf(table);

        var plan = (await Queries().PlanAsync(focalPoint, invitation, table, form, default)).Value;

        Assert.Equal([RowOutcome.Changed, RowOutcome.Changed, RowOutcome.Doubtful], plan.Rows.Select(row => row.Outcome));
        Assert.Equal(["function.en"], plan.Rows[1].Changes);
        Assert.Equal("Timur SEITOV", plan.Rows[2].Alike.Single().Name);
        Assert.Equal("delegate-import.undecided", (await Service().ApplyAsync(focalPoint, invitation, table, form, default)).Error!.Code);
        form.Decisions[4] = plan.Rows[2].Alike[0].Id;
        Assert.Equal(new DelegateImportDone(0, 3), (await Service().ApplyAsync(focalPoint, invitation, table, form, default)).Value);
        Assert.Equal(3, (await _desk.DelegationQueries.OwnAsync(focalPoint, invitation, default)).Value.Persons.Count);
    }

    [Fact]
    public async Task A_row_that_only_sounds_like_somebody_may_be_another_person()
    {
        var (focalPoint, invitation) = await AcceptedAsync();
        var first = await TableAsync($"{Headings}\nMember,Seitov,Timur,,Counsellor,t.s@mfa.example,N0000004,");
        Assert.True((await Service().ApplyAsync(focalPoint, invitation, first, FormOf(first), default)).IsSuccess);
        var table = await TableAsync($"{Headings}\nMember,Seitow,Timur,,Director,x@mfa.example,N9999999,");
        var form = FormOf(table);
        form.Decisions[2] = null;

        Assert.Equal(new DelegateImportDone(1, 0), (await Service().ApplyAsync(focalPoint, invitation, table, form, default)).Value);
    }

    [Fact]
    public async Task Rows_that_cannot_be_taken_name_column_and_reason_and_nothing_is_written()
    {
        var (focalPoint, invitation) = await AcceptedAsync();
        var table = await TableAsync(
            $"""
            {Headings}
            Captain,Akhmetov,Marat,,Counsellor,m.a@mfa.example,N0000001,
            Member,Ахметов,Marat,,Counsellor,m.a@mfa.example,N0000002,
            Member,=cmd|' /C calc'!A0,Marat,,Counsellor,m.a@mfa.example,N0000003,
            Member,Seitov,Timur,,Counsellor,not an address,N0000004,Atlantis
            Member,Good,Person,,Counsellor,g.p@mfa.example,N0000005,
            Member,Good,Person,,Counsellor,g.p@mfa.example,N0000005,
            """);
        var form = FormOf(table);

        var plan = (await Queries().PlanAsync(focalPoint, invitation, table, form, default)).Value;

        Assert.Equal(
            ["2 role delegate-import.unknown-word", "3 familyName delegate.name-latin", "4 familyName delegate-import.formula", "5 nationality delegate-import.unknown-word", "5 email delegate.email-form", "7  delegate-import.twice"],
            plan.Rows.SelectMany(row => row.Problems.Select(problem => $"{row.Number} {problem.Meaning} {problem.Error.Code}")));
        Assert.Equal("delegate-import.refused-rows", (await Service().ApplyAsync(focalPoint, invitation, table, form, default)).Error!.Code);
        Assert.Empty((await _desk.DelegationQueries.OwnAsync(focalPoint, invitation, default)).Value.Persons);
        form.LeavesOutRefused = true;
        Assert.Equal(new DelegateImportDone(1, 0), (await Service().ApplyAsync(focalPoint, invitation, table, form, default)).Value);
    }

    [Fact]
    public async Task Two_imports_and_a_registration_at_once_never_exceed_the_places()
    {
        var (focalPoint, invitation) = await AcceptedAsync(quota: 12);
        var tables = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => TableAsync(
            Headings + "\n" + string.Join('\n', Enumerable.Range(0, 10).Select(row => $"Member,{Letters(number)}{Letters(row)}ov,Marat{Letters(number)},,Counsellor,p{number}{row}@mfa.example,N{number}{row:00000},")))));

        var outcomes = await Task.WhenAll(tables.Select(table => Task.Run(() => Service().ApplyAsync(focalPoint, invitation, table, FormOf(table), default))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal(10L, await database.ScalarAsync($"SELECT count(*) FROM delegates p JOIN delegations d ON d.id = p.delegation_id WHERE d.invitation_id = '{invitation}'"));
    }

    [Fact]
    public async Task Planning_and_writing_take_as_many_commands_for_forty_persons_as_for_two()
    {
        var small = await CommandsAsync(2);
        var large = await CommandsAsync(40);

        Assert.Equal(small, large);
    }

    [Fact]
    public async Task More_persons_than_places_are_refused_in_the_plan_row_by_row()
    {
        var (focalPoint, invitation) = await AcceptedAsync(quota: 2);
        var table = await TableAsync($"{Headings}\nMember,Akhmetov,Marat,,C,a@mfa.example,N0000001,\nMember,Seitov,Timur,,C,b@mfa.example,N0000002,\nMember,Nurlanova,Aisulu,,C,c@mfa.example,N0000003,\nHead,Bekova,Aida,,C,d@mfa.example,N0000004,");

        var plan = (await Queries().PlanAsync(focalPoint, invitation, table, FormOf(table), default)).Value;

        Assert.Equal([RowOutcome.New, RowOutcome.New, RowOutcome.Refused, RowOutcome.Refused], plan.Rows.Select(row => row.Outcome));
        Assert.Equal(DelegationErrors.QuotaReachedCode, plan.Rows[2].Problems.Single().Error.Code);
    }

    [Fact]
    public async Task A_focal_point_of_another_side_imports_nothing_and_plans_nothing()
    {
        var (_, invitation) = await AcceptedAsync();
        var stranger = await database.FocalPointAsync("UZ");
        var table = await TableAsync($"{Headings}\nMember,Akhmetov,Marat,,C,a@mfa.example,N0000001,");

        Assert.Equal("not-found", (await Queries().PlanAsync(stranger, invitation, table, FormOf(table), default)).Error!.Code);
        Assert.Equal("not-found", (await Service().ApplyAsync(stranger, invitation, table, FormOf(table), default)).Error!.Code);
    }

    [Fact]
    public async Task The_templates_are_read_back_with_every_column_known_and_the_example_without_a_problem()
    {
        var (focalPoint, invitation) = await AcceptedAsync();
        var words = Words();
        foreach (var language in PortalLanguages.All)
        {
            System.Globalization.CultureInfo.CurrentUICulture = language.Culture;
            var states = (await Queries().StateNamesAsync(focalPoint, invitation, language.Code, default)).Value;
            foreach (var bytes in new[] { DelegateTemplate.Csv(language.Code, words.Example()), DelegateTemplate.Workbook(language.Code, words.Example(), words.Choices(states)) })
            {
                var table = await DelegateTableReader.ReadAsync(bytes);
                Assert.Null(table.Problem);
                var form = FormOf(table);
                Assert.Equal(DelegateHeadings.Meanings, form.Columns);
                var row = Assert.Single((await Queries().PlanAsync(focalPoint, invitation, table, form, default)).Value.Rows);
                Assert.True(row.Outcome == RowOutcome.New, string.Join(", ", row.Problems.Select(problem => $"{language.Code} {problem.Meaning} {problem.Error.Code}")));
            }
        }
    }

    [Theory]
    [InlineData("Family name,Given names\n\"Akhmetov,Marat", "delegate-import.bad-row")]
    [InlineData("Family name,Given names\n", "delegate-import.no-rows")]
    [InlineData("", "delegate-import.no-rows")]
    [InlineData("%PDF-1.7\nx", "delegate-import.unreadable")]
    public async Task What_is_no_list_is_refused(string content, string code) =>
        Assert.Equal(code, (await DelegateTableReader.ReadAsync(Encoding.UTF8.GetBytes(content))).Problem);

    [Fact]
    public async Task Too_much_and_the_wrong_encoding_are_refused()
    {
        Assert.Equal("delegate-import.too-large", (await DelegateTableReader.ReadAsync(new byte[10 * 1024 * 1024])).Problem);
        Assert.Equal("delegate-import.encoding", (await DelegateTableReader.ReadAsync([.. "Family name,Given names\n"u8, 0xC0, 0xE0, 0xFF, .. ",x"u8])).Problem);
        Assert.Equal("delegate-import.too-many-rows", (await DelegateTableReader.ReadAsync(Encoding.UTF8.GetBytes("Family name,Given names\n" + string.Concat(Enumerable.Repeat("a,b\n", 1_001))))).Problem);
        Assert.Equal("delegate-import.cell-too-long", (await DelegateTableReader.ReadAsync(Encoding.UTF8.GetBytes("Family name,Given names\n" + new string('a', 1_001) + ",b"))).Problem);
    }

    // Of a plan and a write of new persons, and of a plan and a write that correct all of them; every person is of another state than the one before.
    private async Task<(int Plan, int Register, int PlanAgain, int Correct)> CommandsAsync(int persons)
    {
        var (focalPoint, invitation) = await AcceptedAsync();
        var first = await ListAsync("Counsellor");
        var second = await ListAsync("Director");

        var plan = await DelegationsDesk.CommandsOfAsync(async () => Assert.Equal(persons, (await Queries().PlanAsync(focalPoint, invitation, first, FormOf(first), default)).Value.Count(RowOutcome.New)));
        var register = await DelegationsDesk.CommandsOfAsync(async () => Assert.Equal(new DelegateImportDone(persons, 0), (await Service().ApplyAsync(focalPoint, invitation, first, FormOf(first), default)).Value));
        var planAgain = await DelegationsDesk.CommandsOfAsync(async () => Assert.Equal(persons, (await Queries().PlanAsync(focalPoint, invitation, second, FormOf(second), default)).Value.Count(RowOutcome.Changed)));
        var correct = await DelegationsDesk.CommandsOfAsync(async () => Assert.Equal(new DelegateImportDone(0, persons), (await Service().ApplyAsync(focalPoint, invitation, second, FormOf(second), default)).Value));
        return (plan, register, planAgain, correct);

        Task<DelegateTable> ListAsync(string function) => TableAsync(Headings + "\n" + string.Join('\n', Enumerable.Range(0, persons).Select(row =>
            $"Member,{Letters(row % 20)}{Letters(row / 20)}ov,Marat,,{function},p{row}@mfa.example,N{row:0000000},{(row % 2 == 0 ? "Kazakhstan" : "India")}")));
    }

    private static string Letters(int number) => ((char)('A' + number)).ToString() + (char)('a' + number);

    private static async Task<DelegateTable> TableAsync(string text)
    {
        var table = await DelegateTableReader.ReadAsync(Encoding.UTF8.GetBytes(text));
        Assert.Null(table.Problem);
        return table;
    }

    private static DelegateImportForm FormOf(DelegateTable table) => new() { Columns = [.. DelegateHeadings.Guess(table.Headings)] };

    private static DelegateImportWords Words() => new(DelegationsDesk.Texts<DelegationsTexts>(), DelegationsDesk.Texts<DelegateImportTexts>());

    private DelegateImportQueries Queries() => new(
        database.Contexts, _desk.DelegationQueries, Words(), _desk.Cipher, new DelegateFormValidator(new ErrorSpeech(DelegationsDesk.Texts<ErrorTexts>())));

    private DelegateImportService Service() => new(Queries(), _desk.Delegations);

    private async Task<(Actor FocalPoint, Guid Invitation)> AcceptedAsync(int quota = 50)
    {
        var organiser = await database.OrganiserAsync();
        return await _desk.AcceptedAsync(organiser, await _desk.EventAsync(quota: quota), "KZ");
    }
}
