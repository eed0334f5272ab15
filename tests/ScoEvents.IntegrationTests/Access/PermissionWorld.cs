using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Programme;
using ScoEvents.Exports.Pdf;
using ScoEvents.IntegrationTests.Features.FocalPoints;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Invitations;
using ScoEvents.IntegrationTests.Features.Mail;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.DelegateImport;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Import;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Privacy;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Search;
using ScoEvents.Web.Features.Translations;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Features.Webhooks;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>Everybody who could ask.</summary>
public enum Asker
{
    Public,
    NoRole,
    Administrator,
    Auditor,
    Organiser,
    EventOrganiser,
    Registrar,
    Staff,
    OrganiserElsewhere,
    FocalPoint,
    OtherFocalPoint,
}

/// <summary>One planned event with a room, a session, two invitations and a delegation, and one person of each kind.</summary>
public sealed class PermissionWorld : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly Dictionary<Asker, Actor> _people = [];
    private ServiceProvider? _services;

    public Guid EventId { get; private set; }

    public Guid RoomId { get; private set; }

    public Guid VenueId { get; private set; }

    public Guid TeamId { get; private set; }

    public Guid AbsenceId { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid SpeakerId { get; private set; }

    public Guid TrackId { get; private set; }

    public Guid DocumentId { get; private set; }

    public Guid VersionId { get; private set; }

    public Guid SpareVersionId { get; private set; }

    public Guid InvitationId { get; private set; }

    public Guid WithdrawnInvitationId { get; private set; }

    public Guid DelegationId { get; private set; }

    public Guid DelegateId { get; private set; }

    public Guid SeriesId { get; private set; }

    public Guid SpareDelegateId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid MailId { get; private set; }

    public Guid WebhookId { get; private set; }

    public Guid FocalPointLinkId { get; private set; }

    public Guid StandingFocalPointId { get; private set; }

    public Guid MandateId { get; private set; }

    public Actor this[Asker asker] => _people[asker];

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>The same people and services, every id replaced by one that is nowhere.</summary>
    public PermissionWorld Elsewhere(Guid nowhere)
    {
        var elsewhere = (PermissionWorld)MemberwiseClone();
        (elsewhere.EventId, elsewhere.RoomId, elsewhere.SessionId, elsewhere.InvitationId) = (nowhere, nowhere, nowhere, nowhere);
        (elsewhere.MailId, elsewhere.WebhookId, elsewhere.CaseId) = (nowhere, nowhere, nowhere);
        (elsewhere.VenueId, elsewhere.TeamId, elsewhere.AbsenceId) = (nowhere, nowhere, nowhere);
        (elsewhere.SpeakerId, elsewhere.TrackId, elsewhere.DocumentId, elsewhere.VersionId, elsewhere.SpareVersionId) = (nowhere, nowhere, nowhere, nowhere, nowhere);
        (elsewhere.WithdrawnInvitationId, elsewhere.DelegationId, elsewhere.DelegateId, elsewhere.SpareDelegateId) = (nowhere, nowhere, nowhere, nowhere);
        (elsewhere.FocalPointLinkId, elsewhere.StandingFocalPointId, elsewhere.MandateId) = (nowhere, nowhere, nowhere);
        elsewhere.SeriesId = nowhere;
        return elsewhere;
    }

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = Services();
        var secretariat = GrantScope.Secretariat(await _database.SecretariatAsync());
        _people[Asker.Public] = Actor.Public;
        _people[Asker.NoRole] = await _database.PersonAsync();
        _people[Asker.Administrator] = await _database.PersonAsync(Role.Administrator, GrantScope.Portal);
        _people[Asker.Auditor] = await _database.PersonAsync(Role.Auditor, GrantScope.Portal);
        _people[Asker.Organiser] = await _database.PersonAsync(Role.Organiser, secretariat);
        _people[Asker.Registrar] = await _database.PersonAsync(Role.Registrar, secretariat);
        _people[Asker.Staff] = await _database.PersonAsync(Role.Staff, secretariat);
        _people[Asker.OrganiserElsewhere] = await _database.OrganiserAsync("sco-rats-ec");
        _people[Asker.FocalPoint] = await _database.FocalPointAsync("KZ");
        _people[Asker.OtherFocalPoint] = await _database.FocalPointAsync("UZ");
        await ArrangeAsync();
        _people[Asker.EventOrganiser] = await _database.PersonAsync(Role.Organiser, GrantScope.Event(EventId));
    }

    public async Task DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _database.DisposeAsync();
    }

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

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddLocalization();
        services.AddSingleton<ErrorSpeech>();
        services.AddSingleton<ImportReader>();
        services.AddSingleton(MailDesk.Outbox());
        services.AddSingleton<PublicLinks>();
        services.AddSingleton<FocalPointLetterWriter>();
        services.AddSingleton<DelegateImportWords>();
        services.AddSingleton(InvitationsDesk.Writer());
        services.AddSingleton(_database.Contexts);
        services.AddSingleton<TimeProvider>(_database.Clock);
        services.AddSingleton(new FieldCipher("test", new Dictionary<string, byte[]> { ["test"] = RandomNumberGenerator.GetBytes(FieldCipher.KeyLength) }));
        services.AddOptions<PortalOptions>();
        services.AddOptions<WebhookOptions>();
        services.AddSingleton<WebhookTargets>();
        services.AddTransient<AgendaDocuments>();
        services.AddSingleton<BadgeKeyring>();
        services.AddTransient<BadgeDocuments>();
        services.AddSingleton<AlikeRegister>();
        services.AddTransient<DecisionMails>();
        services.AddTransient<DecisionWriter>();
        services.AddTransient<ExchangeMails>();
        services.AddTransient<ExchangeWriter>();
        services.AddTransient<LetterWriter>();
        services.AddSingleton<PublicLinks>();
        services.AddTransient<ParticipantDocuments>();
        services.AddTransient<ParticipantSpeech>();
        services.AddTransient<AttendanceSpeech>();
        services.AddTransient<PersonReading>();
        services.AddTransient<DataPurge>();
        services.AddTransient<TextKeepers>();
        services.AddSingleton<PrintedAgendas>();
        services.AddSingleton<SearchPages>();
        // Nothing is printed here: every form that comes with a question is refused.
        services.AddSingleton(new PdfQueue(new ChromiumPdfEngine(new ChromiumPdfOptions()), new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance)));
        foreach (var type in typeof(Program).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && type.Namespace?.StartsWith("ScoEvents.Web.Features", StringComparison.Ordinal) is true))
        {
            foreach (var validated in type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IValidator<>)))
            {
                services.AddTransient(validated, type);
            }

            if (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Queries", StringComparison.Ordinal))
            {
                services.AddTransient(type);
            }
        }

        return services.BuildServiceProvider();
    }
}
