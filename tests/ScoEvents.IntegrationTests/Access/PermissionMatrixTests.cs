using System.Reflection;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Api;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.CheckIn;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Features.DelegateImport;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.DailyLists;
using ScoEvents.Web.Features.Dashboard;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Feeds;
using ScoEvents.Web.Features.Import;
using ScoEvents.Web.Features.Invitations;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Notices;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Packages;
using ScoEvents.Web.Features.Privacy;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Search;
using ScoEvents.Web.Features.Translations;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Features.Webhooks;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>Every method of every service and query that asks who is asking, against everybody who could ask.</summary>
/// <remarks>Calls carry empty forms or a version that is out of date, so that who may is refused for something else and nothing changes on the way.</remarks>
public sealed class PermissionMatrixTests(PermissionWorld world) : IClassFixture<PermissionWorld>
{
    private static readonly SideOrder _order = new(ScoEvents.Domain.Delegations.ProtocolAlphabet.Russian, "en");
    private static readonly Guid _nobody = Guid.Parse("00000000-0000-7000-8000-000000000001");

    // Who gets past the gate, and who is told "forbidden"; everybody else must hear "not found".
    private static readonly Expectation _organisers = new([Asker.Organiser, Asker.EventOrganiser], [Asker.Registrar, Asker.Staff]);
    private static readonly Expectation _readers = new([Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff], []);
    private static readonly Expectation _registrars = new([Asker.Organiser, Asker.EventOrganiser, Asker.Registrar], [Asker.Staff]);
    // What exists for the one who made it only, and nobody has made any here.
    private static readonly Expectation _nobodyYet = new([], []);
    // The same where others of the event's staff are told that it is not for them.
    private static readonly Expectation _organisersOfNothing = new([], [Asker.Registrar, Asker.Staff]);

    private static readonly ExportForm _notAForm = new() { Language = "xx" };

    private static readonly Expectation _ownSide = new([Asker.FocalPoint], [Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff]);

    // A page of the side's own: to staff it is not there, they have theirs.
    private static readonly Expectation _ownSideHidden = new([Asker.FocalPoint], []);

    // The focal point of the matrix was appointed for no office, so it names nobody.
    private static readonly Expectation _namers = new([Asker.Organiser, Asker.EventOrganiser], [Asker.Registrar, Asker.Staff, Asker.FocalPoint]);

    private static readonly Expectation _filers = new([Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.FocalPoint], [Asker.Staff]);
    private static readonly Expectation _sideReaders = new([Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff, Asker.FocalPoint], []);
    private static readonly Expectation _passports = new([Asker.FocalPoint, Asker.Registrar], [Asker.Organiser, Asker.EventOrganiser, Asker.Staff]);

    private static readonly Expectation _photo = new([Asker.FocalPoint, Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff], []);

    private static readonly DelegateTable _noTable = new([], [], null, []);

    private static readonly Expectation _anyStaff = new(
        [Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff, Asker.OrganiserElsewhere],
        [Asker.NoRole, Asker.Administrator, Asker.Auditor, Asker.FocalPoint, Asker.OtherFocalPoint]);

    private static readonly Expectation _anyPlanner = new(
        [Asker.Organiser, Asker.OrganiserElsewhere], [Asker.EventOrganiser, Asker.Registrar, Asker.Staff]);

    // To make another event out of one takes the right to plan in its secretariat.
    private static readonly Expectation _planners = new([Asker.Organiser], [Asker.EventOrganiser, Asker.Registrar, Asker.Staff]);

    private static readonly Expectation _anyOrganiser = new(
        [Asker.Organiser, Asker.EventOrganiser, Asker.OrganiserElsewhere], [Asker.Registrar, Asker.Staff]);

    private static readonly Expectation _everybody = new([.. Enum.GetValues<Asker>()], []);

    // Who may and asks for what is not there hears so; who may not, that it is not for him or her.
    private static readonly Expectation _nobodyButRefused = new([], [Asker.Registrar, Asker.Staff]);

    // What a user keeps for himself or herself, whatever the roles.
    private static readonly Expectation _signedIn = new([.. Enum.GetValues<Asker>().Where(asker => asker != Asker.Public)], []);

    private static readonly ImportSteps _noSteps = new(
        new ImportChoices(SessionAccess.Open, Classification.Clear, SessionType.Panel, null, LocalizedText.Empty, false, false, false), null, [], [], [], []);

    private static readonly Dictionary<string, (Expectation Expected, Func<PermissionWorld, Actor, Task<Result?>> Ask)> _matrix = new()
    {
        ["ApiTokenService.MakeAsync"] = (_signedIn, async (w, a) => await w.Get<ApiTokenService>().MakeAsync(a, new ApiTokenForm(), default)),
        ["ApiTokenService.RevokeAsync"] = (_nobodyYet, async (w, a) => await w.Get<ApiTokenService>().RevokeAsync(a, _nobody, default)),
        ["ApiTokenQueries.ListAsync"] = (_signedIn, async (w, a) => await w.Get<ApiTokenQueries>().ListAsync(a, default)),

        ["DashboardQueries.GetAsync"] = (_signedIn, async (w, a) => await w.Get<DashboardQueries>().GetAsync(a, default)),

        ["EventsService.PlanAsync"] = (_anyPlanner, async (w, a) => await w.Get<EventsService>().PlanAsync(a, new EventForm(), default)),
        ["EventsService.EditAsync"] = (_organisers, async (w, a) => await w.Get<EventsService>().EditAsync(a, w.EventId, new EventForm(), default)),
        ["EventsQueries.ListAsync"] = (_anyStaff, async (w, a) => await w.Get<EventsQueries>().ListAsync(a, new EventFilter(null, null, 1), default)),
        ["EventsQueries.GetHeadAsync"] = (_readers, async (w, a) => await w.Get<EventsQueries>().GetHeadAsync(a, w.EventId, default)),
        ["EventsQueries.GetAsync"] = (_readers, async (w, a) => await w.Get<EventsQueries>().GetAsync(a, w.EventId, default)),
        ["EventsQueries.GetFormAsync"] = (_organisers, async (w, a) => await w.Get<EventsQueries>().GetFormAsync(a, w.EventId, default)),
        ["EventsQueries.GetChoicesAsync"] = (_anyOrganiser, async (w, a) => await w.Get<EventsQueries>().GetChoicesAsync(a, default)),

        ["EventStatusService.TakeAsync"] = (_organisers, async (w, a) => await w.Get<EventStatusService>().TakeAsync(a, w.EventId, ScoEvents.Domain.Events.EventAct.Cancel, default)),
        ["EventStatusService.PostponeAsync"] = (_organisers, async (w, a) => await w.Get<EventStatusService>().PostponeAsync(a, w.EventId, new PostponeForm(), default)),
        ["EventStatusService.ResumeAsync"] = (_organisers, async (w, a) => await w.Get<EventStatusService>().ResumeAsync(a, w.EventId, new ResumeForm { Version = 1 }, default)),
        ["EventStatusService.CancelAsync"] = (_organisers, async (w, a) => await w.Get<EventStatusService>().CancelAsync(a, w.EventId, new CancelForm { Version = 1 }, default)),
        ["EventCloningService.CloneAsync"] = (_planners, async (w, a) => await w.Get<EventCloningService>().CloneAsync(a, w.EventId, new CloneForm(), default)),
        ["EventTemplateService.ApplyAsync"] = (_organisers, async (w, a) => await w.Get<EventTemplateService>().ApplyAsync(a, w.EventId, new TemplateForm(), default)),
        ["WholeEventQueries.GetImpactAsync"] = (_organisers, async (w, a) => await w.Get<WholeEventQueries>().GetImpactAsync(a, w.EventId, default)),
        ["WholeEventQueries.GetCloneFormAsync"] = (_planners, async (w, a) => await w.Get<WholeEventQueries>().GetCloneFormAsync(a, w.EventId, default)),
        ["WholeEventQueries.GetNextSidesAsync"] = (_planners, async (w, a) => await w.Get<WholeEventQueries>().GetNextSidesAsync(a, w.EventId, new DateOnly(2027, 12, 6), default)),
        ["WholeEventQueries.GetTemplateChoicesAsync"] = (_organisers, async (w, a) => await w.Get<WholeEventQueries>().GetTemplateChoicesAsync(a, w.EventId, default)),
        ["WholeEventQueries.GetSeriesAsync"] = (_readers, async (w, a) => await w.Get<WholeEventQueries>().GetSeriesAsync(a, w.SeriesId, default)),

        ["WebhookService.AddAsync"] = (_organisers, async (w, a) => await w.Get<WebhookService>().AddAsync(a, w.EventId, new WebhookForm(), default)),
        ["WebhookService.SwitchAsync"] = (_organisers, async (w, a) => await w.Get<WebhookService>().SwitchAsync(a, w.EventId, w.WebhookId, true, default)),
        ["WebhookService.RemoveAsync"] = (_nobodyButRefused, async (w, a) => await w.Get<WebhookService>().RemoveAsync(a, w.EventId, _nobody, default)),
        ["WebhookService.SendAgainAsync"] = (_nobodyButRefused, async (w, a) => await w.Get<WebhookService>().SendAgainAsync(a, w.EventId, _nobody, default)),
        ["WebhookQueries.GetAsync"] = (_organisers, async (w, a) => await w.Get<WebhookQueries>().GetAsync(a, w.EventId, default)),

        ["VenuesService.AddRoomAsync"] = (_organisers, async (w, a) => await w.Get<VenuesService>().AddRoomAsync(a, w.EventId, new RoomForm(), default)),
        ["VenuesService.UseRoomAsync"] = (_organisers, async (w, a) => await w.Get<VenuesService>().UseRoomAsync(a, w.EventId, new UseRoomForm(), default)),
        ["VenuesService.RemoveRoomAsync"] = (_organisers, async (w, a) => await w.Get<VenuesService>().RemoveRoomAsync(a, w.EventId, w.RoomId, default)),
        ["VenuesService.MoveRoomAsync"] = (_organisers, async (w, a) => await w.Get<VenuesService>().MoveRoomAsync(a, w.EventId, w.RoomId, 0, default)),
        ["RoomsService.EditRoomAsync"] = (_organisers, async (w, a) => await w.Get<RoomsService>().EditRoomAsync(a, w.EventId, w.RoomId, new RoomEditForm(), default)),
        ["RoomsService.EditVenueAsync"] = (_organisers, async (w, a) => await w.Get<RoomsService>().EditVenueAsync(a, w.EventId, w.VenueId, new VenueEditForm(), default)),
        ["VenuesQueries.GetRoomAsync"] = (_organisers, async (w, a) => await w.Get<VenuesQueries>().GetRoomAsync(a, w.EventId, w.RoomId, default)),
        ["VenuesQueries.GetVenueAsync"] = (_organisers, async (w, a) => await w.Get<VenuesQueries>().GetVenueAsync(a, w.EventId, w.VenueId, default)),
        ["VenuesQueries.GetAsync"] = (_readers, async (w, a) => await w.Get<VenuesQueries>().GetAsync(a, w.EventId, default)),

        ["ProgrammeService.RestoreSessionAsync"] = (_organisers, async (w, a) => await w.Get<ProgrammeService>().RestoreSessionAsync(a, w.EventId, _nobody, new SessionForm(), SessionState.Draft, default)),
        ["ProgrammeService.AddSessionAsync"] = (_organisers, async (w, a) => await w.Get<ProgrammeService>().AddSessionAsync(a, w.EventId, new SessionForm { Type = null }, default)),
        ["ProgrammeService.EditSessionAsync"] = (_organisers, async (w, a) => await w.Get<ProgrammeService>().EditSessionAsync(a, w.EventId, w.SessionId, new SessionForm { Type = null }, default)),
        ["ProgrammeService.UnscheduleSessionAsync"] = (_organisers, async (w, a) => await w.Get<ProgrammeService>().UnscheduleSessionAsync(a, w.EventId, w.SessionId, 1, default)),
        ["ProgrammeService.DeleteSessionAsync"] = (_organisers, async (w, a) => await w.Get<ProgrammeService>().DeleteSessionAsync(a, w.EventId, w.SessionId, 1, default)),
        ["ProgrammeService.ChangeStateAsync"] = (_organisers, async (w, a) => await w.Get<ProgrammeService>().ChangeStateAsync(a, w.EventId, w.SessionId, SessionState.Confirmed, 1, default)),
        ["ProgrammeQueries.GetDraftAsync"] = (_readers, async (w, a) => await w.Get<ProgrammeQueries>().GetDraftAsync(a, w.EventId, default)),
        ["SessionQueries.GetAsync"] = (_organisers, async (w, a) => await w.Get<SessionQueries>().GetAsync(a, w.EventId, w.SessionId, default)),
        ["SpeakerService.AddAsync"] = (_organisers, async (w, a) => await w.Get<SpeakerService>().AddAsync(a, w.EventId, new SpeakerForm(), default)),
        ["SpeakerService.EditAsync"] = (_organisers, async (w, a) => await w.Get<SpeakerService>().EditAsync(a, w.EventId, w.SpeakerId, new SpeakerForm(), default)),
        ["SpeakerService.DeleteAsync"] = (_organisers, async (w, a) => await w.Get<SpeakerService>().DeleteAsync(a, w.EventId, w.SpeakerId, 1, default)),
        ["SpeakerService.MergeAsync"] = (_organisers, async (w, a) => await w.Get<SpeakerService>().MergeAsync(a, w.EventId, new MergeForm { StaysId = w.SpeakerId, GoesId = w.SpeakerId }, default)),
        ["SpeakerQueries.ListAsync"] = (_readers, async (w, a) => await w.Get<SpeakerQueries>().ListAsync(a, w.EventId, new SpeakerFilter(null, 1, "en"), default)),
        ["SpeakerQueries.GetAsync"] = (_organisers, async (w, a) => await w.Get<SpeakerQueries>().GetAsync(a, w.EventId, w.SpeakerId, default)),
        ["SpeakerQueries.FindAlikeAsync"] = (_organisers, async (w, a) => await w.Get<SpeakerQueries>().FindAlikeAsync(a, w.EventId, LocalizedText.Of(en: "Anil Kumar"), null, default)),
        ["TranslationService.SetLanguagesAsync"] = (_organisers, async (w, a) => await w.Get<TranslationService>().SetLanguagesAsync(a, w.EventId, new EventLanguagesForm(), default)),
        ["TranslationService.WriteAsync"] = (_organisers, async (w, a) => await w.Get<TranslationService>().WriteAsync(a, w.EventId, new TranslationForm { Kind = TextKind.SpeakerName, Id = w.SpeakerId, Language = "ru", Text = "Имя" }, default)),
        ["EventLanguageQueries.OfInvitationAsync"] = (new([Asker.FocalPoint, Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff], []), async (w, a) =>
            await w.Get<EventLanguageQueries>().OfInvitationAsync(a, w.InvitationId, default) is { } said ? Result.Ok(said) : Error.NotFound()),
        ["TranslationQueries.GetAsync"] = (_readers, async (w, a) => await w.Get<TranslationQueries>().GetAsync(a, w.EventId, default)),
        ["TrackService.AddAsync"] = (_organisers, async (w, a) => await w.Get<TrackService>().AddAsync(a, w.EventId, new TrackForm(), default)),
        ["TrackService.EditAsync"] = (_organisers, async (w, a) => await w.Get<TrackService>().EditAsync(a, w.EventId, w.TrackId, new TrackForm(), default)),
        ["TrackService.MoveAsync"] = (_organisers, async (w, a) => await w.Get<TrackService>().MoveAsync(a, w.EventId, w.TrackId, 1, default)),
        ["TrackService.DeleteAsync"] = (_organisers, async (w, a) => await w.Get<TrackService>().DeleteAsync(a, w.EventId, w.TrackId, 1, default)),
        ["TrackQueries.ListAsync"] = (_readers, async (w, a) => await w.Get<TrackQueries>().ListAsync(a, w.EventId, default)),
        ["DocumentService.UploadAsync"] = (_organisers, async (w, a) => await w.Get<DocumentService>().UploadAsync(a, w.EventId, w.SessionId, new DocumentForm(), default)),
        ["DocumentService.RenameAsync"] = (_organisers, async (w, a) => await w.Get<DocumentService>().RenameAsync(a, w.EventId, w.DocumentId, LocalizedText.Of(en: "Paper"), 1, default)),
        ["DocumentService.ClassifyAsync"] = (_organisers, async (w, a) => await w.Get<DocumentService>().ClassifyAsync(a, w.EventId, w.VersionId, (Classification)77, default)),
        ["DocumentService.WithdrawAsync"] = (_organisers, async (w, a) => await w.Get<DocumentService>().WithdrawAsync(a, w.EventId, w.SpareVersionId, default)),
        ["DocumentQueries.ListAsync"] = (_readers, async (w, a) => await w.Get<DocumentQueries>().ListAsync(a, w.EventId, w.SessionId, default)),
        ["DocumentQueries.GetDownloadAsync"] = (_readers, async (w, a) => await w.Get<DocumentQueries>().GetDownloadAsync(a, w.EventId, w.VersionId, default)),
        ["DocumentQueries.CopyAsync"] = (_readers, async (w, a) => await w.Get<DocumentQueries>().CopyAsync(a, w.EventId, w.VersionId, Stream.Null, default)),
        ["ProgrammeQueries.PreviewReleaseAsync"] = (_organisers, async (w, a) => await w.Get<ProgrammeQueries>().PreviewReleaseAsync(a, w.EventId, default)),
        ["ScheduleService.MoveAsync"] = (_organisers, async (w, a) => await w.Get<ScheduleService>().MoveAsync(a, w.EventId, [new SessionMove(w.SessionId, 1, null)], default)),
        ["ScheduleService.CopyDayAsync"] = (_organisers, async (w, a) => await w.Get<ScheduleService>().CopyDayAsync(a, w.EventId, DateOnly.MinValue, DateOnly.MinValue, default)),
        ["ScheduleService.AnnounceAsync"] = (_readers, async (w, a) => await w.Get<ScheduleService>().AnnounceAsync(a, w.EventId, BoardState.Left, default)),
        ["ScheduleQueries.GetAsync"] = (_readers, async (w, a) => await w.Get<ScheduleQueries>().GetAsync(a, w.EventId, default)),
        ["ScheduleQueries.GetVisitorsAsync"] = (_readers, async (w, a) => await w.Get<ScheduleQueries>().GetVisitorsAsync(a, w.EventId, [], default)),
        ["AvailabilityService.AddAsync"] = (_organisers, async (w, a) => await w.Get<AvailabilityService>().AddAsync(a, w.EventId, new AvailabilityForm(), default)),
        ["AvailabilityService.EditAsync"] = (_organisers, async (w, a) => await w.Get<AvailabilityService>().EditAsync(a, w.EventId, w.AbsenceId, new AvailabilityForm(), default)),
        ["AvailabilityService.DeleteAsync"] = (_organisers, async (w, a) => await w.Get<AvailabilityService>().DeleteAsync(a, w.EventId, w.AbsenceId, 1, default)),
        ["AvailabilityQueries.GetAsync"] = (_readers, async (w, a) => await w.Get<AvailabilityQueries>().GetAsync(a, w.EventId, default)),
        ["AvailabilityQueries.GetFormAsync"] = (_organisers, async (w, a) => await w.Get<AvailabilityQueries>().GetFormAsync(a, w.EventId, w.AbsenceId, default)),
        ["InterpretersService.AddAsync"] = (_organisers, async (w, a) => await w.Get<InterpretersService>().AddAsync(a, w.EventId, new InterpretersForm(), default)),
        ["InterpretersService.EditAsync"] = (_organisers, async (w, a) => await w.Get<InterpretersService>().EditAsync(a, w.EventId, w.TeamId, new InterpretersForm(), default)),
        ["InterpretersService.DeleteAsync"] = (_organisers, async (w, a) => await w.Get<InterpretersService>().DeleteAsync(a, w.EventId, w.TeamId, 1, default)),
        ["InterpretersQueries.ListAsync"] = (_readers, async (w, a) => await w.Get<InterpretersQueries>().ListAsync(a, w.EventId, default)),
        ["ProgrammeSettingsService.SaveAsync"] = (_organisers, async (w, a) => await w.Get<ProgrammeSettingsService>().SaveAsync(a, w.EventId, new ProgrammeSettingsForm(), default)),
        ["ConflictsService.AcknowledgeAsync"] = (_organisers, async (w, a) => await w.Get<ConflictsService>().AcknowledgeAsync(a, w.EventId, new AcknowledgeForm(), default)),
        ["ConflictsService.RevokeAsync"] = (_organisers, async (w, a) => await w.Get<ConflictsService>().RevokeAsync(a, w.EventId, _nobody, default)),
        ["ConflictsQueries.GetAsync"] = (_readers, async (w, a) => await w.Get<ConflictsQueries>().GetAsync(a, w.EventId, default)),
        ["ConflictsQueries.GetReleasedAsync"] = (_readers, async (w, a) => await w.Get<ConflictsQueries>().GetReleasedAsync(a, w.EventId, 1, default)),
        ["ConflictsQueries.GetSettingsAsync"] = (_readers, async (w, a) => await w.Get<ConflictsQueries>().GetSettingsAsync(a, w.EventId, default)),
        ["ReleaseService.PublishAsync"] = (_organisers, async (w, a) => await w.Get<ReleaseService>().PublishAsync(a, w.EventId, new ReleaseForm { Name = new string('n', 200) }, default)),

        ["ExportQueries.ChoicesAsync"] = (_readers, async (w, a) => await w.Get<ExportQueries>().ChoicesAsync(a, w.EventId, default)),
        ["ExportQueries.PreviewAsync"] = (_readers, async (w, a) => await w.Get<ExportQueries>().PreviewAsync(a, w.EventId, _notAForm, default)),
        ["ExportQueries.FileAsync"] = (_readers, async (w, a) => await w.Get<ExportQueries>().FileAsync(a, w.EventId, _notAForm, default)),
        ["ExportService.SavePresetAsync"] = (_readers, async (w, a) => await w.Get<ExportService>().SavePresetAsync(a, w.EventId, "", new ExportForm(), default)),
        ["ExportService.DeletePresetAsync"] = (_readers, async (w, a) => await w.Get<ExportService>().DeletePresetAsync(a, w.EventId, _nobody, default)),
        ["ExportService.PrintAsync"] = (_readers, async (w, a) => await w.Get<ExportService>().PrintAsync(a, w.EventId, _notAForm, default)),
        ["ExportService.FindPrintedAsync"] = (_nobodyYet, async (w, a) => await w.Get<ExportService>().FindPrintedAsync(a, w.EventId, _nobody, default)),
        ["FeedQueries.ListAsync"] = (_readers, async (w, a) => await w.Get<FeedQueries>().ListAsync(a, w.EventId, default)),
        ["FeedService.OpenAsync"] = (_readers, async (w, a) => await w.Get<FeedService>().OpenAsync(a, w.EventId, new FeedForm { Subject = "" }, default)),
        // Who may is told that there is no such address; who may not hears the same, so that no identity can be tried out.
        ["FeedService.RevokeAsync"] = (_nobodyYet, async (w, a) => await w.Get<FeedService>().RevokeAsync(a, w.EventId, _nobody, default)),
        ["DailyListQueries.ListAsync"] = (_organisers, async (w, a) => await w.Get<DailyListQueries>().ListAsync(a, w.EventId, default)),
        ["DailyListService.SetUpAsync"] = (_organisers, async (w, a) => await w.Get<DailyListService>().SetUpAsync(a, w.EventId, new DailyListForm(), default)),
        ["DailyListService.PauseAsync"] = (_organisersOfNothing, async (w, a) => await w.Get<DailyListService>().PauseAsync(a, w.EventId, _nobody, default)),
        ["DailyListService.ResumeAsync"] = (_organisersOfNothing, async (w, a) => await w.Get<DailyListService>().ResumeAsync(a, w.EventId, _nobody, default)),
        ["DailyListService.SendNowAsync"] = (_organisersOfNothing, async (w, a) => await w.Get<DailyListService>().SendNowAsync(a, w.EventId, _nobody, default)),
        ["DailyListService.DeleteAsync"] = (_organisersOfNothing, async (w, a) => await w.Get<DailyListService>().DeleteAsync(a, w.EventId, _nobody, default)),
        ["PackageService.ExportAsync"] = (_organisers, async (w, a) => await w.Get<PackageService>().ExportAsync(a, w.EventId, default)),
        ["PackageService.MayImportAsync"] = (_anyPlanner, async (w, a) => await w.Get<PackageService>().MayImportAsync(a, default)),
        ["PackageService.PlanAsync"] = (_anyPlanner, async (w, a) => await w.Get<PackageService>().PlanAsync(a, [], default)),
        ["PackageService.ImportAsync"] = (_anyPlanner, async (w, a) => await w.Get<PackageService>().ImportAsync(a, [], default)),

        ["ImportQueries.GetSettingAsync"] = (_organisers, async (w, a) => await w.Get<ImportQueries>().GetSettingAsync(a, w.EventId, default)),
        ["ImportQueries.PlanAsync"] = (_organisers, async (w, a) => await w.Get<ImportQueries>().PlanAsync(a, w.EventId, new ScheduleReading(null, []), new ImportForm { Type = null }, default)),
        ["ImportService.ApplyAsync"] = (_organisers, async (w, a) => await w.Get<ImportService>().ApplyAsync(a, w.EventId, new ImportPlan(w.EventId, "another draft", [], [], _noSteps), null, default)),
        ["ReleaseService.LoadAsync"] = (_organisers, async (w, a) => await w.Get<ReleaseService>().LoadAsync(a, w.EventId, 1, new LoadForm(), default)),
        ["ReleaseQueries.ListAsync"] = (_readers, async (w, a) => await w.Get<ReleaseQueries>().ListAsync(a, w.EventId, default)),
        ["ReleaseQueries.GetAsync"] = (_readers, async (w, a) => await w.Get<ReleaseQueries>().GetAsync(a, w.EventId, 1, default)),
        ["ReleaseQueries.CompareAsync"] = (_readers, async (w, a) => await w.Get<ReleaseQueries>().CompareAsync(a, w.EventId, 1, null, default)),
        ["ReleaseQueries.PreviewLoadAsync"] = (_organisers, async (w, a) => await w.Get<ReleaseQueries>().PreviewLoadAsync(a, w.EventId, 1, default)),

        ["MailService.DecideAsync"] = (_organisers, async (w, a) => await w.Get<MailService>().DecideAsync(a, w.EventId, [], MailDecision.Send, default)),
        ["MailService.SendAllAsync"] = (_organisers, async (w, a) => await w.Get<MailService>().SendAllAsync(a, w.EventId, DateTimeOffset.UnixEpoch, default)),
        ["MailQueries.ListAsync"] = (_organisers, async (w, a) => await w.Get<MailQueries>().ListAsync(a, w.EventId, null, 1, default)),
        ["MailQueries.GetAsync"] = (_organisers, async (w, a) => await w.Get<MailQueries>().GetAsync(a, w.EventId, w.MailId, default)),

        ["InvitationService.InviteAsync"] = (_organisers, async (w, a) => await w.Get<InvitationService>().InviteAsync(a, w.EventId, new InviteForm(), default)),
        ["InvitationService.ChangeQuotaAsync"] = (_organisers, async (w, a) => await w.Get<InvitationService>().ChangeQuotaAsync(a, w.EventId, w.InvitationId, new QuotaForm(), default)),
        ["InvitationService.WithdrawAsync"] = (_organisers, async (w, a) => await w.Get<InvitationService>().WithdrawAsync(a, w.EventId, w.WithdrawnInvitationId, default)),
        ["InvitationService.AcceptAsync"] = (_ownSide, async (w, a) => await w.Get<InvitationService>().AcceptAsync(a, w.InvitationId, default)),
        ["InvitationService.DeclineAsync"] = (_ownSide, async (w, a) => await w.Get<InvitationService>().DeclineAsync(a, w.InvitationId, default)),
        ["InvitationQueries.OfEventAsync"] = (_organisers, async (w, a) => await w.Get<InvitationQueries>().OfEventAsync(a, w.EventId, _order, default)),
        ["NoticeQueries.CountUnreadAsync"] = (_everybody, async (w, a) => Result.Ok(await w.Get<NoticeQueries>().CountUnreadAsync(a, default))),
        ["NoticeQueries.ListAsync"] = (_everybody, async (w, a) => Result.Ok(await w.Get<NoticeQueries>().ListAsync(a, new NoticeFilter(), PortalLanguages.English, default))),
        ["NoticeService.ReadAsync"] = (_nobodyYet, async (w, a) => await w.Get<NoticeService>().ReadAsync(a, _nobody, default)),
        ["NoticeService.ReadAllAsync"] = (_signedIn, async (w, a) => await w.Get<NoticeService>().ReadAllAsync(a, null, DateTimeOffset.MinValue, default)),

        // Everybody may ask, and finds what that reader may read.
        ["SearchQueries.FindAsync"] = (_everybody, async (w, a) => Result.Ok(await w.Get<SearchQueries>().FindAsync(a, "seminar", PortalLanguages.English, default))),
        ["InvitationQueries.MineAsync"] = (_everybody, async (w, a) => Only(await w.Get<InvitationQueries>().MineAsync(a, default), a == w[Asker.FocalPoint] ? [w.InvitationId] : [], row => row.Id)),

        ["DelegationService.ImportAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().ImportAsync(a, w.InvitationId, [], new Dictionary<Guid, uint>(), default)),
        ["DelegateImportQueries.GetSettingAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegateImportQueries>().GetSettingAsync(a, w.InvitationId, default)),
        ["DelegateImportQueries.PlanAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegateImportQueries>().PlanAsync(a, w.InvitationId, _noTable, new DelegateImportForm(), default)),
        ["DelegateImportQueries.StateNamesAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegateImportQueries>().StateNamesAsync(a, w.InvitationId, "en", default)),
        ["DelegateImportService.ApplyAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegateImportService>().ApplyAsync(a, w.InvitationId, _noTable, new DelegateImportForm(), default)),
        ["FocalPointService.InviteAsync"] = (_namers, async (w, a) => await w.Get<FocalPointService>().InviteAsync(a, w.InvitationId, new FocalPointForm(), default)),
        ["FocalPointService.RevokeLinkAsync"] = (_namers, async (w, a) => await w.Get<FocalPointService>().RevokeLinkAsync(a, w.InvitationId, w.FocalPointLinkId, default)),
        ["FocalPointService.EndAsync"] = (_namers, async (w, a) => await w.Get<FocalPointService>().EndAsync(a, w.InvitationId, w.StandingFocalPointId, default)),
        ["FocalPointLinkService.AcceptAsync"] = (_nobodyYet, async (w, a) => await w.Get<FocalPointLinkService>().AcceptAsync(a, new string('A', 43), default)),
        ["FocalPointLinkService.AcceptAsNewAsync"] = (_nobodyYet, async (w, a) => await w.Get<FocalPointLinkService>().AcceptAsNewAsync(a, new string('A', 43), new PortalUser(), default)),
        ["FocalPointQueries.OfEventAsync"] = (_readers, async (w, a) => await w.Get<FocalPointQueries>().OfEventAsync(a, w.EventId, _order, default)),
        ["FocalPointQueries.OwnAsync"] = (_ownSideHidden, async (w, a) => await w.Get<FocalPointQueries>().OwnAsync(a, w.InvitationId, default)),
        ["FocalPointQueries.MandateAsync"] = (_sideReaders, async (w, a) => await w.Get<FocalPointQueries>().MandateAsync(a, w.InvitationId, w.MandateId, default)),
        ["FocalPointQueries.LookAsync"] = (_nobodyYet, async (w, a) => await w.Get<FocalPointQueries>().LookAsync(a, new string('A', 43), default)),
        ["MandateService.FileAsync"] = (_filers, async (w, a) => await w.Get<MandateService>().FileAsync(a, w.InvitationId, new MandateForm(), default)),
        ["MandateService.RemoveAsync"] = (_filers, async (w, a) => await w.Get<MandateService>().RemoveAsync(a, w.InvitationId, await w.NewMandateAsync(), default)),
        ["InvitationDeliveryService.MarkDeliveredAsync"] = (_organisers, async (w, a) => await w.Get<InvitationDeliveryService>().MarkDeliveredAsync(a, w.EventId, new ChosenInvitations(), default)),
        ["InvitationDeliveryService.MarkNoReplyAsync"] = (_organisers, async (w, a) => await w.Get<InvitationDeliveryService>().MarkNoReplyAsync(a, w.EventId, new ChosenInvitations(), default)),
        ["InvitationDeliveryService.SetDeadlineAsync"] = (_organisers, async (w, a) => await w.Get<InvitationDeliveryService>().SetDeadlineAsync(a, w.EventId, new DeadlineForm { Version = 1 }, default)),
        ["InvitationDeliveryService.EditAsync"] = (_organisers, async (w, a) => await w.Get<InvitationDeliveryService>().EditAsync(a, w.EventId, w.InvitationId, new InvitationForm { Language = "xx" }, default)),
        ["InvitationDeliveryService.RecordAnswerAsync"] = (_organisers, async (w, a) => await w.Get<InvitationDeliveryService>().RecordAnswerAsync(a, w.EventId, w.InvitationId, new AnswerForm(), default)),
        ["InvitationDeliveryService.CallOffAsync"] = (_ownSide, async (w, a) => await w.Get<InvitationDeliveryService>().CallOffAsync(a, w.InvitationId, new string('x', 2000), default)),
        ["InvitationDeskQueries.OfEventAsync"] = (_organisers, async (w, a) => await w.Get<InvitationDeskQueries>().OfEventAsync(a, w.EventId, _order, default)),
        ["InvitationDeskQueries.PreviewRemindersAsync"] = (_organisers, async (w, a) => await w.Get<InvitationDeskQueries>().PreviewRemindersAsync(a, w.EventId, [w.InvitationId], _order, default)),
        ["NoteService.IssueAsync"] = (_organisers, async (w, a) => await w.Get<NoteService>().IssueAsync(a, w.EventId, ScoEvents.Domain.Delegations.NoteKind.Invitation, new ChosenInvitations(), default)),
        ["NoteService.SaveTemplateAsync"] = (_organisers, async (w, a) => await w.Get<NoteService>().SaveTemplateAsync(a, w.EventId, new NoteTemplateForm(), default)),
        ["NoteService.ResetTemplateAsync"] = (_organisers, async (w, a) => await w.Get<NoteService>().ResetTemplateAsync(a, w.EventId, new NoteTemplateForm(), default)),
        ["NoteQueries.OfEventAsync"] = (_organisers, async (w, a) => await w.Get<NoteQueries>().OfEventAsync(a, w.EventId, default)),
        ["NoteQueries.LetterAsync"] = (_nobodyYet, async (w, a) => await w.Get<NoteQueries>().LetterAsync(a, w.EventId, _nobody, default)),
        ["NoteQueries.AllLettersAsync"] = (_organisers, async (w, a) => await w.Get<NoteQueries>().AllLettersAsync(a, w.EventId, null, default)),
        ["NoteQueries.TemplateAsync"] = (_organisers, async (w, a) => await w.Get<NoteQueries>().TemplateAsync(a, w.EventId, ScoEvents.Domain.Delegations.NoteKind.Invitation, "en", default)),
        ["NoteQueries.PreviewAsync"] = (_organisers, async (w, a) => await w.Get<NoteQueries>().PreviewAsync(a, w.EventId, new NoteTemplateForm(), null, default)),
        ["ReminderService.SendAsync"] = (_organisers, async (w, a) => await w.Get<ReminderService>().SendAsync(a, w.EventId, new ChosenInvitations(), default)),

        ["DelegationService.RegisterAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().RegisterAsync(a, w.InvitationId, new DelegateForm(), default)),
        ["DelegationService.RegisterManyAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().RegisterManyAsync(a, w.InvitationId, [new DelegateForm()], default)),
        ["DelegationService.CorrectAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().CorrectAsync(a, w.InvitationId, w.DelegateId, new DelegateForm(), default)),
        ["DelegationService.PromoteAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().PromoteAsync(a, w.InvitationId, w.DelegateId, default)),
        ["DelegationService.SubmitAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().SubmitAsync(a, w.InvitationId, w.DelegateId, default)),
        ["DelegationService.SubmitAllAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().SubmitAllAsync(a, w.InvitationId, default)),
        ["DelegationService.SubstituteAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().SubstituteAsync(a, w.InvitationId, w.DelegateId, new DelegateForm(), default)),
        ["DelegationService.SubstituteFromReserveAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().SubstituteFromReserveAsync(a, w.InvitationId, w.DelegateId, w.DelegateId, default)),
        ["DelegationService.WithdrawAsync"] = (_ownSide, async (w, a) => await w.Get<DelegationService>().WithdrawAsync(a, w.InvitationId, w.SpareDelegateId, default)),
        ["DelegationSettingsService.ChangeAsync"] = (_registrars, async (w, a) => await w.Get<DelegationSettingsService>().ChangeAsync(a, w.EventId, new DelegationSettingsForm { Languages = ["xx"] }, default)),
        ["DelegationSettingsQueries.GetFormAsync"] = (_registrars, async (w, a) => await w.Get<DelegationSettingsQueries>().GetFormAsync(a, w.EventId, default)),
        ["DelegateDraftService.KeepAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegateDraftService>().KeepAsync(a, w.InvitationId, null, new TypedPerson(new DelegateForm(), null), default)),
        ["DelegateDraftService.LatestAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegateDraftService>().LatestAsync(a, w.InvitationId, default)),
        ["DelegateDraftService.DiscardAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegateDraftService>().DiscardAsync(a, w.InvitationId, null, default)),
        ["PassportService.RevealAsync"] = (_passports, async (w, a) => await w.Get<PassportService>().RevealAsync(a, w.EventId, w.DelegateId, null, default)),
        ["PhotoQueries.GetAsync"] = (_photo, async (w, a) => await w.Get<PhotoQueries>().GetAsync(a, w.EventId, w.DelegateId, default)),
        ["DelegationQueries.OwnAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegationQueries>().OwnAsync(a, w.InvitationId, default)),
        ["DelegationQueries.ProgrammePartAsync"] = (_ownSideHidden, async (w, a) => await w.Get<DelegationQueries>().ProgrammePartAsync(a, w.InvitationId, w.DelegateId, new IntendedExchange(true), default)),
        ["DelegationQueries.OfEventAsync"] = (_readers, async (w, a) => await w.Get<DelegationQueries>().OfEventAsync(a, w.EventId, _order, default)),
        ["DelegationQueries.DetailsAsync"] = (_readers, async (w, a) => await w.Get<DelegationQueries>().DetailsAsync(a, w.EventId, w.DelegationId, default)),
        ["DelegationQueries.ParticipantsAsync"] = (_readers, async (w, a) => await w.Get<DelegationQueries>().ParticipantsAsync(a, w.EventId, _order, default)),
        ["AccreditationQueries.QueueAsync"] = (_registrars, async (w, a) => await w.Get<AccreditationQueries>().QueueAsync(a, w.EventId, new ReviewFilter(ReviewShelf.Everybody), _order, default)),
        ["AccreditationQueries.CaseAsync"] = (_registrars, async (w, a) => await w.Get<AccreditationQueries>().CaseAsync(a, w.EventId, w.CaseId, default)),
        ["AccreditationQueries.PhotoAsync"] = (_registrars, async (w, a) => await w.Get<AccreditationQueries>().PhotoAsync(a, w.EventId, w.CaseId, default)),
        ["AccreditationService.ActAsync"] = (_registrars, async (w, a) => await w.Get<AccreditationService>().ActAsync(a, w.EventId, new ReviewForm { CaseId = w.CaseId, Version = 1 }, default)),
        ["AccreditationService.PreviewApprovalAsync"] = (_registrars, async (w, a) => await w.Get<AccreditationService>().PreviewApprovalAsync(a, w.EventId, [], default)),
        ["AccreditationService.ApproveAllAsync"] = (_registrars, async (w, a) => await w.Get<AccreditationService>().ApproveAllAsync(a, w.EventId, [], default)),
        ["AccreditationService.MarkVettingAsync"] = (_registrars, async (w, a) => await w.Get<AccreditationService>().MarkVettingAsync(a, w.EventId, [], ScoEvents.Domain.Accreditation.Vetting.Sent, default)),
        ["LetterService.WriteAsync"] = (_registrars, async (w, a) => await w.Get<LetterService>().WriteAsync(a, w.EventId, new LettersWanted(ScoEvents.Domain.Accreditation.LetterKind.Confirmation, [], "en"), default)),
        ["ParticipantQueries.ListsAsync"] = (_readers, async (w, a) => await w.Get<ParticipantQueries>().ListsAsync(a, w.EventId, default)),
        ["ParticipantQueries.GetAsync"] = (_readers, async (w, a) => await w.Get<ParticipantQueries>().GetAsync(a, w.EventId, 1, _order, default)),
        ["ParticipantQueries.CompareAsync"] = (_readers, async (w, a) => await w.Get<ParticipantQueries>().CompareAsync(a, w.EventId, 1, null, _order, default)),
        ["ParticipantQueries.FileAsync"] = (_readers, async (w, a) => await w.Get<ParticipantQueries>().FileAsync(a, w.EventId, 1, new ListFileOptions(_order.Alphabet, "en"), default)),
        ["ParticipantQueries.DifferenceFileAsync"] = (_readers, async (w, a) => await w.Get<ParticipantQueries>().DifferenceFileAsync(a, w.EventId, (1, 1), new ListFileOptions(_order.Alphabet, "en"), default)),
        ["AttendanceQueries.OfEventAsync"] = (_readers, async (w, a) => await w.Get<AttendanceQueries>().OfEventAsync(a, w.EventId, w.SessionId, null, default)),
        ["SessionMatrixQueries.OfEventAsync"] = (_readers, async (w, a) => await w.Get<SessionMatrixQueries>().OfEventAsync(a, w.EventId, 1, default)),
        ["AttendanceMatrixQueries.MatrixAsync"] = (_anyStaff, async (w, a) => await w.Get<AttendanceMatrixQueries>().MatrixAsync(a, 1, default)),
        ["AttendanceMatrixQueries.SelectAsync"] = (_anyStaff, async (w, a) => await w.Get<AttendanceMatrixQueries>().SelectAsync(a, new SideSelection([], [], []), new DateOnly(2026, 12, 8), default)),
        ["AttendanceService.RecordAsync"] = (_registrars, async (w, a) => await w.Get<AttendanceService>().RecordAsync(a, w.EventId, new AttendanceForm { State = (ScoEvents.Domain.Events.Attendance)99 }, default)),
        ["AttendanceService.AcceptProposalsAsync"] = (_registrars, async (w, a) => await w.Get<AttendanceService>().AcceptProposalsAsync(a, w.EventId, null, default)),
        ["PrivacyQueries.OfEventAsync"] = (_registrars, async (w, a) => await w.Get<PrivacyQueries>().OfEventAsync(a, w.EventId, "Head", default)),
        ["PrivacyQueries.PersonAsync"] = (_registrars, async (w, a) => await w.Get<PrivacyQueries>().PersonAsync(a, w.EventId, w.DelegateId, "en", default)),
        ["PrivacyService.KeepUntilAsync"] = (_registrars, async (w, a) => await w.Get<PrivacyService>().KeepUntilAsync(a, w.EventId, new RetentionForm { Day = new DateOnly(2020, 1, 1) }, default)),
        ["PrivacyService.PurgeAsync"] = (_registrars, async (w, a) => await w.Get<PrivacyService>().PurgeAsync(a, w.EventId, default)),
        ["PrivacyService.EraseAsync"] = (_registrars, async (w, a) => await w.Get<PrivacyService>().EraseAsync(a, w.EventId, w.DelegateId, default)),
        ["ParticipantService.IssueAsync"] = (_registrars, async (w, a) => await w.Get<ParticipantService>().IssueAsync(a, w.EventId, new ListForm { Number = 9 }, default)),
        ["BadgeService.IssueAsync"] = (_registrars, async (w, a) => await w.Get<BadgeService>().IssueAsync(a, w.EventId, w.DelegateId, default)),
        ["BadgeService.IssueManyAsync"] = (_registrars, async (w, a) => await w.Get<BadgeService>().IssueManyAsync(a, w.EventId, [], default)),
        ["BadgeService.ReissueAsync"] = (_registrars, async (w, a) => await w.Get<BadgeService>().ReissueAsync(a, w.EventId, w.DelegateId, default)),
        ["BadgeService.RevokeAsync"] = (_registrars, async (w, a) => await w.Get<BadgeService>().RevokeAsync(a, w.EventId, w.DelegateId, new RevokeForm(), default)),
        ["BadgeService.RotateKeyAsync"] = (_registrars, async (w, a) => await w.Get<BadgeService>().RotateKeyAsync(a, w.EventId, default)),
        ["BadgePrintService.PrintAsync"] = (_registrars, async (w, a) => await w.Get<BadgePrintService>().PrintAsync(a, w.EventId, new BadgePrintForm { Language = "xx" }, default)),
        ["BadgeQueries.BoardAsync"] = (_registrars, async (w, a) => await w.Get<BadgeQueries>().BoardAsync(a, w.EventId, new BadgeFilter(BadgeShelf.All, null, 1, "en"), default)),
        ["BadgeQueries.RevokedAsync"] = (_readers, async (w, a) => await w.Get<BadgeQueries>().RevokedAsync(a, w.EventId, default)),
        ["CheckInService.AcceptAsync"] = (_readers, async (w, a) => await w.Get<CheckInService>().AcceptAsync(a, w.EventId, new ScanBatchForm(), default)),
        ["CheckInQueries.HeadAsync"] = (_readers, async (w, a) => await w.Get<CheckInQueries>().HeadAsync(a, w.EventId, default)),
        ["CheckInQueries.StateAsync"] = (_readers, async (w, a) => await w.Get<CheckInQueries>().StateAsync(a, w.EventId, default)),
        ["CheckInQueries.PulseAsync"] = (_readers, async (w, a) => await w.Get<CheckInQueries>().PulseAsync(a, w.EventId, 0, default)),
        ["CheckInQueries.FindAsync"] = (_readers, async (w, a) => await w.Get<CheckInQueries>().FindAsync(a, w.EventId, "Head", default)),
        ["CheckInQueries.BoardAsync"] = (_readers, async (w, a) => await w.Get<CheckInQueries>().BoardAsync(a, w.EventId, false, 1, default)),
        ["DelegationQueries.EventAsync"] = (_readers, async (w, a) => await w.Get<DelegationQueries>().EventAsync(a, w.EventId, default)),
    };

    public static TheoryData<string> Methods => [.. _matrix.Keys];

    [Fact]
    public void Every_method_that_asks_for_an_actor_has_a_row()
    {
        var methods = typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("ScoEvents.Web.Features", StringComparison.Ordinal) is true
                && (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Queries", StringComparison.Ordinal)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Actor))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct();

        Assert.Equal(_matrix.Keys.Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Everybody_is_answered_as_the_matrix_says(string method)
    {
        var (expected, ask) = _matrix[method];
        var answers = new SortedDictionary<Asker, string>();

        // Who may not asks first, so that nothing can have changed by then.
        foreach (var asker in Enum.GetValues<Asker>().OrderBy(expected.Admitted.Contains))
        {
            answers[asker] = Answer(await ask(world, world[asker]));
        }

        Assert.Equal(
            string.Join('\n', Enum.GetValues<Asker>().Select(asker => $"{asker}: {expected.Of(asker)}")),
            string.Join('\n', answers.Select(answer => $"{answer.Key}: {answer.Value}")));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Everything_that_is_asked_of_an_event_that_is_not_there_is_not_found(string method)
    {
        var elsewhere = world.Elsewhere(_nobody);
        var (expected, ask) = _matrix[method];
        if (expected == _anyStaff || expected == _anyPlanner || expected == _anyOrganiser || expected == _everybody || expected == _signedIn)
        {
            return;
        }

        var answers = new List<string>();
        foreach (var asker in Enum.GetValues<Asker>())
        {
            answers.Add(Answer(await ask(elsewhere, world[asker])));
        }

        Assert.All(answers, answer => Assert.Equal("not found", answer));
    }

    private static string Answer(Result? result) => result?.Error?.Kind switch
    {
        ErrorKind.Forbidden => "forbidden",
        ErrorKind.NotFound => "not found",
        _ => "admitted",
    };

    private static Result Only<T>(IEnumerable<T> rows, IReadOnlyCollection<Guid> expected, Func<T, Guid> id) =>
        rows.Select(id).Order().SequenceEqual(expected.Order()) ? Result.Success : Error.Forbidden();

    private sealed record Expectation(IReadOnlyCollection<Asker> Admitted, IReadOnlyCollection<Asker> Forbidden)
    {
        public string Of(Asker asker) => Admitted.Contains(asker) ? "admitted" : Forbidden.Contains(asker) ? "forbidden" : "not found";
    }
}
