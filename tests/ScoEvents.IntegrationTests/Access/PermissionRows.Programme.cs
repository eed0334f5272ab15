using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Web.Features.DailyLists;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.Feeds;
using ScoEvents.Web.Features.Import;
using ScoEvents.Web.Features.Programme;
using static ScoEvents.IntegrationTests.Access.PermissionExpectations;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>Rows of programmes, their files and imports.</summary>
internal static partial class PermissionRows
{
    public static Dictionary<string, (Expectation Expected, Func<PermissionWorld, Actor, Task<Result?>> Ask)> Programme() => new()
    {
        ["ProgrammeService.AddSessionAsync"] = (Organisers, async (w, a) => await w.Get<ProgrammeService>().AddSessionAsync(a, w.EventId, new SessionForm { Type = null }, default)),
        ["ProgrammeService.EditSessionAsync"] = (Organisers, async (w, a) => await w.Get<ProgrammeService>().EditSessionAsync(a, w.EventId, w.SessionId, new SessionForm { Type = null }, default)),
        ["ProgrammeService.UnscheduleSessionAsync"] = (Organisers, async (w, a) => await w.Get<ProgrammeService>().UnscheduleSessionAsync(a, w.EventId, w.SessionId, 1, default)),
        ["ProgrammeService.DeleteSessionAsync"] = (Organisers, async (w, a) => await w.Get<ProgrammeService>().DeleteSessionAsync(a, w.EventId, w.SessionId, 1, default)),
        ["ProgrammeService.ChangeStateAsync"] = (Organisers, async (w, a) => await w.Get<ProgrammeService>().ChangeStateAsync(a, w.EventId, w.SessionId, SessionState.Confirmed, 1, default)),
        ["ProgrammeQueries.GetDraftAsync"] = (Readers, async (w, a) => await w.Get<ProgrammeQueries>().GetDraftAsync(a, w.EventId, default)),
        ["SessionQueries.GetAsync"] = (Organisers, async (w, a) => await w.Get<SessionQueries>().GetAsync(a, w.EventId, w.SessionId, default)),
        ["SpeakerService.AddAsync"] = (Organisers, async (w, a) => await w.Get<SpeakerService>().AddAsync(a, w.EventId, new SpeakerForm(), default)),
        ["SpeakerService.EditAsync"] = (Organisers, async (w, a) => await w.Get<SpeakerService>().EditAsync(a, w.EventId, w.SpeakerId, new SpeakerForm(), default)),
        ["SpeakerService.DeleteAsync"] = (Organisers, async (w, a) => await w.Get<SpeakerService>().DeleteAsync(a, w.EventId, w.SpeakerId, 1, default)),
        ["SpeakerService.MergeAsync"] = (Organisers, async (w, a) => await w.Get<SpeakerService>().MergeAsync(a, w.EventId, new MergeForm { StaysId = w.SpeakerId, GoesId = w.SpeakerId }, default)),
        ["SpeakerQueries.ListAsync"] = (Readers, async (w, a) => await w.Get<SpeakerQueries>().ListAsync(a, w.EventId, new SpeakerFilter(null, 1, "en"), default)),
        ["SpeakerQueries.GetAsync"] = (Organisers, async (w, a) => await w.Get<SpeakerQueries>().GetAsync(a, w.EventId, w.SpeakerId, default)),
        ["SpeakerQueries.FindAlikeAsync"] = (Organisers, async (w, a) => await w.Get<SpeakerQueries>().FindAlikeAsync(a, w.EventId, LocalizedText.Of(en: "Anil Kumar"), null, default)),
        ["TrackService.AddAsync"] = (Organisers, async (w, a) => await w.Get<TrackService>().AddAsync(a, w.EventId, new TrackForm(), default)),
        ["TrackService.EditAsync"] = (Organisers, async (w, a) => await w.Get<TrackService>().EditAsync(a, w.EventId, w.TrackId, new TrackForm(), default)),
        ["TrackService.MoveAsync"] = (Organisers, async (w, a) => await w.Get<TrackService>().MoveAsync(a, w.EventId, w.TrackId, 1, default)),
        ["TrackService.DeleteAsync"] = (Organisers, async (w, a) => await w.Get<TrackService>().DeleteAsync(a, w.EventId, w.TrackId, 1, default)),
        ["TrackQueries.ListAsync"] = (Readers, async (w, a) => await w.Get<TrackQueries>().ListAsync(a, w.EventId, default)),
        ["DocumentService.UploadAsync"] = (Organisers, async (w, a) => await w.Get<DocumentService>().UploadAsync(a, w.EventId, w.SessionId, new DocumentForm(), default)),
        ["DocumentService.RenameAsync"] = (Organisers, async (w, a) => await w.Get<DocumentService>().RenameAsync(a, w.EventId, w.DocumentId, LocalizedText.Of(en: "Paper"), 1, default)),
        ["DocumentService.ClassifyAsync"] = (Organisers, async (w, a) => await w.Get<DocumentService>().ClassifyAsync(a, w.EventId, w.VersionId, (Classification)77, default)),
        ["DocumentService.WithdrawAsync"] = (Organisers, async (w, a) => await w.Get<DocumentService>().WithdrawAsync(a, w.EventId, w.SpareVersionId, default)),
        ["DocumentQueries.ListAsync"] = (Readers, async (w, a) => await w.Get<DocumentQueries>().ListAsync(a, w.EventId, w.SessionId, default)),
        ["DocumentQueries.GetDownloadAsync"] = (Readers, async (w, a) => await w.Get<DocumentQueries>().GetDownloadAsync(a, w.EventId, w.VersionId, default)),
        ["DocumentQueries.CopyAsync"] = (Readers, async (w, a) => await w.Get<DocumentQueries>().CopyAsync(a, w.EventId, w.VersionId, Stream.Null, default)),
        ["ProgrammeQueries.PreviewReleaseAsync"] = (Organisers, async (w, a) => await w.Get<ProgrammeQueries>().PreviewReleaseAsync(a, w.EventId, default)),
        ["ScheduleService.MoveAsync"] = (Organisers, async (w, a) => await w.Get<ScheduleService>().MoveAsync(a, w.EventId, [new SessionMove(w.SessionId, 1, null)], default)),
        ["ScheduleService.CopyDayAsync"] = (Organisers, async (w, a) => await w.Get<ScheduleService>().CopyDayAsync(a, w.EventId, DateOnly.MinValue, DateOnly.MinValue, default)),
        ["ScheduleService.AnnounceAsync"] = (Readers, async (w, a) => await w.Get<ScheduleService>().AnnounceAsync(a, w.EventId, BoardState.Left, default)),
        ["ScheduleQueries.GetAsync"] = (Readers, async (w, a) => await w.Get<ScheduleQueries>().GetAsync(a, w.EventId, default)),
        ["ScheduleQueries.GetVisitorsAsync"] = (Readers, async (w, a) => await w.Get<ScheduleQueries>().GetVisitorsAsync(a, w.EventId, [], default)),
        ["AvailabilityService.AddAsync"] = (Organisers, async (w, a) => await w.Get<AvailabilityService>().AddAsync(a, w.EventId, new AvailabilityForm(), default)),
        ["AvailabilityService.EditAsync"] = (Organisers, async (w, a) => await w.Get<AvailabilityService>().EditAsync(a, w.EventId, w.AbsenceId, new AvailabilityForm(), default)),
        ["AvailabilityService.DeleteAsync"] = (Organisers, async (w, a) => await w.Get<AvailabilityService>().DeleteAsync(a, w.EventId, w.AbsenceId, 1, default)),
        ["AvailabilityQueries.GetAsync"] = (Readers, async (w, a) => await w.Get<AvailabilityQueries>().GetAsync(a, w.EventId, default)),
        ["AvailabilityQueries.GetFormAsync"] = (Organisers, async (w, a) => await w.Get<AvailabilityQueries>().GetFormAsync(a, w.EventId, w.AbsenceId, default)),
        ["InterpretersService.AddAsync"] = (Organisers, async (w, a) => await w.Get<InterpretersService>().AddAsync(a, w.EventId, new InterpretersForm(), default)),
        ["InterpretersService.EditAsync"] = (Organisers, async (w, a) => await w.Get<InterpretersService>().EditAsync(a, w.EventId, w.TeamId, new InterpretersForm(), default)),
        ["InterpretersService.DeleteAsync"] = (Organisers, async (w, a) => await w.Get<InterpretersService>().DeleteAsync(a, w.EventId, w.TeamId, 1, default)),
        ["InterpretersQueries.ListAsync"] = (Readers, async (w, a) => await w.Get<InterpretersQueries>().ListAsync(a, w.EventId, default)),
        ["ProgrammeSettingsService.SaveAsync"] = (Organisers, async (w, a) => await w.Get<ProgrammeSettingsService>().SaveAsync(a, w.EventId, new ProgrammeSettingsForm(), default)),
        ["ConflictsService.AcknowledgeAsync"] = (Organisers, async (w, a) => await w.Get<ConflictsService>().AcknowledgeAsync(a, w.EventId, new AcknowledgeForm(), default)),
        ["ConflictsService.RevokeAsync"] = (Organisers, async (w, a) => await w.Get<ConflictsService>().RevokeAsync(a, w.EventId, Nobody, default)),
        ["ConflictsQueries.GetAsync"] = (Readers, async (w, a) => await w.Get<ConflictsQueries>().GetAsync(a, w.EventId, default)),
        ["ConflictsQueries.GetReleasedAsync"] = (Readers, async (w, a) => await w.Get<ConflictsQueries>().GetReleasedAsync(a, w.EventId, 1, default)),
        ["ConflictsQueries.GetSettingsAsync"] = (Readers, async (w, a) => await w.Get<ConflictsQueries>().GetSettingsAsync(a, w.EventId, default)),
        ["ReleaseService.PublishAsync"] = (Organisers, async (w, a) => await w.Get<ReleaseService>().PublishAsync(a, w.EventId, new ReleaseForm { Name = new string('n', 200) }, default)),
        ["ExportQueries.ChoicesAsync"] = (Readers, async (w, a) => await w.Get<ExportQueries>().ChoicesAsync(a, w.EventId, default)),
        ["ExportQueries.PreviewAsync"] = (Readers, async (w, a) => await w.Get<ExportQueries>().PreviewAsync(a, w.EventId, NotAForm, default)),
        ["ExportQueries.FileAsync"] = (Readers, async (w, a) => await w.Get<ExportQueries>().FileAsync(a, w.EventId, NotAForm, default)),
        ["ExportService.SavePresetAsync"] = (Readers, async (w, a) => await w.Get<ExportService>().SavePresetAsync(a, w.EventId, "", new ExportForm(), default)),
        ["ExportService.DeletePresetAsync"] = (Readers, async (w, a) => await w.Get<ExportService>().DeletePresetAsync(a, w.EventId, Nobody, default)),
        ["ExportService.PrintAsync"] = (Readers, async (w, a) => await w.Get<ExportService>().PrintAsync(a, w.EventId, NotAForm, default)),
        ["ExportService.FindPrintedAsync"] = (NobodyYet, async (w, a) => await w.Get<ExportService>().FindPrintedAsync(a, w.EventId, Nobody, default)),
        ["FeedQueries.ListAsync"] = (Readers, async (w, a) => await w.Get<FeedQueries>().ListAsync(a, w.EventId, default)),
        ["FeedService.OpenAsync"] = (Readers, async (w, a) => await w.Get<FeedService>().OpenAsync(a, w.EventId, new FeedForm { Subject = "" }, default)),
        // Who may is told that there is no such address; who may not hears the same, so that no identity can be tried out.
        ["FeedService.RevokeAsync"] = (NobodyYet, async (w, a) => await w.Get<FeedService>().RevokeAsync(a, w.EventId, Nobody, default)),
        ["DailyListQueries.ListAsync"] = (Organisers, async (w, a) => await w.Get<DailyListQueries>().ListAsync(a, w.EventId, default)),
        ["DailyListService.SetUpAsync"] = (Organisers, async (w, a) => await w.Get<DailyListService>().SetUpAsync(a, w.EventId, new DailyListForm(), default)),
        ["DailyListService.PauseAsync"] = (OrganisersOfNothing, async (w, a) => await w.Get<DailyListService>().PauseAsync(a, w.EventId, Nobody, default)),
        ["DailyListService.ResumeAsync"] = (OrganisersOfNothing, async (w, a) => await w.Get<DailyListService>().ResumeAsync(a, w.EventId, Nobody, default)),
        ["DailyListService.SendNowAsync"] = (OrganisersOfNothing, async (w, a) => await w.Get<DailyListService>().SendNowAsync(a, w.EventId, Nobody, default)),
        ["DailyListService.DeleteAsync"] = (OrganisersOfNothing, async (w, a) => await w.Get<DailyListService>().DeleteAsync(a, w.EventId, Nobody, default)),
        ["ImportQueries.GetSettingAsync"] = (Organisers, async (w, a) => await w.Get<ImportQueries>().GetSettingAsync(a, w.EventId, default)),
        ["ImportQueries.PlanAsync"] = (Organisers, async (w, a) => await w.Get<ImportQueries>().PlanAsync(a, w.EventId, new ScheduleReading(null, []), new ImportForm { Type = null }, default)),
        ["ImportService.ApplyAsync"] = (Organisers, async (w, a) => await w.Get<ImportService>().ApplyAsync(a, w.EventId, new ImportPlan(w.EventId, "another draft", [], [], NoSteps), null, default)),
        ["ReleaseService.LoadAsync"] = (Organisers, async (w, a) => await w.Get<ReleaseService>().LoadAsync(a, w.EventId, 1, new LoadForm(), default)),
        ["ReleaseQueries.ListAsync"] = (Readers, async (w, a) => await w.Get<ReleaseQueries>().ListAsync(a, w.EventId, default)),
        ["ReleaseQueries.GetAsync"] = (Readers, async (w, a) => await w.Get<ReleaseQueries>().GetAsync(a, w.EventId, 1, default)),
        ["ReleaseQueries.CompareAsync"] = (Readers, async (w, a) => await w.Get<ReleaseQueries>().CompareAsync(a, w.EventId, 1, null, default)),
        ["ReleaseQueries.PreviewLoadAsync"] = (Organisers, async (w, a) => await w.Get<ReleaseQueries>().PreviewLoadAsync(a, w.EventId, 1, default)),
    };
}
