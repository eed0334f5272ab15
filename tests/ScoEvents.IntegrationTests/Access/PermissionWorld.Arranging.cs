using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.FocalPoints;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Features.Webhooks;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Access;

/// <content>What stands in the event before anybody asks.</content>
public sealed partial class PermissionWorld
{
    private async Task ArrangeAsync()
    {
        var organiser = _people[Asker.Organiser];
        var (first, last) = (new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 9));
        EventId = (await Get<EventsService>().PlanAsync(organiser, new EventForm
        {
            Type = EventType.Seminar,
            Title = new LocalizedTextInput { En = "Seminar of the permission matrix" },
            City = new LocalizedTextInput { En = "New Delhi" },
            StartsOn = first,
            EndsOn = last,
            TimeZone = "Asia/Kolkata",
        }, default)).Value;
        RoomId = (await Get<VenuesService>().AddRoomAsync(organiser, EventId, new RoomForm
        {
            VenueName = new LocalizedTextInput { En = "Vigyan Bhawan" },
            Name = new LocalizedTextInput { En = "Hall 1" },
        }, default)).Value;
        VenueId = (await Get<VenuesQueries>().GetAsync(organiser, EventId, default)).Value.Used[0].VenueId;
        TeamId = (await Get<InterpretersService>().AddAsync(organiser, EventId, new InterpretersForm { Name = "Booth 1", Languages = ["en", "ru"] }, default)).Value;
        AbsenceId = (await Get<AvailabilityService>().AddAsync(
            organiser, EventId, new AvailabilityForm { Subject = $"{AvailabilitySubject.InterpreterTeam}:{TeamId}", FirstDay = first }, default)).Value;
        SessionId = (await Get<ProgrammeService>().AddSessionAsync(organiser, EventId, new SessionForm
        {
            Type = SessionType.OpeningCeremony,
            Access = SessionAccess.Open,
            Title = new LocalizedTextInput { En = "Opening" },
            Day = first,
            RoomId = RoomId,
            StartsAt = new TimeOnly(9, 0),
            EndsAt = new TimeOnly(10, 0),
        }, default)).Value;
        // The matrix reads release 1 and a mail.
        Assert.Equal(1, (await Get<ReleaseService>().PublishAsync(organiser, EventId, new ReleaseForm(), default)).Value);
        await using (var context = await _database.OpenAsync(organiser))
        {
            var mail = OutboxMail.Write(new MailLetter("matrix", "focal@mfa.example", "Focal point", "en", "Subject", "Text") { EventId = EventId }, isReviewed: true, _database.Clock.GetUtcNow());
            context.OutboxMails.Add(mail);
            await context.SaveChangesAsync();
            MailId = mail.Id;
        }

        WebhookId = (await Get<WebhookService>().AddAsync(organiser, EventId, new WebhookForm { Url = "https://receiver.example/" }, default)).Value.Id;
        await ArrangeProgrammeAsync(organiser);
        var guest = await _database.SideAsync("MN");
        await Get<InvitationService>().InviteAsync(
            organiser, EventId, new InviteForm { FirstDay = first, GuestSideIds = [await _database.SideAsync("KZ"), guest] }, default);
        await using (var context = await _database.OpenAsync(organiser))
        {
            InvitationId = (await context.Invitations.Where(invitation => invitation.SideId != guest).SingleAsync()).Id;
            WithdrawnInvitationId = (await context.Invitations.Where(invitation => invitation.SideId == guest).SingleAsync()).Id;
        }

        await Get<InvitationService>().WithdrawAsync(organiser, EventId, WithdrawnInvitationId, default);
        DelegationId = (await Get<InvitationService>().AcceptAsync(_people[Asker.FocalPoint], InvitationId, default)).Value;
        DelegateId = await RegisterAsync("Head", DelegationRole.Head);
        SpareDelegateId = await RegisterAsync("Spare", DelegationRole.Member);
        await ArrangeReviewAsync(organiser);
        await ArrangeFocalPointsAsync(organiser);
        await IssueListAsync(organiser);
        await Get<EventCloningService>().CloneAsync(organiser, EventId, new CloneForm
        {
            Title = new LocalizedTextInput { En = "Next seminar of the permission matrix" },
            StartsOn = first.AddDays(364),
            SeriesName = new LocalizedTextInput { En = "Seminars of the permission matrix" },
            Edition = 2,
            Invitees = false,
        }, default);
        await using var series = await _database.OpenAsync(organiser);
        SeriesId = (await series.EventSeries.SingleAsync()).Id;
    }

    // The matrix reads list 1; the persons stay as handed in as they were.
    private async Task IssueListAsync(Actor organiser)
    {
        await _database.ScalarAsync("ALTER TABLE accreditations ADD COLUMN was text; UPDATE accreditations SET was = state, state = 'Approved'");
        Assert.Equal(1, (await Get<ParticipantService>().IssueAsync(organiser, EventId, new ListForm(), default)).Value);
        await _database.ScalarAsync("UPDATE accreditations SET state = was; ALTER TABLE accreditations DROP COLUMN was");
    }

    private async Task ArrangeProgrammeAsync(Actor organiser)
    {
        SpeakerId = (await Get<SpeakerService>().AddAsync(organiser, EventId, new SpeakerForm { Name = new LocalizedTextInput { En = "Anil Kumar" } }, default)).Value;
        TrackId = (await Get<TrackService>().AddAsync(organiser, EventId, new TrackForm { Name = new LocalizedTextInput { En = "Incidents" } }, default)).Value;
        VersionId = await UploadAsync(organiser);
        SpareVersionId = await UploadAsync(organiser);
        DocumentId = (await Get<DocumentQueries>().ListAsync(organiser, EventId, SessionId, default)).Value[0].Id;
    }

    /// <summary>A letter that can be taken out of the file; one that is nowhere where the world is.</summary>
    public async Task<Guid> NewMandateAsync() =>
        (await Get<MandateService>().FileAsync(_people[Asker.FocalPoint], InvitationId, new MandateForm { FileName = "mandate.pdf", File = MinimalFiles.Pdf }, default)) is { IsSuccess: true } filed
            ? filed.Value
            : Guid.Empty;

    // An office for all events, which nobody in the event can end: whoever may try is refused for that.
    private async Task ArrangeFocalPointsAsync(Actor organiser)
    {
        FocalPointLinkId = (await Get<FocalPointService>().InviteAsync(
            organiser, InvitationId, new FocalPointForm { Name = "Aida Bekova", Email = "aida@mfa.example" }, default)).Value;
        var standing = await _database.PersonAsync();
        await _database.AppointAsync(standing, "KZ", "Standing", "standing@mfa.example");
        StandingFocalPointId = (Guid)(await _database.ScalarAsync($"SELECT id FROM focal_points WHERE user_id = '{standing.UserId}'"))!;
        MandateId = await NewMandateAsync();
    }

    private async Task<Guid> UploadAsync(Actor organiser) => (await Get<DocumentService>().UploadAsync(
        organiser, EventId, SessionId, new DocumentForm { Title = new LocalizedTextInput { En = "Paper" }, FileName = "paper.txt", File = "Paper"u8.ToArray() }, default)).Value;

    private async Task<Guid> RegisterAsync(string name, DelegationRole role) => (await Get<DelegationService>().RegisterAsync(
        _people[Asker.FocalPoint], InvitationId,
        new DelegateForm { Photo = Pictures.Jpeg(600, 800), Role = role, FamilyName = name, GivenNames = "Aidar", Function = new LocalizedTextInput { En = "Director" }, Email = "aidar@mfa.example", Passport = "N1234567" },
        default)).Value;

    // The matrix asks for the photograph, so there is one.
    private async Task ArrangeReviewAsync(Actor organiser)
    {
        await using var context = await _database.OpenAsync(organiser);
        CaseId = (await context.Accreditations.SingleAsync(found => found.DelegateId == DelegateId)).Id;
        if (!await context.DelegatePhotos.AnyAsync(photo => photo.DelegateId == DelegateId))
        {
            await _database.ScalarAsync(
                $"""
                INSERT INTO delegate_photos (delegate_id, event_id, side_id, bytes, content_type, width, height, sha256, uploaded_at)
                SELECT id, event_id, side_id, '\x00', 'image/jpeg', 1, 1, repeat('0', 64), now() FROM delegates WHERE id = '{DelegateId}'
                """);
        }
    }
}
