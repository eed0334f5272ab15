using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Participants;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

/// <summary>When a side exchanges a person or takes one out, the draft of the programme follows and the organisers are told, in the same act.</summary>
public sealed class SuccessionTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly DelegationsDesk _desk = new(database);
    private Actor _organiser = Actor.Public;
    private Guid _eventId;
    private (Actor FocalPoint, Guid InvitationId) _side;

    public async Task InitializeAsync()
    {
        _organiser = await database.PersonAsync(Role.Organiser, GrantScope.Secretariat(await database.SecretariatAsync("sco-rats-ec")));
        _eventId = await _desk.EventAsync(secretariat: "sco-rats-ec");
        _side = await _desk.AcceptedAsync(_organiser, _eventId, "KZ");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_successor_takes_chair_floor_and_item_in_the_draft_and_the_organisers_read_who_and_where()
    {
        var old = await RegisterAsync(Person("Omarov", "Nurlan", "Омаров Нурлан"));
        var speaker = await SpeakerAsync("Nurlan Omarov");
        var chaired = await SessionAsync("Opening", 1, chair: speaker);
        var spoken = await SessionAsync("Threats", 3, speakers: [speaker], item: speaker);
        await database.ScalarAsync($"UPDATE accreditations SET state = 'Approved' WHERE delegate_id = '{old}'");

        var preview = (await _desk.DelegationQueries.ProgrammePartAsync(_side.FocalPoint, _side.InvitationId, old, new IntendedExchange(true), default)).Value;
        var instead = await _desk.Delegations.SubstituteAsync(_side.FocalPoint, _side.InvitationId, old, Person("Saparova", "Dana", "Сапарова Дана"), default);

        Assert.True(instead.IsSuccess, instead.Error?.Code);
        Assert.Equal(new ProgrammePart(2, 0), preview);
        Assert.Equal(["Chair Dana Saparova"], await PartsAsync(chaired));
        Assert.Equal(["Speaker Dana Saparova", "Item Dana Saparova"], await PartsAsync(spoken));
        var comes = (await SpeakersAsync()).Single(found => found.Name["en"] == "Dana Saparova");
        Assert.Equal(("Сапарова Дана", "Deputy Director", await database.SideAsync("KZ"), null), (comes.Name["ru"], comes.Function["en"], comes.SideId, comes.Email));
        var mail = Assert.Single(await MailsAsync());
        Assert.Contains("Dana SAPAROVA", mail.Subject, StringComparison.Ordinal);
        Assert.All(["Nurlan OMAROV", "* Opening, ", "* Threats, ", "Kazakhstan"], part => Assert.Contains(part, mail.Body, StringComparison.Ordinal));
        Assert.Equal((MailState.Queued, await database.SideAsync("KZ")), (mail.State, mail.SideId));
        Assert.Equal(2L, await database.ScalarAsync(
            $"SELECT count(*) FROM audit_entries WHERE actor_id = '{_side.FocalPoint.UserId}' AND entity = 'SessionSpeaker' AND action = 'Added' AND entity_id LIKE '%{comes.Id}%'"));
    }

    [Fact]
    public async Task A_person_of_the_reserve_who_speaks_already_keeps_the_own_places_and_takes_only_what_is_free()
    {
        var old = await RegisterAsync(Person("Omarov", "Nurlan", null));
        var reserve = Person("Saparova", "Dana", null);
        reserve.IsReserve = true;
        var reserveId = await RegisterAsync(reserve);
        var (goes, stays) = (await SpeakerAsync("Nurlan Omarov"), await SpeakerAsync("Dana Saparova"));
        await SessionAsync("Own panel", 1, chair: stays);
        var same = await SessionAsync("At the same time", 1, speakers: [goes]);
        var away = await SessionAsync("While away", 3, speakers: [goes]);
        var free = await SessionAsync("Free", 5, chair: goes);
        await AbsenceAsync(stays, 3);

        var preview = (await _desk.DelegationQueries.ProgrammePartAsync(_side.FocalPoint, _side.InvitationId, old, new IntendedExchange(true, reserveId), default)).Value;
        var done = await _desk.Delegations.SubstituteFromReserveAsync(_side.FocalPoint, _side.InvitationId, old, reserveId, default);

        Assert.True(done.IsSuccess, done.Error?.Code);
        Assert.Equal(new ProgrammePart(1, 2), preview);
        Assert.Equal(["Speaker Nurlan Omarov"], await PartsAsync(same));
        Assert.Equal(["Speaker Nurlan Omarov"], await PartsAsync(away));
        Assert.Equal(["Chair Dana Saparova"], await PartsAsync(free));
        var body = Assert.Single(await MailsAsync()).Body;
        Assert.All(
            ["* Free, ", "need a hand", "* At the same time, ", "in another session at that time", "* While away, ", "cannot be there at that time"],
            part => Assert.Contains(part, body, StringComparison.Ordinal));
        Assert.Equal(2, (await SpeakersAsync()).Count);
    }

    [Fact]
    public async Task A_withdrawal_leaves_the_draft_and_names_the_places_to_the_organisers()
    {
        var person = await RegisterAsync(Person("Omarov", "Nurlan", null));
        var speaker = await SpeakerAsync("Nurlan Omarov");
        var session = await SessionAsync("Opening", 1, chair: speaker);

        var preview = (await _desk.DelegationQueries.ProgrammePartAsync(_side.FocalPoint, _side.InvitationId, person, new IntendedExchange(false), default)).Value;
        Assert.True((await _desk.Delegations.WithdrawAsync(_side.FocalPoint, _side.InvitationId, person, default)).IsSuccess);

        Assert.Equal(new ProgrammePart(0, 1), preview);
        Assert.Equal(["Chair Nurlan Omarov"], await PartsAsync(session));
        var mail = Assert.Single(await MailsAsync());
        Assert.Contains("does not come", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("* Opening, ", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_draft_whom_no_session_names_nobody_is_told_and_of_somebody_handed_in_everybody_who_organises()
    {
        var draft = await RegisterAsync(Person("Omarov", "Nurlan", null));
        var handedIn = await RegisterAsync(Person("Saparova", "Dana", null));
        await _desk.Delegations.SubmitAsync(_side.FocalPoint, _side.InvitationId, handedIn, default);
        var second = await database.PersonAsync(Role.Organiser, GrantScope.Event(_eventId));
        await database.PersonAsync(Role.Registrar, GrantScope.Event(_eventId));
        var gone = await database.PersonAsync(Role.Organiser, GrantScope.Event(_eventId));
        await database.RevokeAllAsync(gone);
        await database.ScalarAsync($"UPDATE users SET language = 'ur' WHERE id = '{second.UserId}'");

        Assert.True((await _desk.Delegations.WithdrawAsync(_side.FocalPoint, _side.InvitationId, draft, default)).IsSuccess);
        Assert.Empty(await MailsAsync());
        Assert.True((await _desk.Delegations.WithdrawAsync(_side.FocalPoint, _side.InvitationId, handedIn, default)).IsSuccess);

        var mails = await MailsAsync();
        Assert.Contains("ur", mails.Select(mail => mail.Language));
        Assert.Contains(mails, mail => mail.ToAddress == $"{second.UserId:N}@people.test");
        Assert.DoesNotContain(mails, mail => mail.ToAddress == $"{gone.UserId:N}@people.test");
        Assert.Equal(mails.Count, mails.Select(mail => mail.ToAddress).Distinct().Count());
    }

    [Fact]
    public async Task Where_two_may_be_meant_nothing_changes_and_the_organisers_decide()
    {
        var old = await RegisterAsync(Person("Omarov", "Nurlan", null));
        var (one, two) = (await SpeakerAsync("Nurlan Omarov"), await SpeakerAsync("Omarov Nurlan"));
        var (first, second) = (await SessionAsync("First", 1, chair: one), await SessionAsync("Second", 3, chair: two));

        Assert.True((await _desk.Delegations.SubstituteAsync(_side.FocalPoint, _side.InvitationId, old, Person("Saparova", "Dana", null), default)).IsSuccess);

        Assert.Equal(["Chair Nurlan Omarov"], await PartsAsync(first));
        Assert.Equal(["Chair Omarov Nurlan"], await PartsAsync(second));
        Assert.Contains("cannot be told for certain", Assert.Single(await MailsAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_exchange_leaves_programme_and_outbox_as_they_were()
    {
        var old = await RegisterAsync(Person("Omarov", "Nurlan", null));
        var session = await SessionAsync("Opening", 1, chair: await SpeakerAsync("Nurlan Omarov"));
        var form = Person("Saparova", "Dana", null);
        form.Photo = "GIF89a"u8.ToArray();

        Assert.Equal("photo.not-a-picture", (await _desk.Delegations.SubstituteAsync(_side.FocalPoint, _side.InvitationId, old, form, default)).Error!.Code);

        Assert.Equal(["Chair Nurlan Omarov"], await PartsAsync(session));
        Assert.Empty(await MailsAsync());
        Assert.Single(await SpeakersAsync());
    }

    [Fact]
    public async Task An_issued_list_of_participants_stays_and_the_next_names_the_successor()
    {
        var lists = new ParticipantsDesk(database);
        var old = await lists.PersonAsync(_side, "Omarov", DelegationRole.Head);
        await lists.IssueAsync(_organiser, _eventId, SnapshotKind.Provisional);

        var instead = await _desk.Delegations.SubstituteAsync(_side.FocalPoint, _side.InvitationId, old, Person("Saparova", "Dana", null), default);
        await database.ScalarAsync($"UPDATE accreditations SET state = 'Approved' WHERE delegate_id = '{instead.Value}'");
        await lists.IssueAsync(_organiser, _eventId, SnapshotKind.Provisional);

        Assert.Equal(["Omarov"], await FamiliesAsync(1));
        Assert.Equal(["Saparova"], await FamiliesAsync(2));

        async Task<IEnumerable<string>> FamiliesAsync(int number)
        {
            await using var context = await database.OpenAsync(_organiser);
            var list = await context.ParticipantSnapshots.AsNoTracking().SingleAsync(found => found.EventId == _eventId && found.Number == number);
            return list.Entries.Select(entry => entry.FamilyName);
        }
    }

    [Fact]
    public async Task Of_two_who_exchange_the_same_person_at_once_the_programme_follows_one()
    {
        for (var round = 0; round < 5; round++)
        {
            await InitializeAsync();
            var old = await RegisterAsync(Person("Omarov", "Nurlan", null));
            var session = await SessionAsync("Opening", 1, chair: await SpeakerAsync("Nurlan Omarov"));

            var outcomes = await Task.WhenAll(new[] { "One", "Two" }.Select(name => Task.Run(() =>
                _desk.Delegations.SubstituteAsync(_side.FocalPoint, _side.InvitationId, old, Person($"Saparova{name}", "Dana", null), default))));

            Assert.Equal([null, "not-found"], outcomes.Select(outcome => outcome.Error?.Code).Order());
            var winner = outcomes[0].IsSuccess ? "One" : "Two";
            Assert.Equal([$"Chair Dana Saparova{winner}"], await PartsAsync(session));
            Assert.Single(await MailsAsync());
        }
    }

    [Fact]
    public async Task An_exchange_and_an_edit_of_the_session_at_once_both_stand_or_the_edit_is_stale()
    {
        for (var round = 0; round < 12; round++)
        {
            await InitializeAsync();
            var old = await RegisterAsync(Person("Omarov", "Nurlan", null));
            var session = await SessionAsync("Opening", 1, chair: await SpeakerAsync("Nurlan Omarov"));

            var edit = Task.Run(() => RenameAsync(session, "Renamed"));
            var exchange = Task.Run(() => _desk.Delegations.SubstituteAsync(_side.FocalPoint, _side.InvitationId, old, Person("Saparova", "Dana", null), default));
            var (edited, exchanged) = (await edit, await exchange);

            Assert.True(exchanged.IsSuccess, exchanged.Error?.Code);
            Assert.True(edited.IsSuccess || edited.Error!.Code == "stale", edited.Error?.Code);
            Assert.Equal(["Chair Dana Saparova"], await PartsAsync(session));
            Assert.Equal(edited.IsSuccess ? "Renamed" : "Opening", await database.ScalarAsync($"SELECT title->>'en' FROM sessions WHERE id = '{session}'"));
        }
    }

    [Fact]
    public async Task The_look_before_takes_as_many_commands_for_one_session_as_for_three()
    {
        var person = await RegisterAsync(Person("Omarov", "Nurlan", null));
        var speaker = await SpeakerAsync("Nurlan Omarov");
        await SessionAsync("One", 1, chair: speaker);
        var ofOne = await DelegationsDesk.CommandsOfAsync(LookAsync);
        await SessionAsync("Two", 3, chair: speaker);
        await SessionAsync("Three", 5, chair: speaker);

        Assert.Equal(ofOne, await DelegationsDesk.CommandsOfAsync(LookAsync));

        async Task LookAsync() =>
            Assert.True((await _desk.DelegationQueries.ProgrammePartAsync(_side.FocalPoint, _side.InvitationId, person, new IntendedExchange(true), default)).IsSuccess);
    }

    private static DelegateForm Person(string family, string given, string? native)
    {
        var form = DelegationsDesk.Person(family);
        (form.GivenNames, form.NativeName, form.Email) = (given, native, $"{given}.{family}@mfa.example");
        return form;
    }

    private async Task<Guid> RegisterAsync(DelegateForm form)
    {
        var registered = await _desk.Delegations.RegisterAsync(_side.FocalPoint, _side.InvitationId, form, default);
        Assert.True(registered.IsSuccess, registered.Error?.Code);
        return registered.Value;
    }

    private async Task<Guid> SpeakerAsync(string name)
    {
        await using var context = await database.OpenAsync(_organiser);
        var speaker = Speaker.Create(_eventId, await database.SideAsync("KZ"), LocalizedText.Of(en: name), LocalizedText.Empty).Value;
        context.Speakers.Add(speaker);
        await context.SaveChangesAsync();
        return speaker.Id;
    }

    private async Task<Guid> SessionAsync(string title, int hour, Guid? chair = null, Guid[]? speakers = null, Guid? item = null)
    {
        await using var context = await database.OpenAsync(_organiser);
        var now = database.Clock.GetUtcNow();
        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == _eventId);
        var facts = new SessionFacts(SessionType.Panel, SessionAccess.DelegationsOnly, LocalizedText.Of(en: title), LocalizedText.Empty)
        {
            AgendaItems = item is { } introduces ? [new AgendaItem(LocalizedText.Of(en: "Item"), introduces)] : [],
        };
        var session = Session.Draft(_eventId, facts, 0, now).Value;
        Assert.True(session.SetSpeakers(chair, [.. (speakers ?? []).Select(speaker => new FloorPart(speaker))], now).IsSuccess);
        var span = planned.Span!.Value;
        Assert.True(session.MoveTo(SlotPlace.AllRooms([]), new TimeInterval(span.Start.AddHours(hour), span.Start.AddHours(hour + 1)), span, now).IsSuccess);
        context.Sessions.Add(session);
        await context.SaveChangesAsync();
        return session.Id;
    }

    private async Task AbsenceAsync(Guid speaker, int hour)
    {
        await using var context = await database.OpenAsync(_organiser);
        var start = (await context.Events.AsNoTracking().SingleAsync(found => found.Id == _eventId)).Span!.Value.Start;
        context.Unavailabilities.Add(Unavailability.Of(_eventId, AvailabilitySubject.Speaker, speaker, new TimeInterval(start.AddHours(hour), start.AddHours(hour + 1)), null).Value);
        await context.SaveChangesAsync();
    }

    private async Task<Result> RenameAsync(Guid sessionId, string title)
    {
        await using var context = await database.OpenAsync(_organiser);
        var session = await context.Sessions.SingleAsync(found => found.Id == sessionId);
        Assert.True(session.Describe(new SessionFacts(session.Type, session.Access, LocalizedText.Of(en: title), session.Abstract), database.Clock.GetUtcNow()).IsSuccess);
        return await context.TrySaveAsync(default);
    }

    private async Task<IReadOnlyList<string>> PartsAsync(Guid sessionId)
    {
        await using var context = await database.OpenAsync(_organiser);
        var session = await context.Sessions.AsNoTracking().Include(found => found.Speakers).SingleAsync(found => found.Id == sessionId);
        var names = (await SpeakersAsync()).ToDictionary(speaker => speaker.Id, speaker => speaker.Name["en"]);
        return [.. session.Speakers.Select(part => $"{part.Role} {names[part.SpeakerId]}"), .. session.AgendaItems.Select(item => $"Item {names[item.SpeakerId!.Value]}")];
    }

    private async Task<IReadOnlyList<Speaker>> SpeakersAsync()
    {
        await using var context = await database.OpenAsync(_organiser);
        return await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == _eventId).ToListAsync();
    }

    // Other tests of the class make organisers of the same secretariat: each has a mail of its own, and the own one is asked for.
    private async Task<IReadOnlyList<OutboxMail>> MailsAsync()
    {
        await using var context = await database.OpenAsync(_organiser);
        var mails = await context.OutboxMails.AsNoTracking().Where(mail => mail.EventId == _eventId && EF.Functions.Like(mail.Key, "exchange:%")).ToListAsync();
        var ofEvent = await database.ScalarAsync($"SELECT count(*) FROM grants WHERE event_id = '{_eventId}' AND role = 'Organiser'");
        return ofEvent is 0L ? [.. mails.Where(mail => mail.ToAddress == $"{_organiser.UserId:N}@people.test")] : mails;
    }
}
