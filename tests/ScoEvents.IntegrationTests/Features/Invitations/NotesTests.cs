using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Invitations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Invitations;

public sealed class NotesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly InvitationsDesk _desk = new(database);

    [Theory]
    [InlineData("2021-12-07", Capacity.Observer, "in the capacity of Observer State of the SCO")]
    [InlineData("2024-07-08", Capacity.Member, "in the capacity of Member State of the SCO")]
    public async Task Irans_note_names_the_status_of_the_events_first_day(string day, Capacity capacity, string words)
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        var status = capacity == Capacity.Member ? StateStatus.Member : StateStatus.Observer;
        await _desk.Delegations.Invitations.InviteAsync(organiser, eventId, await _desk.Delegations.FormAsync(eventId, [status]), default);
        await _desk.AnswerByAsync(organiser, eventId, new DateOnly(2021, 1, 1));
        var iran = (await _desk.OfEventAsync(organiser, eventId)).Rows.Single(row => row.Side.Code == "IR");

        var issued = await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(iran.Id), default);

        Assert.Equal((1, 0), (issued.Value.Issued, issued.Value.Skipped));
        var note = Assert.Single(await _desk.NotesOfAsync(organiser, eventId));
        Assert.Equal((capacity, "en"), (note.Capacity, note.Language));
        Assert.Contains(words, note.Body, StringComparison.Ordinal);
        Assert.Contains("presents its compliments to the Ministry of Foreign Affairs of the Islamic Republic of Iran", note.Body, StringComparison.Ordinal);
        Assert.Equal("Ministry of Foreign Affairs of the Islamic Republic of Iran\nTehran", note.Addressee);
    }

    [Fact]
    public async Task Every_side_is_written_to_in_its_own_language_with_every_placeholder_filled()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "CN", "IN", "PK", "IR", "un");

        await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default);

        var notes = (await _desk.NotesOfAsync(organiser, eventId)).ToDictionary(note => note.InvitationId);
        Assert.Equal(["ru", "zh", "hi", "ur", "en", "en"], ids.Select(id => notes[id].Language));
        Assert.All(notes.Values, note => Assert.DoesNotContain('{', note.Body));
        Assert.Contains("Министерству иностранных дел Республики Казахстан", notes[ids[0]].Body, StringComparison.Ordinal);
        Assert.Contains("20 ноября 2026", notes[ids[0]].Body, StringComparison.Ordinal);
        Assert.Contains("中华人民共和国外交部", notes[ids[1]].Body, StringComparison.Ordinal);
        Assert.Contains("भारत गणराज्य के विदेश मंत्रालय", notes[ids[2]].Body, StringComparison.Ordinal);
        Assert.Contains("اسلامی جمہوریہ پاکستان کی وزارتِ خارجہ", notes[ids[3]].Body, StringComparison.Ordinal);
        Assert.Contains("up to 12 persons", notes[ids[4]].Body, StringComparison.Ordinal);
        Assert.Equal("United Nations", notes[ids[5]].Addressee);
        // Numbered in protocol order: India, Iran, Kazakhstan, China, Pakistan; the organisation last.
        Assert.Equal([ids[2], ids[4], ids[0], ids[1], ids[3], ids[5]], notes.Values.OrderBy(note => note.Number).Select(note => note.InvitationId));
    }

    [Fact]
    public async Task A_language_that_was_chosen_for_a_side_is_its_language()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");
        var version = (await _desk.RowAsync(organiser, eventId, ids[0])).Version;
        Assert.True((await _desk.Delivery.EditAsync(organiser, eventId, ids[0], new InvitationForm { Language = "en", Version = version }, default)).IsSuccess);

        await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default);

        Assert.Equal("en", Assert.Single(await _desk.NotesOfAsync(organiser, eventId)).Language);
    }

    [Fact]
    public async Task A_side_that_has_its_note_gets_no_second_one_until_it_is_invited_anew()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "UZ");
        await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids[0]), default);

        var second = await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids[0], ids[1], ids[1]), default);
        var third = await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default);

        Assert.Equal((1, 1), (second.Value.Issued, second.Value.Skipped));
        Assert.Equal((0, 2, 0), (third.Value.Issued, third.Value.Skipped, third.Value.First));
        await _desk.Delegations.Invitations.WithdrawAsync(organiser, eventId, ids[0], default);
        Assert.Equal(0, (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids[0]), default)).Value.Issued);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.Delegations.InviteAsync(organiser, eventId, "KZ");
        Assert.Equal(1, (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids[0]), default)).Value.Issued);
    }

    [Fact]
    public async Task What_is_not_known_is_refused_and_uses_no_number()
    {
        var organiser = await database.OrganiserAsync("uz-isrs");
        var eventId = await _desk.Delegations.EventAsync(secretariat: "uz-isrs");
        var ids = await _desk.Delegations.InviteAsync(organiser, eventId, "KZ", "UZ");

        var refused = await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default);

        Assert.Equal("note.value-missing", refused.Error!.Code);
        Assert.Equal("{deadline}", refused.Error.Arguments.Single());
        Assert.Empty(await _desk.NotesOfAsync(organiser, eventId));
        await _desk.AnswerByAsync(organiser, eventId, new DateOnly(2026, 11, 1));
        Assert.Equal(1, (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default)).Value.First);
    }

    [Fact]
    public async Task Invitations_of_another_event_are_not_found_and_nothing_is_issued()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");
        var (_, others) = await _desk.InvitedAsync(organiser, "UZ");

        Assert.Equal("not-found", (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids[0], others[0]), default)).Error!.Code);
        Assert.Equal("invitation.nobody", (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(), default)).Error!.Code);
        Assert.Empty(await _desk.NotesOfAsync(organiser, eventId));
    }

    [Fact]
    public async Task The_events_own_text_is_used_and_given_up_again()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "IR", "TR");
        var form = new NoteTemplateForm { Kind = NoteKind.Invitation, Language = "en", Body = "Dear {side} <b>{{" };
        Assert.Equal("note.brace", (await _desk.Notes.SaveTemplateAsync(organiser, eventId, form, default)).Error!.Code);
        form.Body = "Dear {who}";
        Assert.Equal("note.placeholder-unknown", (await _desk.Notes.SaveTemplateAsync(organiser, eventId, form, default)).Error!.Code);
        form.Body = "Dear {side}, come on {dates}.\r\n\r\n<b>Bye</b>";
        Assert.True((await _desk.Notes.SaveTemplateAsync(organiser, eventId, form, default)).IsSuccess);
        Assert.Equal("stale", (await _desk.Notes.SaveTemplateAsync(organiser, eventId, form, default)).Error!.Code);

        await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids[0]), default);

        Assert.Equal("Dear Iran, come on 7–8 December 2026.\n\n<b>Bye</b>", Assert.Single(await _desk.NotesOfAsync(organiser, eventId)).Body);
        var template = (await _desk.NoteQueries.TemplateAsync(organiser, eventId, NoteKind.Invitation, "en", default)).Value;
        Assert.False(template.IsDefault);
        form.Version = template.Version;
        Assert.True((await _desk.Notes.ResetTemplateAsync(organiser, eventId, form, default)).IsSuccess);
        Assert.True((await _desk.NoteQueries.TemplateAsync(organiser, eventId, NoteKind.Invitation, "en", default)).Value.IsDefault);
    }

    [Fact]
    public async Task Of_two_who_change_a_text_at_once_one_is_too_late()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, _) = await _desk.InvitedAsync(organiser, "KZ");
        var first = new NoteTemplateForm { Kind = NoteKind.Reminder, Language = "ru", Body = "{side}" };

        var outcomes = await Task.WhenAll(
            Task.Run(() => _desk.Notes.SaveTemplateAsync(organiser, eventId, first, default)),
            Task.Run(() => _desk.Notes.SaveTemplateAsync(organiser, eventId, first, default)));

        Assert.Equal(1, outcomes.Count(outcome => outcome.IsSuccess));
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.Equal(ErrorKind.Stale, outcome.Error!.Kind));
    }

    [Fact]
    public async Task The_default_texts_of_all_kinds_and_languages_pass_their_own_check()
    {
        foreach (var kind in Enum.GetValues<NoteKind>())
        {
            foreach (var language in Languages.All)
            {
                var text = InvitationsDesk.Writer().Default(kind, language);
                Assert.True(ScoEvents.Domain.Invitations.NotePlaceholders.Check(kind, text).IsSuccess, $"{kind} {language}");
                Assert.NotEqual(InvitationsDesk.Writer().Default(kind, language == "en" ? "ru" : "en"), text);
            }
        }

        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_preview_reads_as_the_note_will_and_issues_nothing()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "IR");

        var preview = (await _desk.NoteQueries.PreviewAsync(organiser, eventId, new NoteTemplateForm { Kind = NoteKind.Reminder, Language = "en", Body = "{side}:\n{missing}" }, ids[1], default)).Value;

        Assert.Equal("Iran:\n- the name of the head of delegation;\n- applications that were begun but not submitted: 2;", preview.Body);
        Assert.Empty(await _desk.NotesOfAsync(organiser, eventId));
    }

    [Fact]
    public async Task A_cancelled_event_is_told_of_once_in_a_note_of_its_own_kind()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "IR");
        await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default);
        Assert.Equal("event.closed", (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Cancellation, InvitationsDesk.Chosen(ids), default)).Error!.Code);
        await database.ScalarAsync($"UPDATE events SET status = 'Cancelled' WHERE id = '{eventId}'");

        var told = await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Cancellation, InvitationsDesk.Chosen(ids), default);
        var again = await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Cancellation, InvitationsDesk.Chosen(ids), default);

        Assert.Equal((1, 0), (told.Value.Issued, again.Value.Issued));
        var notes = await _desk.NotesOfAsync(organiser, eventId);
        Assert.Contains($"note No. {notes[0].Number}/2026 of 1 October 2026, regrets to inform", notes[1].Body, StringComparison.Ordinal);
        Assert.Equal("event.closed", (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default)).Error!.Code);
    }

    [Fact]
    public async Task A_note_is_frozen_for_the_portals_own_role_and_read_by_its_side_and_staff_alone()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "UZ");
        await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default);
        var kazakhstan = await database.FocalPointAsync("KZ");
        var notes = await _desk.NotesOfAsync(organiser, eventId);
        var own = notes.Single(note => note.InvitationId == ids[0]);
        var foreign = notes.Single(note => note.InvitationId == ids[1]);

        var letter = (await _desk.NoteQueries.LetterAsync(kazakhstan, eventId, own.Id, default)).Value.Letter;
        Assert.Equal(("ru", $"№ {own.Number}/2026", "Вербальная нота"), (letter.Language, letter.Number, letter.Heading));
        Assert.StartsWith("Секретариат Совета национальной безопасности Индии пользуется случаем", letter.Closing, StringComparison.Ordinal);
        Assert.Equal("Секретариат Совета национальной безопасности Индии", letter.Head.Name);
        Assert.Equal("not-found", (await _desk.NoteQueries.LetterAsync(kazakhstan, eventId, foreign.Id, default)).Error!.Code);
        Assert.Equal("not-found", (await _desk.NoteQueries.AllLettersAsync(kazakhstan, eventId, null, default)).Error!.Code);
        Assert.Equal([own.Number, foreign.Number], (await _desk.NoteQueries.AllLettersAsync(organiser, eventId, NoteKind.Invitation, default)).Value.Select(file => file.Number).Order());
        await using var context = await database.OpenAsync(organiser);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => context.NotesVerbales.Where(note => note.Id == own.Id).ExecuteDeleteAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(
            () => context.Database.ExecuteSqlAsync($"UPDATE notes_verbales SET body = 'x'"))).SqlState);
    }
}
