using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class SpeakersTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task A_person_is_kept_with_everything_that_was_said_and_found_by_any_spelling()
    {
        var (organiser, id) = await EventAsync();
        var form = new SpeakerForm
        {
            Name = new LocalizedTextInput { En = "Artur Liukmanov", Ru = "Артур Люкманов" },
            Function = new LocalizedTextInput { Ru = "Директор" },
            Biography = new LocalizedTextInput { En = "First line\nsecond" },
            SideId = await database.SideAsync("RU"),
            Email = " artur@mid.example ",
            Language = "ru",
        };

        var speaker = OrganiserDesk.Value(await _desk.Speakers.AddAsync(organiser, id, form, default));

        var stored = OrganiserDesk.Value(await _desk.SpeakerQueries.GetAsync(organiser, id, speaker, default)).Form;
        Assert.Equal(("Artur Liukmanov", "Артур Люкманов", "Директор", "First line\nsecond"), (stored.Name.En, stored.Name.Ru, stored.Function.Ru, stored.Biography.En));
        Assert.Equal((form.SideId, "artur@mid.example", "ru"), (stored.SideId, stored.Email, stored.Language));
        foreach (var typed in new[] { "لیوکمانوف", "lyukm", "люкманов артур" })
        {
            var found = OrganiserDesk.Value(await _desk.SpeakerQueries.ListAsync(organiser, id, new SpeakerFilter(typed, 1, "en"), default));
            Assert.Equal([speaker], found.Rows.Select(row => row.Id));
        }

        Assert.Empty(OrganiserDesk.Value(await _desk.SpeakerQueries.ListAsync(organiser, id, new SpeakerFilter("Petrov", 1, "en"), default)).Rows);
    }

    [Fact]
    public async Task Who_may_be_the_same_person_is_offered_and_nobody_of_another_event()
    {
        var (organiser, id) = await EventAsync();
        var (_, elsewhere) = await EventAsync();
        var known = await AddAsync(organiser, id, new LocalizedTextInput { Ru = "Артур Люкманов" });
        await AddAsync(organiser, id, new LocalizedTextInput { Ru = "Антон Люкманов" });
        await AddAsync(organiser, elsewhere, new LocalizedTextInput { Ru = "Артур Люкманов" });

        var alike = OrganiserDesk.Value(await _desk.SpeakerQueries.FindAlikeAsync(organiser, id, LocalizedText.Of(ur: "آرٹور لیوکمانوف"), null, default));
        var itself = OrganiserDesk.Value(await _desk.SpeakerQueries.FindAlikeAsync(organiser, id, LocalizedText.Of(ur: "آرٹور لیوکمانوف"), known, default));

        Assert.Equal([known], alike.Select(person => person.Id));
        Assert.Empty(itself);
    }

    public static TheoryData<string, string, Action<SpeakerForm>> Wrong() => new()
    {
        { "Email", "speaker.email", form => form.Email = "nobody" },
        { "Email", "speaker.email", form => form.Email = "Name <a@b.example>" },
        { "Email", "speaker.email", form => form.Email = "a@b.example\r\nBcc: c@d.example" },
        { "Email", "speaker.email", form => form.Email = new string('a', 250) + "@b.example" },
        { "Language", "choice", form => form.Language = "de" },
        { "Language", "choice", form => form.Language = null },
        { "Biography.Hi", "speaker.biography-too-long", form => form.Biography.Hi = new string('क', 2001) },
        { "SideId", "choice", form => form.SideId = Guid.NewGuid() },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_refused_beside_its_field(string field, string code, Action<SpeakerForm> spoil)
    {
        var (organiser, id) = await EventAsync();
        var speaker = await AddAsync(organiser, id, new LocalizedTextInput { En = "Kept" });
        var (added, edited) = (new SpeakerForm { Name = new LocalizedTextInput { En = "Added" } }, await FormAsync(organiser, id, speaker));
        spoil(added);
        spoil(edited);

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(await _desk.Speakers.AddAsync(organiser, id, added, default)));
        Assert.Equal([(field, code)], OrganiserDesk.Refusals(await _desk.Speakers.EditAsync(organiser, id, speaker, edited, default)));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_nothing_is_overwritten_even_where_nothing_differs()
    {
        var (organiser, id) = await EventAsync();
        var speaker = await AddAsync(organiser, id, new LocalizedTextInput { En = "Anil Kumar" });
        var (first, second) = (await FormAsync(organiser, id, speaker), await FormAsync(organiser, id, speaker));
        first.Function.En = "Director";

        Assert.True((await _desk.Speakers.EditAsync(organiser, id, speaker, first, default)).IsSuccess);
        var stale = await _desk.Speakers.EditAsync(organiser, id, speaker, second, default);

        Assert.Equal("stale", stale.Error?.Code);
        Assert.Equal("Director", (await FormAsync(organiser, id, speaker)).Function.En);
    }

    [Fact]
    public async Task A_person_who_is_named_in_a_session_cannot_be_deleted_and_others_can()
    {
        var (organiser, id) = await EventAsync();
        var room = await _desk.RoomAsync(organiser, id);
        var (chair, introducing, free) = (await _desk.SpeakerAsync(organiser, id, "Chair"), await _desk.SpeakerAsync(organiser, id, "Introducing"), await _desk.SpeakerAsync(organiser, id, "Free"));
        var form = OrganiserDesk.Session("Panel", room, "09:00", "10:00");
        form.ChairId = chair;
        form.AgendaItems = [new AgendaItemForm { Title = new LocalizedTextInput { En = "Item" }, SpeakerId = introducing }];
        await _desk.SessionAsync(organiser, id, form);

        foreach (var named in new[] { chair, introducing })
        {
            var refused = await DeleteAsync(organiser, id, named);
            Assert.Equal("speaker.named", refused.Error?.Code);
            Assert.Equal([1, LocalizedText.Of(en: "Panel")], refused.Error!.Arguments);
        }

        Assert.True((await DeleteAsync(organiser, id, free)).IsSuccess);
        Assert.Equal("not-found", (await _desk.SpeakerQueries.GetAsync(organiser, id, free, default)).Error?.Code);
    }

    [Fact]
    public async Task Two_persons_become_one_and_their_sessions_follow()
    {
        var (organiser, id) = await EventAsync();
        var room = await _desk.RoomAsync(organiser, id);
        var stays = await AddAsync(organiser, id, new LocalizedTextInput { En = "Artur Liukmanov" });
        var goes = await AddAsync(organiser, id, new LocalizedTextInput { En = "A. Lyukmanov", Ru = "Артур Люкманов" }, email: "artur@mid.example");
        var other = await _desk.SpeakerAsync(organiser, id, "Other");
        var both = OrganiserDesk.Session("Both", room, "09:00", "10:00");
        both.Speakers = [new FloorPartForm { SpeakerId = goes, Minutes = 20 }, other, stays];
        var chaired = OrganiserDesk.Session("Chaired", room, "10:00", "11:00");
        (chaired.ChairId, chaired.AgendaItems) = (goes, [new AgendaItemForm { Title = new LocalizedTextInput { En = "Item" }, SpeakerId = goes }]);
        var (first, second) = (await _desk.SessionAsync(organiser, id, both), await _desk.SessionAsync(organiser, id, chaired));

        var merged = await MergeAsync(organiser, id, stays, goes);

        Assert.Null(merged.Error);
        var person = await FormAsync(organiser, id, stays);
        Assert.Equal(("Artur Liukmanov", "Артур Люкманов", "artur@mid.example"), (person.Name.En, person.Name.Ru, person.Email));
        Assert.Equal("not-found", (await _desk.SpeakerQueries.GetAsync(organiser, id, goes, default)).Error?.Code);
        var floor = (await SessionAsync(organiser, id, first)).Speakers;
        Assert.Equal([(stays, 20), (other, null)], floor.Select(part => (part.SpeakerId, part.Minutes)));
        var followed = await SessionAsync(organiser, id, second);
        Assert.Equal((stays, stays), (followed.ChairId!.Value, followed.AgendaItems.Single().SpeakerId!.Value));
    }

    [Fact]
    public async Task A_merger_with_an_old_copy_of_either_person_is_stale_and_with_itself_refused()
    {
        var (organiser, id) = await EventAsync();
        var (one, two) = (await _desk.SpeakerAsync(organiser, id, "One"), await _desk.SpeakerAsync(organiser, id, "Two"));
        var (first, second) = (await FormAsync(organiser, id, one), await FormAsync(organiser, id, two));
        MergeForm Form(uint stays, uint goes) => new() { StaysId = one, StaysVersion = stays, GoesId = two, GoesVersion = goes };

        Assert.Equal("stale", (await _desk.Speakers.MergeAsync(organiser, id, Form(first.Version + 1, second.Version), default)).Error?.Code);
        Assert.Equal("stale", (await _desk.Speakers.MergeAsync(organiser, id, Form(first.Version, second.Version + 1), default)).Error?.Code);
        Assert.Equal("speaker.same", (await _desk.Speakers.MergeAsync(organiser, id, new MergeForm { StaysId = one, GoesId = one }, default)).Error?.Code);
        Assert.Equal(2, OrganiserDesk.Value(await _desk.SpeakerQueries.ListAsync(organiser, id, new SpeakerFilter(null, 1, "en"), default)).Everybody);
    }

    [Fact]
    public async Task A_session_that_names_a_person_while_that_person_is_merged_away_never_names_nobody()
    {
        var (organiser, id) = await EventAsync();
        var room = await _desk.RoomAsync(organiser, id);
        for (var round = 0; round < 10; round++)
        {
            var (stays, goes) = (await _desk.SpeakerAsync(organiser, id, $"Stays {round}"), await _desk.SpeakerAsync(organiser, id, $"Goes {round}"));
            var form = OrganiserDesk.Session($"Round {round}", room, $"{8 + round:00}:00", $"{8 + round:00}:30");
            form.Speakers = [goes];

            var naming = Task.Run(() => _desk.Programme.AddSessionAsync(organiser, id, form, default));
            var merging = Task.Run(() => MergeAsync(organiser, id, stays, goes));
            var named = await naming;
            Assert.True((await merging).IsSuccess);

            if (named.IsSuccess)
            {
                Assert.Equal([stays], (await SessionAsync(organiser, id, named.Value)).Speakers.Select(part => part.SpeakerId));
            }
            else
            {
                Assert.Equal([("Speakers", "programme.speaker-unknown")], OrganiserDesk.Refusals(named));
            }
        }
    }

    [Fact]
    public async Task A_list_costs_as_many_commands_for_three_people_as_for_one()
    {
        var (organiser, id) = await EventAsync();
        await AddAsync(organiser, id, new LocalizedTextInput { En = "First" });
        var one = await CommandCount.OfAsync(() => _desk.SpeakerQueries.ListAsync(organiser, id, new SpeakerFilter(null, 1, "en"), default));
        await AddAsync(organiser, id, new LocalizedTextInput { En = "Second" });
        await AddAsync(organiser, id, new LocalizedTextInput { En = "Third" });

        var three = await CommandCount.OfAsync(() => _desk.SpeakerQueries.ListAsync(organiser, id, new SpeakerFilter(null, 1, "en"), default));

        Assert.Equal(one, three);
    }

    private async Task<(Actor Organiser, Guid EventId)> EventAsync()
    {
        var organiser = await database.OrganiserAsync();
        return (organiser, await _desk.EventAsync(organiser));
    }

    private async Task<Guid> AddAsync(Actor actor, Guid eventId, LocalizedTextInput name, string? email = null) =>
        OrganiserDesk.Value(await _desk.Speakers.AddAsync(actor, eventId, new SpeakerForm { Name = name, Email = email }, default));

    private async Task<SpeakerForm> FormAsync(Actor actor, Guid eventId, Guid speakerId) =>
        OrganiserDesk.Value(await _desk.SpeakerQueries.GetAsync(actor, eventId, speakerId, default)).Form;

    private async Task<SessionForm> SessionAsync(Actor actor, Guid eventId, Guid sessionId) =>
        OrganiserDesk.Value(await _desk.Sessions.GetAsync(actor, eventId, sessionId, default)).Form;

    private async Task<Result> DeleteAsync(Actor actor, Guid eventId, Guid speakerId) =>
        await _desk.Speakers.DeleteAsync(actor, eventId, speakerId, (await FormAsync(actor, eventId, speakerId)).Version, default);

    private async Task<Result> MergeAsync(Actor actor, Guid eventId, Guid stays, Guid goes) => await _desk.Speakers.MergeAsync(
        actor, eventId,
        new MergeForm { StaysId = stays, StaysVersion = (await FormAsync(actor, eventId, stays)).Version, GoesId = goes, GoesVersion = (await FormAsync(actor, eventId, goes)).Version },
        default);
}
