using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Invitations;
using static ScoEvents.IntegrationTests.Access.PermissionExpectations;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>Rows of invitations, delegations and focal points.</summary>
internal static partial class PermissionRows
{
    public static Dictionary<string, (Expectation Expected, Func<PermissionWorld, Actor, Task<Result?>> Ask)> Delegations() => new()
    {
        ["InvitationService.InviteAsync"] = (Organisers, async (w, a) => await w.Get<InvitationService>().InviteAsync(a, w.EventId, new InviteForm(), default)),
        ["InvitationService.ChangeQuotaAsync"] = (Organisers, async (w, a) => await w.Get<InvitationService>().ChangeQuotaAsync(a, w.EventId, w.InvitationId, new QuotaForm(), default)),
        ["InvitationService.WithdrawAsync"] = (Organisers, async (w, a) => await w.Get<InvitationService>().WithdrawAsync(a, w.EventId, w.WithdrawnInvitationId, default)),
        ["InvitationService.AcceptAsync"] = (OwnSide, async (w, a) => await w.Get<InvitationService>().AcceptAsync(a, w.InvitationId, default)),
        ["InvitationService.DeclineAsync"] = (OwnSide, async (w, a) => await w.Get<InvitationService>().DeclineAsync(a, w.InvitationId, default)),
        ["InvitationQueries.OfEventAsync"] = (Organisers, async (w, a) => await w.Get<InvitationQueries>().OfEventAsync(a, w.EventId, Order, default)),
        ["InvitationQueries.MineAsync"] = (Everybody, async (w, a) => Only(await w.Get<InvitationQueries>().MineAsync(a, default), a == w[Asker.FocalPoint] ? [w.InvitationId] : [], row => row.Id)),
        ["DelegationService.ImportAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().ImportAsync(a, w.InvitationId, [], new Dictionary<Guid, uint>(), default)),
        ["DelegateImportQueries.GetSettingAsync"] = (OwnSideHidden, async (w, a) => await w.Get<DelegateImportQueries>().GetSettingAsync(a, w.InvitationId, default)),
        ["DelegateImportQueries.PlanAsync"] = (OwnSideHidden, async (w, a) => await w.Get<DelegateImportQueries>().PlanAsync(a, w.InvitationId, NoTable, new DelegateImportForm(), default)),
        ["DelegateImportQueries.StateNamesAsync"] = (OwnSideHidden, async (w, a) => await w.Get<DelegateImportQueries>().StateNamesAsync(a, w.InvitationId, "en", default)),
        ["DelegateImportService.ApplyAsync"] = (OwnSideHidden, async (w, a) => await w.Get<DelegateImportService>().ApplyAsync(a, w.InvitationId, NoTable, new DelegateImportForm(), default)),
        ["FocalPointService.InviteAsync"] = (Namers, async (w, a) => await w.Get<FocalPointService>().InviteAsync(a, w.InvitationId, new FocalPointForm(), default)),
        ["FocalPointService.RevokeLinkAsync"] = (Namers, async (w, a) => await w.Get<FocalPointService>().RevokeLinkAsync(a, w.InvitationId, w.FocalPointLinkId, default)),
        ["FocalPointService.EndAsync"] = (Namers, async (w, a) => await w.Get<FocalPointService>().EndAsync(a, w.InvitationId, w.StandingFocalPointId, default)),
        ["FocalPointLinkService.AcceptAsync"] = (NobodyYet, async (w, a) => await w.Get<FocalPointLinkService>().AcceptAsync(a, new string('A', 43), default)),
        ["FocalPointLinkService.AcceptAsNewAsync"] = (NobodyYet, async (w, a) => await w.Get<FocalPointLinkService>().AcceptAsNewAsync(a, new string('A', 43), new PortalUser(), default)),
        ["FocalPointQueries.OfEventAsync"] = (Readers, async (w, a) => await w.Get<FocalPointQueries>().OfEventAsync(a, w.EventId, Order, default)),
        ["FocalPointQueries.OwnAsync"] = (OwnSideHidden, async (w, a) => await w.Get<FocalPointQueries>().OwnAsync(a, w.InvitationId, default)),
        ["FocalPointQueries.MandateAsync"] = (SideReaders, async (w, a) => await w.Get<FocalPointQueries>().MandateAsync(a, w.InvitationId, w.MandateId, default)),
        ["FocalPointQueries.LookAsync"] = (NobodyYet, async (w, a) => await w.Get<FocalPointQueries>().LookAsync(a, new string('A', 43), default)),
        ["MandateService.FileAsync"] = (Filers, async (w, a) => await w.Get<MandateService>().FileAsync(a, w.InvitationId, new MandateForm(), default)),
        ["MandateService.RemoveAsync"] = (Filers, async (w, a) => await w.Get<MandateService>().RemoveAsync(a, w.InvitationId, await w.NewMandateAsync(), default)),
        ["InvitationDeliveryService.MarkDeliveredAsync"] = (Organisers, async (w, a) => await w.Get<InvitationDeliveryService>().MarkDeliveredAsync(a, w.EventId, new ChosenInvitations(), default)),
        ["InvitationDeliveryService.MarkNoReplyAsync"] = (Organisers, async (w, a) => await w.Get<InvitationDeliveryService>().MarkNoReplyAsync(a, w.EventId, new ChosenInvitations(), default)),
        ["InvitationDeliveryService.SetDeadlineAsync"] = (Organisers, async (w, a) => await w.Get<InvitationDeliveryService>().SetDeadlineAsync(a, w.EventId, new DeadlineForm { Version = 1 }, default)),
        ["InvitationDeliveryService.EditAsync"] = (Organisers, async (w, a) => await w.Get<InvitationDeliveryService>().EditAsync(a, w.EventId, w.InvitationId, new InvitationForm { Language = "xx" }, default)),
        ["InvitationDeliveryService.RecordAnswerAsync"] = (Organisers, async (w, a) => await w.Get<InvitationDeliveryService>().RecordAnswerAsync(a, w.EventId, w.InvitationId, new AnswerForm(), default)),
        ["InvitationDeliveryService.CallOffAsync"] = (OwnSide, async (w, a) => await w.Get<InvitationDeliveryService>().CallOffAsync(a, w.InvitationId, new string('x', 2000), default)),
        ["InvitationDeskQueries.OfEventAsync"] = (Organisers, async (w, a) => await w.Get<InvitationDeskQueries>().OfEventAsync(a, w.EventId, Order, default)),
        ["InvitationDeskQueries.PreviewRemindersAsync"] = (Organisers, async (w, a) => await w.Get<InvitationDeskQueries>().PreviewRemindersAsync(a, w.EventId, [w.InvitationId], Order, default)),
        ["NoteService.IssueAsync"] = (Organisers, async (w, a) => await w.Get<NoteService>().IssueAsync(a, w.EventId, ScoEvents.Domain.Delegations.NoteKind.Invitation, new ChosenInvitations(), default)),
        ["NoteService.SaveTemplateAsync"] = (Organisers, async (w, a) => await w.Get<NoteService>().SaveTemplateAsync(a, w.EventId, new NoteTemplateForm(), default)),
        ["NoteService.ResetTemplateAsync"] = (Organisers, async (w, a) => await w.Get<NoteService>().ResetTemplateAsync(a, w.EventId, new NoteTemplateForm(), default)),
        ["NoteQueries.OfEventAsync"] = (Organisers, async (w, a) => await w.Get<NoteQueries>().OfEventAsync(a, w.EventId, default)),
        ["NoteQueries.LetterAsync"] = (NobodyYet, async (w, a) => await w.Get<NoteQueries>().LetterAsync(a, w.EventId, Nobody, default)),
        ["NoteQueries.AllLettersAsync"] = (Organisers, async (w, a) => await w.Get<NoteQueries>().AllLettersAsync(a, w.EventId, null, default)),
        ["NoteQueries.TemplateAsync"] = (Organisers, async (w, a) => await w.Get<NoteQueries>().TemplateAsync(a, w.EventId, ScoEvents.Domain.Delegations.NoteKind.Invitation, "en", default)),
        ["NoteQueries.PreviewAsync"] = (Organisers, async (w, a) => await w.Get<NoteQueries>().PreviewAsync(a, w.EventId, new NoteTemplateForm(), null, default)),
        ["ReminderService.SendAsync"] = (Organisers, async (w, a) => await w.Get<ReminderService>().SendAsync(a, w.EventId, new ChosenInvitations(), default)),
        ["DelegationService.RegisterAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().RegisterAsync(a, w.InvitationId, new DelegateForm(), default)),
        ["DelegationService.RegisterManyAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().RegisterManyAsync(a, w.InvitationId, [new DelegateForm()], default)),
        ["DelegationService.CorrectAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().CorrectAsync(a, w.InvitationId, w.DelegateId, new DelegateForm(), default)),
        ["DelegationService.PromoteAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().PromoteAsync(a, w.InvitationId, w.DelegateId, default)),
        ["DelegationService.SubmitAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().SubmitAsync(a, w.InvitationId, w.DelegateId, default)),
        ["DelegationService.SubmitAllAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().SubmitAllAsync(a, w.InvitationId, default)),
        ["DelegationService.SubstituteAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().SubstituteAsync(a, w.InvitationId, w.DelegateId, new DelegateForm(), default)),
        ["DelegationService.SubstituteFromReserveAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().SubstituteFromReserveAsync(a, w.InvitationId, w.DelegateId, w.DelegateId, default)),
        ["DelegationService.WithdrawAsync"] = (OwnSide, async (w, a) => await w.Get<DelegationService>().WithdrawAsync(a, w.InvitationId, w.SpareDelegateId, default)),
        ["DelegationSettingsService.ChangeAsync"] = (Registrars, async (w, a) => await w.Get<DelegationSettingsService>().ChangeAsync(a, w.EventId, new DelegationSettingsForm { Languages = ["xx"] }, default)),
        ["DelegationSettingsQueries.GetFormAsync"] = (Registrars, async (w, a) => await w.Get<DelegationSettingsQueries>().GetFormAsync(a, w.EventId, default)),
        ["DelegateDraftService.KeepAsync"] = (OwnSideHidden, async (w, a) => await w.Get<DelegateDraftService>().KeepAsync(a, w.InvitationId, null, new TypedPerson(new DelegateForm(), null), default)),
        ["DelegateDraftService.LatestAsync"] = (OwnSideHidden, async (w, a) => await w.Get<DelegateDraftService>().LatestAsync(a, w.InvitationId, default)),
        ["DelegateDraftService.DiscardAsync"] = (OwnSideHidden, async (w, a) => await w.Get<DelegateDraftService>().DiscardAsync(a, w.InvitationId, null, default)),
        ["PassportService.RevealAsync"] = (Passports, async (w, a) => await w.Get<PassportService>().RevealAsync(a, w.EventId, w.DelegateId, null, default)),
        ["PhotoQueries.GetAsync"] = (Photo, async (w, a) => await w.Get<PhotoQueries>().GetAsync(a, w.EventId, w.DelegateId, default)),
        ["DelegationQueries.OwnAsync"] = (OwnSideHidden, async (w, a) => await w.Get<DelegationQueries>().OwnAsync(a, w.InvitationId, default)),
        ["DelegationQueries.OfEventAsync"] = (Readers, async (w, a) => await w.Get<DelegationQueries>().OfEventAsync(a, w.EventId, Order, default)),
        ["DelegationQueries.DetailsAsync"] = (Readers, async (w, a) => await w.Get<DelegationQueries>().DetailsAsync(a, w.EventId, w.DelegationId, default)),
        ["DelegationQueries.ParticipantsAsync"] = (Readers, async (w, a) => await w.Get<DelegationQueries>().ParticipantsAsync(a, w.EventId, Order, default)),
        ["DelegationQueries.EventAsync"] = (Readers, async (w, a) => await w.Get<DelegationQueries>().EventAsync(a, w.EventId, default)),
    };
}
