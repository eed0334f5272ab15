using ScoEvents.Domain.Access;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.CheckIn;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Privacy;
using static ScoEvents.IntegrationTests.Access.PermissionExpectations;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>Rows of accreditation, badges, doors, lists and attendance.</summary>
internal static partial class PermissionRows
{
    public static Dictionary<string, (Expectation Expected, Func<PermissionWorld, Actor, Task<Result?>> Ask)> Door() => new()
    {
        ["AccreditationQueries.QueueAsync"] = (Registrars, async (w, a) => await w.Get<AccreditationQueries>().QueueAsync(a, w.EventId, new ReviewFilter(ReviewShelf.Everybody), Order, default)),
        ["AccreditationQueries.CaseAsync"] = (Registrars, async (w, a) => await w.Get<AccreditationQueries>().CaseAsync(a, w.EventId, w.CaseId, default)),
        ["AccreditationQueries.PhotoAsync"] = (Registrars, async (w, a) => await w.Get<AccreditationQueries>().PhotoAsync(a, w.EventId, w.CaseId, default)),
        ["AccreditationService.ActAsync"] = (Registrars, async (w, a) => await w.Get<AccreditationService>().ActAsync(a, w.EventId, new ReviewForm { CaseId = w.CaseId, Version = 1 }, default)),
        ["AccreditationService.PreviewApprovalAsync"] = (Registrars, async (w, a) => await w.Get<AccreditationService>().PreviewApprovalAsync(a, w.EventId, [], default)),
        ["AccreditationService.ApproveAllAsync"] = (Registrars, async (w, a) => await w.Get<AccreditationService>().ApproveAllAsync(a, w.EventId, [], default)),
        ["AccreditationService.MarkVettingAsync"] = (Registrars, async (w, a) => await w.Get<AccreditationService>().MarkVettingAsync(a, w.EventId, [], ScoEvents.Domain.Accreditation.Vetting.Sent, default)),
        ["LetterService.WriteAsync"] = (Registrars, async (w, a) => await w.Get<LetterService>().WriteAsync(a, w.EventId, new LettersWanted(ScoEvents.Domain.Accreditation.LetterKind.Confirmation, [], "en"), default)),
        ["ParticipantQueries.ListsAsync"] = (Readers, async (w, a) => await w.Get<ParticipantQueries>().ListsAsync(a, w.EventId, default)),
        ["ParticipantQueries.GetAsync"] = (Readers, async (w, a) => await w.Get<ParticipantQueries>().GetAsync(a, w.EventId, 1, Order, default)),
        ["ParticipantQueries.CompareAsync"] = (Readers, async (w, a) => await w.Get<ParticipantQueries>().CompareAsync(a, w.EventId, 1, null, Order, default)),
        ["ParticipantQueries.FileAsync"] = (Readers, async (w, a) => await w.Get<ParticipantQueries>().FileAsync(a, w.EventId, 1, new ListFileOptions(Order.Alphabet, "en"), default)),
        ["ParticipantQueries.DifferenceFileAsync"] = (Readers, async (w, a) => await w.Get<ParticipantQueries>().DifferenceFileAsync(a, w.EventId, (1, 1), new ListFileOptions(Order.Alphabet, "en"), default)),
        ["AttendanceQueries.OfEventAsync"] = (Readers, async (w, a) => await w.Get<AttendanceQueries>().OfEventAsync(a, w.EventId, w.SessionId, null, default)),
        ["SessionMatrixQueries.OfEventAsync"] = (Readers, async (w, a) => await w.Get<SessionMatrixQueries>().OfEventAsync(a, w.EventId, 1, default)),
        ["AttendanceMatrixQueries.MatrixAsync"] = (AnyStaff, async (w, a) => await w.Get<AttendanceMatrixQueries>().MatrixAsync(a, 1, default)),
        ["AttendanceMatrixQueries.SelectAsync"] = (AnyStaff, async (w, a) => await w.Get<AttendanceMatrixQueries>().SelectAsync(a, new SideSelection([], [], []), new DateOnly(2026, 12, 8), default)),
        ["AttendanceService.RecordAsync"] = (Registrars, async (w, a) => await w.Get<AttendanceService>().RecordAsync(a, w.EventId, new AttendanceForm { State = (ScoEvents.Domain.Events.Attendance)99 }, default)),
        ["AttendanceService.AcceptProposalsAsync"] = (Registrars, async (w, a) => await w.Get<AttendanceService>().AcceptProposalsAsync(a, w.EventId, null, default)),
        ["PrivacyQueries.OfEventAsync"] = (Registrars, async (w, a) => await w.Get<PrivacyQueries>().OfEventAsync(a, w.EventId, "Head", default)),
        ["PrivacyQueries.PersonAsync"] = (Registrars, async (w, a) => await w.Get<PrivacyQueries>().PersonAsync(a, w.EventId, w.DelegateId, "en", default)),
        ["PrivacyService.KeepUntilAsync"] = (Registrars, async (w, a) => await w.Get<PrivacyService>().KeepUntilAsync(a, w.EventId, new RetentionForm { Day = new DateOnly(2020, 1, 1) }, default)),
        ["PrivacyService.PurgeAsync"] = (Registrars, async (w, a) => await w.Get<PrivacyService>().PurgeAsync(a, w.EventId, default)),
        ["PrivacyService.EraseAsync"] = (Registrars, async (w, a) => await w.Get<PrivacyService>().EraseAsync(a, w.EventId, w.DelegateId, default)),
        ["ParticipantService.IssueAsync"] = (Registrars, async (w, a) => await w.Get<ParticipantService>().IssueAsync(a, w.EventId, new ListForm { Number = 9 }, default)),
        ["BadgeService.IssueAsync"] = (Registrars, async (w, a) => await w.Get<BadgeService>().IssueAsync(a, w.EventId, w.DelegateId, default)),
        ["BadgeService.IssueManyAsync"] = (Registrars, async (w, a) => await w.Get<BadgeService>().IssueManyAsync(a, w.EventId, [], default)),
        ["BadgeService.ReissueAsync"] = (Registrars, async (w, a) => await w.Get<BadgeService>().ReissueAsync(a, w.EventId, w.DelegateId, default)),
        ["BadgeService.RevokeAsync"] = (Registrars, async (w, a) => await w.Get<BadgeService>().RevokeAsync(a, w.EventId, w.DelegateId, new RevokeForm(), default)),
        ["BadgeService.RotateKeyAsync"] = (Registrars, async (w, a) => await w.Get<BadgeService>().RotateKeyAsync(a, w.EventId, default)),
        ["BadgePrintService.PrintAsync"] = (Registrars, async (w, a) => await w.Get<BadgePrintService>().PrintAsync(a, w.EventId, new BadgePrintForm { Language = "xx" }, default)),
        ["BadgeQueries.BoardAsync"] = (Registrars, async (w, a) => await w.Get<BadgeQueries>().BoardAsync(a, w.EventId, new BadgeFilter(BadgeShelf.All, null, 1, "en"), default)),
        ["BadgeQueries.RevokedAsync"] = (Readers, async (w, a) => await w.Get<BadgeQueries>().RevokedAsync(a, w.EventId, default)),
        ["CheckInService.AcceptAsync"] = (Readers, async (w, a) => await w.Get<CheckInService>().AcceptAsync(a, w.EventId, new ScanBatchForm(), default)),
        ["CheckInQueries.HeadAsync"] = (Readers, async (w, a) => await w.Get<CheckInQueries>().HeadAsync(a, w.EventId, default)),
        ["CheckInQueries.StateAsync"] = (Readers, async (w, a) => await w.Get<CheckInQueries>().StateAsync(a, w.EventId, default)),
        ["CheckInQueries.PulseAsync"] = (Readers, async (w, a) => await w.Get<CheckInQueries>().PulseAsync(a, w.EventId, 0, default)),
        ["CheckInQueries.FindAsync"] = (Readers, async (w, a) => await w.Get<CheckInQueries>().FindAsync(a, w.EventId, "Head", default)),
        ["CheckInQueries.BoardAsync"] = (Readers, async (w, a) => await w.Get<CheckInQueries>().BoardAsync(a, w.EventId, false, 1, default)),
    };
}
