using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Translations;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Translations;

/// <summary>What an event has in which language, what it lacks, and how a gap is closed from the list.</summary>
public sealed class TranslationsTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly OrganiserDesk _desk;
    private readonly TranslationQueries _queries;
    private readonly TranslationService _service;

    public TranslationsTests(TestDatabase database)
    {
        _database = database;
        _desk = new OrganiserDesk(database);
        _queries = new TranslationQueries(database.Contexts);
        var speech = new ErrorSpeech(new StringLocalizer<ErrorTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));
        var keepers = new TextKeepers(
            _desk.EventsQueries, _desk.Events, _desk.VenuesQueries, _desk.Rooms, _desk.TrackQueries, _desk.Tracks,
            _desk.Sessions, _desk.Programme, _desk.SpeakerQueries, _desk.Speakers, _queries, _desk.Documents);
        _service = new TranslationService(database.Contexts, database.Clock, keepers, new EventLanguagesFormValidator(speech), new TranslationFormValidator(speech));
    }

    [Fact]
    public async Task Every_text_of_the_draft_counts_once_for_each_wanted_language()
    {
        var (organiser, id) = await WholeEventAsync();
        await SetAsync(organiser, id, ["en", "ru"]);

        var texts = await GetAsync(organiser, id);

        Assert.Equal(
            [TextKind.EventTitle, TextKind.EventCity, TextKind.VenueName, TextKind.RoomName, TextKind.TrackName, TextKind.SessionTitle, TextKind.SessionAbstract, TextKind.AgendaItem, TextKind.AgendaItem, TextKind.SpeakerName, TextKind.SpeakerFunction],
            texts.Texts.Select(text => text.Kind));
        Assert.Equal([new LanguageShare("en", 11, 11), new LanguageShare("ru", 1, 11)], texts.Shares);
        Assert.Equal((100, 9), (texts.Shares[0].Percent, texts.Shares[1].Percent));
        Assert.Equal(10, texts.Gaps.Count);
        Assert.DoesNotContain(texts.Gaps, gap => gap.Text.Kind == TextKind.SpeakerName);
    }

    [Fact]
    public async Task Every_gap_can_be_closed_from_the_list_until_nothing_is_missing()
    {
        var (organiser, id) = await WholeEventAsync();
        await SetAsync(organiser, id, ["en", "ru"]);

        foreach (var kind in (await GetAsync(organiser, id)).Gaps.Select(gap => (gap.Text.Kind, gap.Text.Id, gap.Text.Index, gap.Language)).ToList())
        {
            // Read anew each time: what belongs to one row has one version.
            var (text, _) = (await GetAsync(organiser, id)).Gaps.Single(gap => (gap.Text.Kind, gap.Text.Id, gap.Text.Index, gap.Language) == kind);
            Assert.True(text.CanBeWrittenHere);
            Assert.Empty(OrganiserDesk.Refusals(await WriteAsync(organiser, id, text, "ru", $"Текст: {text.Kind} {text.Index}")));
        }

        var done = await GetAsync(organiser, id);
        Assert.Empty(done.Gaps);
        Assert.All(done.Shares, share => Assert.Equal(100, share.Percent));
        Assert.Equal("Текст: AgendaItem 1", done.Texts.Single(text => text is { Kind: TextKind.AgendaItem, Index: 1 }).Text["ru"]);
        Assert.Equal("What we know", done.Texts.Single(text => text.Kind == TextKind.SessionAbstract).Text["en"]);
    }

    [Fact]
    public async Task A_gap_is_closed_by_who_saw_the_text_last()
    {
        var (organiser, id) = await WholeEventAsync();
        var seen = (await GetAsync(organiser, id)).Texts.Single(text => text.Kind == TextKind.SessionTitle);
        Assert.Empty(OrganiserDesk.Refusals(await WriteAsync(organiser, id, seen, "ru", "Первый")));

        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(await WriteAsync(organiser, id, seen, "ru", "Второй")));
        Assert.Equal("Первый", (await GetAsync(organiser, id)).Texts.Single(text => text.Kind == TextKind.SessionTitle).Text["ru"]);
    }

    [Fact]
    public async Task Of_two_who_close_gaps_of_one_session_at_once_one_is_told_to_look_again()
    {
        var (organiser, id) = await WholeEventAsync();
        var seen = (await GetAsync(organiser, id)).Texts.Where(text => text.Kind is TextKind.SessionTitle or TextKind.SessionAbstract).ToList();

        var written = await Task.WhenAll(seen.Select(text => Task.Run(() => WriteAsync(organiser, id, text, "zh", "文本"))));

        Assert.Single(written, result => result.IsSuccess);
        Assert.Equal("stale", Assert.Single(written, result => !result.IsSuccess).Error!.Code);
    }

    [Fact]
    public async Task The_rules_of_what_keeps_the_text_hold_here_too()
    {
        var (organiser, id) = await WholeEventAsync();
        var title = (await GetAsync(organiser, id)).Texts.Single(text => text.Kind == TextKind.SessionTitle);

        Assert.Equal([("Text", "programme.title-too-long")], OrganiserDesk.Refusals(await WriteAsync(organiser, id, title, "ru", new string('я', Session.MaxTitleLength + 1))));
        Assert.Equal([("Text", "characters")], OrganiserDesk.Refusals(await WriteAsync(organiser, id, title, "ur", "\u202Eنشست")));
        Assert.Equal([("Text", "required")], OrganiserDesk.Refusals(await WriteAsync(organiser, id, title, "ru", " ")));
        Assert.Equal([("Language", "event.language-unknown")], OrganiserDesk.Refusals(await WriteAsync(organiser, id, title, "de", "Titel")));
        Assert.Equal([(null, "not-found")], OrganiserDesk.Refusals(await WriteAsync(organiser, id, title with { Kind = TextKind.AgendaItem, Index = 9 }, "ru", "Пункт")));
        Assert.Equal([(null, "not-found")], OrganiserDesk.Refusals(await WriteAsync(organiser, id, title with { Id = Guid.NewGuid() }, "ru", "Чужое")));
        Assert.Equal([("Text", "choice")], OrganiserDesk.Refusals(await WriteAsync(organiser, id, title with { Kind = TextKind.ZoneName }, "ru", "Зона")));
    }

    [Fact]
    public async Task The_languages_of_an_event_are_set_by_its_organiser_who_saw_them_last()
    {
        var (organiser, id) = await WholeEventAsync();
        var form = (await GetAsync(organiser, id)).Form;
        Assert.Equal(["en"], form.Wanted);
        Assert.Equal(Languages.All, form.Fallback);
        (form.Wanted, form.Fallback) = (["ru", "en"], ["ru", "en", "zh", "hi", "ur"]);

        Assert.True((await _service.SetLanguagesAsync(organiser, id, form, default)).IsSuccess);

        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(await _service.SetLanguagesAsync(organiser, id, form, default)));
        var said = await GetAsync(organiser, id);
        Assert.Equal(["en", "ru"], said.Form.Wanted);
        Assert.Equal(["ru", "en", "zh", "hi", "ur"], said.Form.Fallback);
        var read = await new EventLanguageQueries(_database.Contexts).OfEventAsync(id, default);
        Assert.Equal(["en", "ru"], read!.Wanted);
        Assert.Equal(["ru", "en", "zh", "hi", "ur"], read.Fallback);
        form = said.Form;
        (form.Wanted, form.Fallback) = ([], ["de", "de"]);
        Assert.Equal(
            [("Wanted", "event.language-missing"), ("Fallback", "event.language-unknown"), ("Fallback", "event.language-twice")],
            OrganiserDesk.Refusals(await _service.SetLanguagesAsync(organiser, id, form, default)));
    }

    [Fact]
    public async Task The_database_knows_no_other_language_either()
    {
        var (_, id) = await WholeEventAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _database.ScalarAsync($"UPDATE events SET fallback_order = '[\"de\"]' WHERE id = '{id}'"));
    }

    [Fact]
    public async Task A_list_of_gaps_costs_as_many_commands_for_three_sessions_as_for_one()
    {
        var (organiser, id) = await WholeEventAsync();
        var one = await CommandCount.OfAsync(() => GetAsync(organiser, id));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Second"));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Third"));
        await _desk.SpeakerAsync(organiser, id, "Second");
        await _desk.RoomAsync(organiser, id, "Hall B");

        var three = await CommandCount.OfAsync(() => GetAsync(organiser, id));

        Assert.Equal(one, three);
        Assert.InRange(three, 1, 10);
    }

    private async Task<(Actor Organiser, Guid EventId)> WholeEventAsync()
    {
        var organiser = await _database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        await _desk.RoomAsync(organiser, id);
        OrganiserDesk.Value(await _desk.Tracks.AddAsync(organiser, id, new TrackForm { Name = new LocalizedTextInput { En = "Incidents" } }, default));
        OrganiserDesk.Value(await _desk.Speakers.AddAsync(
            organiser, id, new SpeakerForm { Name = new LocalizedTextInput { En = "Artur Liukmanov", Ru = "Артур Люкманов" }, Function = new LocalizedTextInput { En = "Director" } }, default));
        var session = OrganiserDesk.Session("Protecting networks");
        session.Abstract = new LocalizedTextInput { En = "What we know" };
        session.AgendaItems = [new AgendaItemForm { Title = new LocalizedTextInput { En = "State of affairs" } }, new AgendaItemForm { Title = new LocalizedTextInput { En = "Discussion" } }];
        await _desk.SessionAsync(organiser, id, session);
        return (organiser, id);
    }

    private async Task SetAsync(Actor organiser, Guid id, List<string> wanted)
    {
        var form = (await GetAsync(organiser, id)).Form;
        form.Wanted = wanted;
        Assert.Empty(OrganiserDesk.Refusals(await _service.SetLanguagesAsync(organiser, id, form, default)));
    }

    private async Task<EventTexts> GetAsync(Actor organiser, Guid id) => OrganiserDesk.Value(await _queries.GetAsync(organiser, id, default));

    private Task<Result> WriteAsync(Actor organiser, Guid id, EventText text, string language, string words) => _service.WriteAsync(
        organiser, id, new TranslationForm { Kind = text.Kind, Id = text.Id, Index = text.Index, Language = language, Text = words, Version = text.Version }, default);
}
