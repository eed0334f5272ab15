using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api;
using ScoEvents.Web.Features.Dashboard;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Notices;
using ScoEvents.Web.Features.Packages;
using ScoEvents.Web.Features.Search;
using ScoEvents.Web.Features.Translations;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Features.Webhooks;
using ScoEvents.Web.Localization;
using static ScoEvents.IntegrationTests.Access.PermissionExpectations;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>Rows of events, places, mails, packages and programs.</summary>
internal static partial class PermissionRows
{
    public static Dictionary<string, (Expectation Expected, Func<PermissionWorld, Actor, Task<Result?>> Ask)> Events() => new()
    {
        ["ApiTokenService.MakeAsync"] = (SignedIn, async (w, a) => await w.Get<ApiTokenService>().MakeAsync(a, new ApiTokenForm(), default)),
        ["ApiTokenService.RevokeAsync"] = (NobodyYet, async (w, a) => await w.Get<ApiTokenService>().RevokeAsync(a, Nobody, default)),
        ["ApiTokenQueries.ListAsync"] = (SignedIn, async (w, a) => await w.Get<ApiTokenQueries>().ListAsync(a, default)),
        ["DashboardQueries.GetAsync"] = (SignedIn, async (w, a) => await w.Get<DashboardQueries>().GetAsync(a, default)),
        ["EventsService.PlanAsync"] = (AnyPlanner, async (w, a) => await w.Get<EventsService>().PlanAsync(a, new EventForm(), default)),
        ["EventsService.EditAsync"] = (Organisers, async (w, a) => await w.Get<EventsService>().EditAsync(a, w.EventId, new EventForm(), default)),
        ["EventsQueries.ListAsync"] = (AnyStaff, async (w, a) => await w.Get<EventsQueries>().ListAsync(a, new EventFilter(null, null, 1), default)),
        ["EventsQueries.GetHeadAsync"] = (Readers, async (w, a) => await w.Get<EventsQueries>().GetHeadAsync(a, w.EventId, default)),
        ["EventsQueries.GetAsync"] = (Readers, async (w, a) => await w.Get<EventsQueries>().GetAsync(a, w.EventId, default)),
        ["EventsQueries.GetFormAsync"] = (Organisers, async (w, a) => await w.Get<EventsQueries>().GetFormAsync(a, w.EventId, default)),
        ["EventsQueries.GetChoicesAsync"] = (AnyOrganiser, async (w, a) => await w.Get<EventsQueries>().GetChoicesAsync(a, default)),
        ["EventStatusService.TakeAsync"] = (Organisers, async (w, a) => await w.Get<EventStatusService>().TakeAsync(a, w.EventId, ScoEvents.Domain.Events.EventAct.Cancel, default)),
        ["EventStatusService.PostponeAsync"] = (Organisers, async (w, a) => await w.Get<EventStatusService>().PostponeAsync(a, w.EventId, new PostponeForm(), default)),
        ["EventStatusService.ResumeAsync"] = (Organisers, async (w, a) => await w.Get<EventStatusService>().ResumeAsync(a, w.EventId, new ResumeForm { Version = 1 }, default)),
        ["EventStatusService.CancelAsync"] = (Organisers, async (w, a) => await w.Get<EventStatusService>().CancelAsync(a, w.EventId, new CancelForm { Version = 1 }, default)),
        ["EventCloningService.CloneAsync"] = (Planners, async (w, a) => await w.Get<EventCloningService>().CloneAsync(a, w.EventId, new CloneForm(), default)),
        ["EventTemplateService.ApplyAsync"] = (Organisers, async (w, a) => await w.Get<EventTemplateService>().ApplyAsync(a, w.EventId, new TemplateForm(), default)),
        ["WholeEventQueries.GetImpactAsync"] = (Organisers, async (w, a) => await w.Get<WholeEventQueries>().GetImpactAsync(a, w.EventId, default)),
        ["WholeEventQueries.GetCloneFormAsync"] = (Planners, async (w, a) => await w.Get<WholeEventQueries>().GetCloneFormAsync(a, w.EventId, default)),
        ["WholeEventQueries.GetNextSidesAsync"] = (Planners, async (w, a) => await w.Get<WholeEventQueries>().GetNextSidesAsync(a, w.EventId, new DateOnly(2027, 12, 6), default)),
        ["WholeEventQueries.GetTemplateChoicesAsync"] = (Organisers, async (w, a) => await w.Get<WholeEventQueries>().GetTemplateChoicesAsync(a, w.EventId, default)),
        ["WholeEventQueries.GetSeriesAsync"] = (Readers, async (w, a) => await w.Get<WholeEventQueries>().GetSeriesAsync(a, w.SeriesId, default)),
        ["WebhookService.AddAsync"] = (Organisers, async (w, a) => await w.Get<WebhookService>().AddAsync(a, w.EventId, new WebhookForm(), default)),
        ["WebhookService.SwitchAsync"] = (Organisers, async (w, a) => await w.Get<WebhookService>().SwitchAsync(a, w.EventId, w.WebhookId, true, default)),
        ["WebhookService.RemoveAsync"] = (NobodyButRefused, async (w, a) => await w.Get<WebhookService>().RemoveAsync(a, w.EventId, Nobody, default)),
        ["WebhookService.SendAgainAsync"] = (NobodyButRefused, async (w, a) => await w.Get<WebhookService>().SendAgainAsync(a, w.EventId, Nobody, default)),
        ["WebhookQueries.GetAsync"] = (Organisers, async (w, a) => await w.Get<WebhookQueries>().GetAsync(a, w.EventId, default)),
        ["VenuesService.AddRoomAsync"] = (Organisers, async (w, a) => await w.Get<VenuesService>().AddRoomAsync(a, w.EventId, new RoomForm(), default)),
        ["VenuesService.UseRoomAsync"] = (Organisers, async (w, a) => await w.Get<VenuesService>().UseRoomAsync(a, w.EventId, new UseRoomForm(), default)),
        ["VenuesService.RemoveRoomAsync"] = (Organisers, async (w, a) => await w.Get<VenuesService>().RemoveRoomAsync(a, w.EventId, w.RoomId, default)),
        ["VenuesService.MoveRoomAsync"] = (Organisers, async (w, a) => await w.Get<VenuesService>().MoveRoomAsync(a, w.EventId, w.RoomId, 0, default)),
        ["RoomsService.EditRoomAsync"] = (Organisers, async (w, a) => await w.Get<RoomsService>().EditRoomAsync(a, w.EventId, w.RoomId, new RoomEditForm(), default)),
        ["RoomsService.EditVenueAsync"] = (Organisers, async (w, a) => await w.Get<RoomsService>().EditVenueAsync(a, w.EventId, w.VenueId, new VenueEditForm(), default)),
        ["VenuesQueries.GetRoomAsync"] = (Organisers, async (w, a) => await w.Get<VenuesQueries>().GetRoomAsync(a, w.EventId, w.RoomId, default)),
        ["VenuesQueries.GetVenueAsync"] = (Organisers, async (w, a) => await w.Get<VenuesQueries>().GetVenueAsync(a, w.EventId, w.VenueId, default)),
        ["VenuesQueries.GetAsync"] = (Readers, async (w, a) => await w.Get<VenuesQueries>().GetAsync(a, w.EventId, default)),
        ["TranslationService.SetLanguagesAsync"] = (Organisers, async (w, a) => await w.Get<TranslationService>().SetLanguagesAsync(a, w.EventId, new EventLanguagesForm(), default)),
        ["TranslationService.WriteAsync"] = (Organisers, async (w, a) => await w.Get<TranslationService>().WriteAsync(a, w.EventId, new TranslationForm { Kind = TextKind.SpeakerName, Id = w.SpeakerId, Language = "ru", Text = "Имя" }, default)),
        ["TranslationQueries.GetAsync"] = (Readers, async (w, a) => await w.Get<TranslationQueries>().GetAsync(a, w.EventId, default)),
        ["PackageService.ExportAsync"] = (Organisers, async (w, a) => await w.Get<PackageService>().ExportAsync(a, w.EventId, default)),
        ["PackageService.ImportAsync"] = (AnyPlanner, async (w, a) => await w.Get<PackageService>().ImportAsync(a, [], default)),
        ["MailService.DecideAsync"] = (Organisers, async (w, a) => await w.Get<MailService>().DecideAsync(a, w.EventId, [], MailDecision.Send, default)),
        ["MailService.SendAllAsync"] = (Organisers, async (w, a) => await w.Get<MailService>().SendAllAsync(a, w.EventId, DateTimeOffset.UnixEpoch, default)),
        ["MailQueries.ListAsync"] = (Organisers, async (w, a) => await w.Get<MailQueries>().ListAsync(a, w.EventId, null, 1, default)),
        ["MailQueries.GetAsync"] = (Organisers, async (w, a) => await w.Get<MailQueries>().GetAsync(a, w.EventId, w.MailId, default)),
        ["NoticeQueries.CountUnreadAsync"] = (Everybody, async (w, a) => Result.Ok(await w.Get<NoticeQueries>().CountUnreadAsync(a, default))),
        ["NoticeQueries.ListAsync"] = (Everybody, async (w, a) => Result.Ok(await w.Get<NoticeQueries>().ListAsync(a, new NoticeFilter(), PortalLanguages.English, default))),
        ["NoticeService.ReadAsync"] = (NobodyYet, async (w, a) => await w.Get<NoticeService>().ReadAsync(a, Nobody, default)),
        ["NoticeService.ReadAllAsync"] = (SignedIn, async (w, a) => await w.Get<NoticeService>().ReadAllAsync(a, null, DateTimeOffset.MinValue, default)),
        // Everybody may ask, and finds what that reader may read.
        ["SearchQueries.FindAsync"] = (Everybody, async (w, a) => Result.Ok(await w.Get<SearchQueries>().FindAsync(a, "seminar", PortalLanguages.English, default))),
    };
}
