using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Translations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Dashboard.Staff;

public sealed partial class PlannedPart
{
    private static readonly string[] _steps =
        ["Basics", "AddRooms", "DraftSessions", "InviteSides", "PublishProgramme"];

    [Inject]
    public required IStringLocalizer<DashboardTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<GuideTexts> Guide { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<PlannedRow> Rows { get; set; }

    private string Say(PlannedRow row, Gap gap) => gap switch
    {
        { Kind: GapKind.Unpublished } when row.Releases == 0 => Texts["Gap.NotPublished"],
        { Count: 0 } => Texts[$"Gap.{gap.Kind}"],
        { Languages: { } languages } =>
            $"{Texts.Counted($"Gap.{gap.Kind}", gap.Count)} ({PortalLanguages.Current.List(PortalLanguages.All.Where(language => languages.Contains(language.Code)).Select(language => language.NativeName))})",
        _ => Texts.Counted($"Gap.{gap.Kind}", gap.Count),
    };

    private static string AddressOf(PlannedRow row, Gap gap) => gap.Kind switch
    {
        GapKind.NoRooms => PortalRoutes.StaffVenue(row.EventId),
        GapKind.Conflicts => ConflictRoutes.Conflicts(row.EventId),
        GapKind.NoSessions or GapKind.Unscheduled or GapKind.WithoutSpeaker => PortalRoutes.StaffProgramme(row.EventId),
        GapKind.Untranslated => TranslationRoutes.Missing(row.EventId, null),
        GapKind.Unpublished => EventRoutes.Publish(row.EventId),
        GapKind.NotInvited or GapKind.Unanswered => PortalRoutes.StaffEventInvitations(row.EventId),
        GapKind.Waiting => DelegationRoutes.Review(row.EventId),
    };
}
