using Microsoft.Extensions.DependencyInjection;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.FocalPoints;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Feeds;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Invitations;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Access.Routes;

/// <summary>What one side has in the event: everything that an address can name.</summary>
/// <param name="Marker">A word that stands in everything that is the side's own, and nowhere else.</param>
internal sealed record RouteSide(
    string Code, string Marker, Actor FocalPoint, Guid InvitationId, Guid DelegationId, Guid DelegateId, Guid CaseId, Guid NoteId, Guid MandateId);

/// <summary>An announced event with a release, documents and two sides, a second event of the same secretariat with nothing in it, made by the portal's own services.</summary>
internal sealed class RouteWorld(TestDatabase database, IServiceProvider services)
{
    /// <summary>Title of the event in English.</summary>
    public const string Title = "Seminar of all addresses";

    /// <summary>The same in Chinese.</summary>
    public const string ChineseTitle = "全部地址研讨会";

    private static readonly DateOnly _firstDay = new(2026, 12, 7);

    public Guid EventId { get; private set; }

    /// <summary>Another event of the same secretariat: ids of the first do not belong to it.</summary>
    public Guid TwinEventId { get; private set; }

    public string Slug { get; private set; } = "";

    public Guid SeriesId { get; private set; }

    public Guid RoomId { get; private set; }

    public Guid VenueId { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid SpeakerId { get; private set; }

    public Guid VersionId { get; private set; }

    public Guid MailId { get; private set; }

    public string FeedSecret { get; private set; } = "";

    public RouteSide Own { get; private set; } = null!;

    public RouteSide Other { get; private set; } = null!;

    public async Task ArrangeAsync(Actor organiser)
    {
        EventId = Made(await Get<EventsService>().PlanAsync(organiser, Form(new LocalizedTextInput { En = Title, Zh = ChineseTitle }), default));
        TwinEventId = Made(await Get<EventsService>().PlanAsync(organiser, Form(In("Another seminar")), default));
        Slug = (string)(await database.ScalarAsync($"SELECT slug FROM events WHERE id = '{EventId}'"))!;
        Made(await Get<EventStatusService>().TakeAsync(organiser, EventId, EventAct.Announce, default));
        await ArrangeProgrammeAsync(organiser);
        // A note verbale names the day to answer by.
        Made(await Get<InvitationDeliveryService>().SetDeadlineAsync(organiser, EventId, new DeadlineForm { AnswerBy = _firstDay.AddDays(-14) }, default));
        Own = await SideAsync(organiser, "KZ", "Zharkentova");
        Other = await SideAsync(organiser, "UZ", "Kokandova");
        await ArrangeReviewAsync(organiser);
        await WriteMailAsync(organiser);
        FeedSecret = Made(await Get<FeedService>().OpenAsync(organiser, EventId, new FeedForm { Language = "en" }, default)).Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);
    }

    private async Task WriteMailAsync(Actor organiser)
    {
        await using var context = await database.OpenAsync(organiser);
        var letter = new MailLetter("routes", "focal@mfa.example", "Focal point", "en", "Subject", "Text") { EventId = EventId };
        var mail = OutboxMail.Write(letter, isReviewed: true, database.Clock.GetUtcNow());
        context.OutboxMails.Add(mail);
        await context.SaveChangesAsync();
        MailId = mail.Id;
    }

    private async Task ArrangeProgrammeAsync(Actor organiser)
    {
        RoomId = Made(await Get<VenuesService>().AddRoomAsync(
            organiser, EventId, new RoomForm { VenueName = In("Vigyan Bhawan"), Name = In("Hall 1") }, default));
        VenueId = Made(await Get<VenuesQueries>().GetAsync(organiser, EventId, default)).Used[0].VenueId;
        SpeakerId = Made(await Get<SpeakerService>().AddAsync(organiser, EventId, new SpeakerForm { Name = In("Anil Kumar") }, default));
        SessionId = Made(await Get<ProgrammeService>().AddSessionAsync(organiser, EventId, new SessionForm
        {
            Type = SessionType.Panel,
            Access = SessionAccess.Open,
            Title = In("Incidents"),
            Day = _firstDay,
            RoomId = RoomId,
            StartsAt = new TimeOnly(9, 0),
            EndsAt = new TimeOnly(10, 0),
            Speakers = [SpeakerId],
        }, default));
        VersionId = Made(await Get<DocumentService>().UploadAsync(
            organiser, EventId, SessionId, new DocumentForm { Title = In("Paper"), FileName = "paper.txt", File = "Paper"u8.ToArray() }, default));
        Made(await Get<ReleaseService>().PublishAsync(organiser, EventId, new ReleaseForm(), default));
        await Get<EventCloningService>().CloneAsync(
            organiser, EventId,
            new CloneForm { Title = In("Next seminar"), StartsOn = _firstDay.AddDays(364), SeriesName = In("Seminars"), Edition = 2, Invitees = false }, default);
        SeriesId = (Guid)(await database.ScalarAsync("SELECT id FROM event_series"))!;
    }

    private async Task<RouteSide> SideAsync(Actor organiser, string code, string marker)
    {
        var sideId = await database.SideAsync(code);
        var focalPoint = await database.PersonAsync(Role.FocalPoint, new GrantScope(EventId: EventId, SideId: sideId));
        await database.AppointAsync(focalPoint, code, $"Focal {marker}", $"{marker}@mfa.example");
        Made(await Get<InvitationService>().InviteAsync(organiser, EventId, new InviteForm { FirstDay = _firstDay, GuestSideIds = [sideId] }, default));
        var invitationId = (Guid)(await database.ScalarAsync($"SELECT id FROM invitations WHERE event_id = '{EventId}' AND side_id = '{sideId}'"))!;
        Made(await Get<NoteService>().IssueAsync(organiser, EventId, NoteKind.Invitation, new ChosenInvitations { InvitationIds = [invitationId] }, default));
        var noteId = (Guid)(await database.ScalarAsync($"SELECT id FROM notes_verbales WHERE invitation_id = '{invitationId}'"))!;
        var delegationId = Made(await Get<InvitationService>().AcceptAsync(focalPoint, invitationId, default));
        var delegateId = Made(await Get<DelegationService>().RegisterAsync(focalPoint, invitationId, new DelegateForm
        {
            Role = DelegationRole.Head,
            FamilyName = marker,
            GivenNames = "Aida",
            NativeName = "Аида",
            Function = In($"Director {marker}"),
            Body = In($"Ministry {marker}"),
            Email = $"person.{marker}@mfa.example",
            Passport = "N12345678",
            Photo = Pictures.Jpeg(600, 800),
            Visa = true,
            Diet = $"Diet {marker}",
        }, default));
        Made(await Get<DelegateDraftService>().KeepAsync(focalPoint, invitationId, null, new TypedPerson(new DelegateForm { FamilyName = $"Draft{marker}" }, null), default));
        var mandateId = Made(await Get<MandateService>().FileAsync(
            focalPoint, invitationId, new MandateForm { FileName = $"mandate-{marker}.pdf", File = MinimalFiles.Pdf }, default));
        var caseId = (Guid)(await database.ScalarAsync($"SELECT id FROM accreditations WHERE delegate_id = '{delegateId}'"))!;
        return new RouteSide(code, marker, focalPoint, invitationId, delegationId, delegateId, caseId, noteId, mandateId);
    }

    // Both are admitted and have badges; list 1 is issued, and list 2 differs from it by one person.
    private async Task ArrangeReviewAsync(Actor organiser)
    {
        await database.ScalarAsync($"UPDATE accreditations SET state = 'Approved' WHERE delegate_id = '{Own.DelegateId}'");
        Made(await Get<ParticipantService>().IssueAsync(organiser, EventId, new ListForm(), default));
        await database.ScalarAsync($"UPDATE accreditations SET state = 'Approved' WHERE delegate_id = '{Other.DelegateId}'");
        Made(await Get<ParticipantService>().IssueAsync(organiser, EventId, new ListForm(), default));
        Made(await Get<BadgeService>().IssueManyAsync(organiser, EventId, null, default));
    }

    private static EventForm Form(LocalizedTextInput title) => new()
    {
        Type = EventType.Seminar,
        Title = title,
        City = In("New Delhi"),
        StartsOn = _firstDay,
        EndsOn = _firstDay.AddDays(1),
        TimeZone = "Asia/Kolkata",
    };

    private static LocalizedTextInput In(string text) => new() { En = text };

    private static T Made<T>(Result<T> result)
    {
        Made((Result)result);
        return result.Value;
    }

    private static void Made(Result result) => Assert.True(result.IsSuccess, $"{result.Error?.Code} {result.Error?.Field}");

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
