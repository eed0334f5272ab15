using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

/// <summary>What an organiser or registrar sets for the delegations of an event.</summary>
public sealed class SettingsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DelegationsDesk _desk = new(database);
    private readonly DelegationSettingsService _service = new(database.Contexts);
    private readonly DelegationSettingsQueries _queries = new(database.Contexts);

    [Fact]
    public async Task What_is_set_is_read_back_whole_and_what_is_as_by_default_needs_no_rule()
    {
        var (organiser, eventId) = await ArrangeAsync();
        var form = await FormAsync(organiser, eventId);
        (form.AnswerBy, form.RegisterBy, form.PurgeOn, form.Languages) = (new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 20), new DateOnly(2027, 3, 1), ["en", "ru"]);
        form.Fields.Single(row => row.Field == DelegateField.Photo).Need = FieldNeed.Required;
        form.Fields.Single(row => row.Field == DelegateField.Diet).ByRole[DelegationRole.Press] = FieldNeed.Hidden;
        form.Quotas = [new QuotaRuleForm { Kind = QuotaKind.Seats, Capacity = Capacity.Observer, Places = 2 }, new QuotaRuleForm { Role = DelegationRole.Press, Places = 0 }];
        form.Zones = [new ZoneForm { Id = Guid.NewGuid(), Name = new LocalizedTextInput { En = "Plenary hall" }, Roles = [DelegationRole.Head, DelegationRole.Head] }];

        Assert.True((await _service.ChangeAsync(organiser, eventId, form, default)).IsSuccess);

        var read = await FormAsync(organiser, eventId);
        Assert.Equal((form.AnswerBy, form.RegisterBy, form.PurgeOn), (read.AnswerBy, read.RegisterBy, read.PurgeOn));
        Assert.Equal(["en", "ru"], read.Languages);
        Assert.Equal(FieldNeed.Required, read.Fields.Single(row => row.Field == DelegateField.Photo).Need);
        Assert.Equal(FieldNeed.Hidden, read.Fields.Single(row => row.Field == DelegateField.Diet).ByRole[DelegationRole.Press]);
        Assert.Equal([(QuotaKind.Seats, (Capacity?)Capacity.Observer, (DelegationRole?)null, (int?)2), (QuotaKind.Persons, null, DelegationRole.Press, 0)], read.Quotas.Select(row => (row.Kind, row.Capacity, row.Role, row.Places)));
        Assert.Equal([DelegationRole.Head], read.Zones.Single().Roles);
        Assert.Equal(2, await database.ScalarAsync($"SELECT jsonb_array_length(fields) FROM delegation_settings WHERE event_id = '{eventId}'"));
    }

    [Fact]
    public async Task Bounds_are_refused_beside_their_fields()
    {
        var (organiser, eventId) = await ArrangeAsync();

        async Task<string> RefusedAsync(Action<DelegationSettingsForm> change)
        {
            var form = await FormAsync(organiser, eventId);
            change(form);
            var error = (await _service.ChangeAsync(organiser, eventId, form, default)).Error!;
            return $"{error.Field}:{error.Code}";
        }

        Assert.Equal("Quotas[0].Places:settings.places", await RefusedAsync(form => form.Quotas = [new QuotaRuleForm { Places = null }]));
        Assert.Equal("Quotas[0].Places:settings.places", await RefusedAsync(form => form.Quotas = [new QuotaRuleForm { Places = -1 }]));
        Assert.Equal("Quotas[0].Places:settings.places", await RefusedAsync(form => form.Quotas = [new QuotaRuleForm { Places = ScoEvent.MaxDelegationQuota + 1 }]));
        Assert.Equal("Quotas[1].Places:settings.quota-twice", await RefusedAsync(form => form.Quotas = [new QuotaRuleForm { Places = 1 }, new QuotaRuleForm { Places = 2 }]));
        Assert.Equal("Quotas:settings.too-many", await RefusedAsync(form => form.Quotas = [.. Enumerable.Range(0, 41).Select(_ => new QuotaRuleForm { Places = 1 })]));
        Assert.Equal("Zones[0].Name:settings.zone-name", await RefusedAsync(form => form.Zones = [new ZoneForm { Id = Guid.NewGuid() }]));
        Assert.Equal("Zones[0].Name:settings.zone-name", await RefusedAsync(form => form.Zones = [new ZoneForm { Id = Guid.NewGuid(), Name = new LocalizedTextInput { En = new string('x', 81) } }]));
        Assert.Equal("Languages:choice", await RefusedAsync(form => form.Languages = ["fr"]));
        Assert.Equal("RegisterBy:settings.register-before-answer", await RefusedAsync(form => (form.AnswerBy, form.RegisterBy) = (new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 1))));
        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM delegation_settings WHERE event_id = '{eventId}'"));
    }

    [Fact]
    public async Task What_was_never_offered_is_refused()
    {
        var (organiser, eventId) = await ArrangeAsync();
        foreach (var change in new Action<DelegationSettingsForm>[]
        {
            form => form.Fields[0].Field = (DelegateField)99,
            form => form.Fields[0].Need = (FieldNeed)99,
            form => form.Fields[0].ByRole[(DelegationRole)99] = FieldNeed.Hidden,
            form => form.Fields[1].Field = form.Fields[0].Field,
            form => form.Quotas = [new QuotaRuleForm { Kind = (QuotaKind)9, Places = 1 }],
            form => form.Quotas = [new QuotaRuleForm { Capacity = (Capacity)99, Places = 1 }],
            form => form.Quotas = [new QuotaRuleForm { Role = (DelegationRole)99, Places = 1 }],
            form => form.Zones = [new ZoneForm { Id = Guid.Empty, Name = new LocalizedTextInput { En = "Hall" } }],
            form => form.Zones = [new ZoneForm { Id = Guid.NewGuid(), Name = new LocalizedTextInput { En = "Hall" }, Roles = [(DelegationRole)99] }],
        })
        {
            var form = await FormAsync(organiser, eventId);
            change(form);

            Assert.Equal("choice", (await _service.ChangeAsync(organiser, eventId, form, default)).Error!.Code);
        }
    }

    [Fact]
    public async Task A_stale_copy_is_refused_and_what_the_other_set_stays()
    {
        var (organiser, eventId) = await ArrangeAsync();
        await ChangeAsync(organiser, eventId, form => form.Languages = ["en"]);
        var (mine, theirs) = (await FormAsync(organiser, eventId), await FormAsync(organiser, eventId));
        (mine.Languages, theirs.Languages) = (["ru"], ["zh"]);

        Assert.True((await _service.ChangeAsync(organiser, eventId, theirs, default)).IsSuccess);

        Assert.Equal("stale", (await _service.ChangeAsync(organiser, eventId, mine, default)).Error!.Code);
        Assert.Equal(["zh"], (await FormAsync(organiser, eventId)).Languages);
    }

    [Fact]
    public async Task A_copy_from_before_there_were_rules_is_stale_too()
    {
        var (organiser, eventId) = await ArrangeAsync();
        var old = await FormAsync(organiser, eventId);
        await ChangeAsync(organiser, eventId, form => form.Languages = ["en"]);

        Assert.Equal("stale", (await _service.ChangeAsync(organiser, eventId, old, default)).Error!.Code);
    }

    [Fact]
    public async Task Of_two_who_set_the_first_rules_at_once_one_is_told_that_the_other_was_faster()
    {
        for (var round = 0; round < 10; round++)
        {
            var (organiser, eventId) = await ArrangeAsync();
            var forms = new[] { await FormAsync(organiser, eventId), await FormAsync(organiser, eventId) };

            var outcomes = await Task.WhenAll(forms.Select(form => Task.Run(() => _service.ChangeAsync(organiser, eventId, form, default))));

            Assert.Equal([null, "stale"], outcomes.Select(outcome => outcome.Error?.Code).Order());
        }
    }

    [Fact]
    public async Task Others_read_and_change_nothing()
    {
        var (organiser, eventId) = await ArrangeAsync();
        var form = await FormAsync(organiser, eventId);
        var registrar = await database.PersonAsync(Role.Registrar, GrantScope.Event(eventId));

        Assert.True((await _service.ChangeAsync(registrar, eventId, form, default)).IsSuccess);
        foreach (var (other, code) in new[]
        {
            (await database.PersonAsync(Role.Staff, GrantScope.Event(eventId)), "forbidden"), (await database.OrganiserAsync("uz-isrs"), "not-found"),
            (await database.FocalPointAsync("KZ"), "not-found"), (await database.PersonAsync(Role.Administrator, GrantScope.Portal), "not-found"), (Actor.Public, "not-found"),
        })
        {
            Assert.Equal(code, (await _service.ChangeAsync(other, eventId, form, default)).Error!.Code);
            Assert.Equal(code, (await _queries.GetFormAsync(other, eventId, default)).Error!.Code);
        }
    }

    private async Task ChangeAsync(Actor actor, Guid eventId, Action<DelegationSettingsForm> change)
    {
        var form = await FormAsync(actor, eventId);
        change(form);
        Assert.True((await _service.ChangeAsync(actor, eventId, form, default)).IsSuccess);
    }

    private async Task<DelegationSettingsForm> FormAsync(Actor actor, Guid eventId) => (await _queries.GetFormAsync(actor, eventId, default)).Value;

    private async Task<(Actor Organiser, Guid EventId)> ArrangeAsync() => (await database.OrganiserAsync(), await _desk.EventAsync());
}
