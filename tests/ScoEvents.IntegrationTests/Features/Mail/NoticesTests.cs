using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Mail;

/// <summary>Who is told of a release, of what, and in which language; every session carries a word that shows where it leaks.</summary>
public sealed class NoticesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);
    private readonly DelegationsDesk _delegations = new(database);

    [Fact]
    public async Task Everybody_hears_of_what_access_and_classification_allow_and_of_nothing_else()
    {
        var scene = await SceneAsync();
        await PublishAsync(scene);
        var first = await MailsAsync(scene);
        foreach (var session in scene.Sessions.Values)
        {
            await MoveAsync(session);
        }

        await PublishAsync(scene);
        var second = (await MailsAsync(scene)).Except(first, new ById()).ToList();

        Assert.Equal(
            new Dictionary<string, string>
            {
                // A member whose speaker is named: what delegations, members and that speaker hear; no head is registered.
                ["kz@mfa.example"] = "canaryopen canarydelegations canarymembers canarynamed",
                ["kz2@mfa.example"] = "canaryopen canarydelegations canarymembers canarynamed",
                // A member with a head.
                ["uz@mfa.example"] = "canaryopen canarydelegations canarymembers canaryheads",
                // A guest.
                ["mn@mfa.example"] = "canaryopen canarydelegations",
                // In person.
                ["named@institute.example"] = "canarynamed",
                ["red@institute.example"] = "canaryred",
            },
            second.ToDictionary(mail => mail.ToAddress, Canaries));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["kz@mfa.example"] = "canarynamed",
                ["kz2@mfa.example"] = "canarynamed",
                ["uz@mfa.example"] = "",
                ["mn@mfa.example"] = "",
                ["named@institute.example"] = "canarynamed",
                ["red@institute.example"] = "canaryred",
            },
            first.ToDictionary(mail => mail.ToAddress, Canaries));
    }

    [Fact]
    public async Task A_side_is_told_in_the_language_of_its_focal_point_and_a_speaker_in_the_own()
    {
        var scene = await SceneAsync();

        await PublishAsync(scene);

        var mails = (await MailsAsync(scene)).ToDictionary(mail => mail.ToAddress);
        Assert.Equal(("ru", "ru", "zh", "hi", "ur"), (mails["kz@mfa.example"].Language, mails["kz2@mfa.example"].Language, mails["uz@mfa.example"].Language, mails["mn@mfa.example"].Language, mails["named@institute.example"].Language));
        Assert.Equal("Seminar on the security of information：日程已发布", mails["uz@mfa.example"].Subject);
        Assert.Contains("Опубликована программа", mails["kz@mfa.example"].Body, StringComparison.Ordinal);
        Assert.Contains("/ru/events/", mails["kz@mfa.example"].Body, StringComparison.Ordinal);
        Assert.Contains("https://events.example.org/ur/events/", mails["named@institute.example"].Body, StringComparison.Ordinal);
        Assert.Contains("پروگرام شائع ہو گیا ہے", mails["named@institute.example"].Body, StringComparison.Ordinal);
        Assert.Contains("[TLP:RED]", mails["red@institute.example"].Subject, StringComparison.Ordinal);
        Assert.StartsWith("TLP:AMBER\n", mails["kz@mfa.example"].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_moved_is_told_from_where_to_where_at_the_clock_of_the_place()
    {
        var scene = await SceneAsync();
        await PublishAsync(scene);
        await MoveAsync(scene.Sessions["canaryopen"]);

        await PublishAsync(scene);

        var mails = (await MailsAsync(scene)).Where(mail => mail.Subject.Contains('2', StringComparison.Ordinal)).ToList();
        Assert.Equal(["kz2@mfa.example", "kz@mfa.example", "mn@mfa.example", "uz@mfa.example"], mails.Select(mail => mail.ToAddress).Order(StringComparer.Ordinal));
        var body = mails.Single(mail => mail.ToAddress == "kz@mfa.example").Body;
        Assert.Contains("Время: понедельник, 7 декабря 2026 г., \u206609:00–09:40\u2069 → понедельник, 7 декабря 2026 г., \u206609:05–09:45\u2069", body, StringComparison.Ordinal);
        Assert.Contains("UTC+05:30", body, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2068', body);
    }

    [Fact]
    public async Task A_session_that_is_closed_to_a_side_is_gone_for_it_without_its_new_content()
    {
        var scene = await SceneAsync();
        await PublishAsync(scene);
        var form = await FormAsync(scene, scene.Sessions["canaryopen"]);
        (form.Access, form.Title.En) = (SessionAccess.NamedPersons, "canaryclosed");
        Assert.True((await _desk.Programme.EditSessionAsync(scene.Organiser, scene.EventId, scene.Sessions["canaryopen"], form, default)).IsSuccess);

        await PublishAsync(scene);

        var body = (await MailsAsync(scene)).Single(mail => mail.ToAddress == "mn@mfa.example" && mail.Subject.Contains('2', StringComparison.Ordinal)).Body;
        Assert.Contains("canaryopen", body, StringComparison.Ordinal);
        Assert.DoesNotContain("canaryclosed", body, StringComparison.Ordinal);
        Assert.Contains("अब आपके कार्यक्रम में नहीं", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_two_mails_and_a_release_that_changes_nothing_writes_none()
    {
        var scene = await SceneAsync();
        await SetEmailAsync(scene.NamedSpeaker, "KZ@mfa.example", "ur");

        await PublishAsync(scene);
        var first = await MailsAsync(scene);
        await PublishAsync(scene);

        Assert.Equal(first.Count, first.Select(mail => mail.ToAddress.ToUpperInvariant()).Distinct().Count());
        Assert.Equal(5, first.Count);
        Assert.Equal(first.Count, (await MailsAsync(scene)).Count);
    }

    [Fact]
    public async Task The_preview_counts_whom_the_release_will_tell()
    {
        var scene = await SceneAsync();

        var preview = OrganiserDesk.Value(await _desk.ProgrammeQueries.PreviewReleaseAsync(scene.Organiser, scene.EventId, default));

        Assert.Equal((3, 2), (preview.NotifiedSides, preview.NotifiedSpeakers));
    }

    [Fact]
    public async Task Mails_wait_for_review_unless_the_publisher_says_otherwise_and_a_release_that_fails_writes_none()
    {
        var scene = await SceneAsync();
        var stale = await _desk.Releases.PublishAsync(scene.Organiser, scene.EventId, new ReleaseForm { Number = 7 }, default);
        var none = await MailsAsync(scene);

        await PublishAsync(scene);
        await MoveAsync(scene.Sessions["canaryopen"]);
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(scene.Organiser, scene.EventId, new ReleaseForm { ReviewsMails = false }, default));

        Assert.Equal("stale", stale.Error?.Code);
        Assert.Empty(none);
        var states = (await MailsAsync(scene)).ToLookup(mail => mail.Subject.Contains('2', StringComparison.Ordinal), mail => mail.State);
        Assert.All(states[false], state => Assert.Equal(MailState.Review, state));
        Assert.All(states[true], state => Assert.Equal(MailState.Queued, state));
    }

    private static string Canaries(OutboxMail mail) => string.Join(' ', _canaries.Where(canary => (mail.Subject + mail.Body).Contains(canary, StringComparison.Ordinal)));

    private static readonly string[] _canaries = ["canaryopen", "canarydelegations", "canarymembers", "canaryheads", "canarynamed", "canaryred", "canaryclosed"];

    private async Task<Scene> SceneAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var room = await _desk.RoomAsync(organiser, id);
        await FocalPointAsync(organiser, id, "KZ", "kz@mfa.example", "ru");
        var second = await database.FocalPointAsync("KZ");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.AppointAsync(second, "KZ", "Second of Kazakhstan", "kz2@mfa.example", "en");
        var uzbekistan = await FocalPointAsync(organiser, id, "UZ", "uz@mfa.example", "zh");
        Assert.True((await _delegations.Delegations.RegisterAsync(uzbekistan.FocalPoint, uzbekistan.InvitationId, DelegationsDesk.Person("Karimov", DelegationRole.Head), default)).IsSuccess);
        await FocalPointAsync(organiser, id, "MN", "mn@mfa.example", "hi");
        // The desk invites single states as guests.
        await database.ScalarAsync($"UPDATE invitations SET capacity = 'Member' WHERE event_id = '{id}' AND side_id <> '{await database.SideAsync("MN")}'");
        await SilentAsync(organiser, id);
        var named = await _desk.SpeakerAsync(organiser, id, "Named", await database.SideAsync("KZ"));
        var red = await _desk.SpeakerAsync(organiser, id, "Red");
        await _desk.SpeakerAsync(organiser, id, "Without address", await database.SideAsync("UZ"));
        await SetEmailAsync(named, "named@institute.example", "ur");
        await SetEmailAsync(red, "red@institute.example", "en");
        var sessions = new Dictionary<string, Guid>
        {
            ["canaryopen"] = await SessionAsync(organiser, id, room, "canaryopen", 9, SessionAccess.Open),
            ["canarydelegations"] = await SessionAsync(organiser, id, room, "canarydelegations", 10, SessionAccess.DelegationsOnly),
            ["canarymembers"] = await SessionAsync(organiser, id, room, "canarymembers", 11, SessionAccess.MembersOnly),
            ["canaryheads"] = await SessionAsync(organiser, id, room, "canaryheads", 12, SessionAccess.HeadsOnly),
            ["canarynamed"] = await SessionAsync(organiser, id, room, "canarynamed", 13, SessionAccess.NamedPersons, named),
            ["canaryred"] = await SessionAsync(organiser, id, room, "canaryred", 14, SessionAccess.Open, red),
        };
        await database.ScalarAsync($"UPDATE sessions SET classification = 'Red' WHERE id = '{sessions["canaryred"]}'");
        return new Scene(organiser, id, named, sessions);
    }

    // Those who must hear nothing: a side that did not answer, one that declined, an office that ended, a right that was taken back.
    private async Task SilentAsync(Actor organiser, Guid eventId)
    {
        var (unanswered, declined, ended, revoked) = (
            await database.FocalPointAsync("TJ"), await database.FocalPointAsync("KG"), await database.FocalPointAsync("KZ"), await database.FocalPointAsync("KZ"));
        await database.AppointAsync(unanswered, "TJ", "Unanswered", "tj@mfa.example");
        await database.AppointAsync(declined, "KG", "Declined", "kg@mfa.example");
        await database.AppointAsync(ended, "KZ", "Ended", "ended@mfa.example");
        await database.AppointAsync(revoked, "KZ", "Revoked", "revoked@mfa.example");
        var invitations = await _delegations.InviteAsync(organiser, eventId, "TJ", "KG");
        Assert.True((await _delegations.Invitations.DeclineAsync(declined, invitations[1], default)).IsSuccess);
        await database.ScalarAsync($"UPDATE focal_points SET ended_at = now() WHERE user_id = '{ended.UserId}'");
        await database.RevokeAllAsync(revoked);
    }

    private async Task<(Actor FocalPoint, Guid InvitationId)> FocalPointAsync(Actor organiser, Guid eventId, string code, string email, string language)
    {
        var accepted = await _delegations.AcceptedAsync(organiser, eventId, code);
        await database.AppointAsync(accepted.FocalPoint, code, "Focal point of " + code, email, language);
        return accepted;
    }

    private Task SetEmailAsync(Guid speakerId, string email, string language) =>
        database.ScalarAsync($"UPDATE speakers SET email = '{email}', language = '{language}' WHERE id = '{speakerId}'");

    private async Task<Guid> SessionAsync(Actor organiser, Guid eventId, Guid room, string title, int hour, SessionAccess access, params Guid[] speakers)
    {
        var form = OrganiserDesk.Session(title, room, $"{hour:00}:00", $"{hour:00}:40");
        form.Access = access;
        form.Speakers = [.. speakers];
        return await _desk.SessionAsync(organiser, eventId, form);
    }

    private async Task<SessionForm> FormAsync(Scene scene, Guid session) =>
        OrganiserDesk.Value(await _desk.Sessions.GetAsync(scene.Organiser, scene.EventId, session, default)).Form;

    // By hand: the form of a session may set its classification anew.
    private Task MoveAsync(Guid session) => database.ScalarAsync(
        $"""
        UPDATE slots SET starts_at = starts_at + interval '5 minutes', ends_at = ends_at + interval '5 minutes' WHERE session_id = '{session}';
        UPDATE slot_rooms SET starts_at = starts_at + interval '5 minutes', ends_at = ends_at + interval '5 minutes' WHERE session_id = '{session}';
        """);

    private async Task PublishAsync(Scene scene)
    {
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(scene.Organiser, scene.EventId, new ReleaseForm(), default));
    }

    private async Task<List<OutboxMail>> MailsAsync(Scene scene)
    {
        await using var context = await database.OpenAsync(scene.Organiser);
        return await context.OutboxMails.AsNoTracking().Where(mail => mail.EventId == scene.EventId).OrderBy(mail => mail.ToAddress).ToListAsync();
    }

    private sealed record Scene(Actor Organiser, Guid EventId, Guid NamedSpeaker, IReadOnlyDictionary<string, Guid> Sessions);

    private sealed class ById : IEqualityComparer<OutboxMail>
    {
        public bool Equals(OutboxMail? x, OutboxMail? y) => x?.Id == y?.Id;

        public int GetHashCode(OutboxMail obj) => obj.Id.GetHashCode();
    }
}
