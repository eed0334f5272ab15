using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Features.DailyLists;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Feeds;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Help;
using ScoEvents.Web.Features.Import;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Packages;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Features.Webhooks;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Search;

/// <summary>The pages of the portal by their names in the reader's language; those of an event for each that the reader works on.</summary>
public sealed class SearchPages(IStringLocalizer<SearchTexts> texts, IStringLocalizer<HelpTexts> help)
{
    // Pages without words before anything is typed: where one goes most.
    private const int AtRest = 8;

    // A name that says nothing of the event is meant for the nearest ones.
    private const int NearestDesks = 3;

    private static readonly (string Key, Func<Reach, bool> May, string Address)[] _pages =
    [
        ("Home", reach => true, PortalRoutes.StaffHome),
        ("Events", reach => reach.IsStaffSomewhere, PortalRoutes.StaffEvents),
        ("NewEvent", reach => reach.CanPlanSomewhere, PortalRoutes.NewStaffEvent),
        ("MyInvitations", reach => reach.Sides.Any(), PortalRoutes.StaffInvitations),
        ("AttendanceMatrix", reach => reach.IsStaffSomewhere, AttendanceRoutes.Matrix),
        ("Tokens", reach => true, ApiRoutes.Tokens),
        ("PackageImport", reach => reach.CanPlanSomewhere, PackageRoutes.Import),
    ];

    private static readonly (string Key, Func<Reach, EventScope, bool> May, Func<Guid, string> Address)[] _desks =
    [
        ("Overview", Reads, PortalRoutes.StaffEvent),
        ("Edit", Organises, EventRoutes.Edit),
        ("Programme", Reads, PortalRoutes.StaffProgramme),
        ("NewSession", Organises, id => EventRoutes.NewSession(id)),
        ("Speakers", Reads, id => ProgrammeRoutes.Speakers(id)),
        ("Conflicts", Reads, id => ConflictRoutes.Conflicts(id)),
        ("Import", Organises, ImportRoutes.Page),
        ("Publish", Organises, EventRoutes.Publish),
        ("Releases", Reads, ReleaseRoutes.Releases),
        ("Venue", Reads, PortalRoutes.StaffVenue),
        ("Availability", Reads, VenueRoutes.Availability),
        ("Interpreters", Reads, VenueRoutes.Interpreters),
        ("Invitations", Reads, PortalRoutes.StaffEventInvitations),
        ("FocalPoints", Organises, DelegationRoutes.FocalPoints),
        ("Delegations", Reads, PortalRoutes.StaffDelegations),
        ("Review", (reach, scope) => reach.CanAccredit(scope), DelegationRoutes.Review),
        ("Badges", (reach, scope) => reach.CanAccredit(scope), DelegationRoutes.Badges),
        ("CheckIn", Reads, DelegationRoutes.CheckIn),
        ("Lists", Reads, DelegationRoutes.Lists),
        ("Attendance", Reads, DelegationRoutes.Attendance),
        ("Privacy", (reach, scope) => reach.CanAccredit(scope), DelegationRoutes.Privacy),
        ("Mail", Organises, MailRoutes.Mails),
        ("Exports", Reads, PortalRoutes.StaffExports),
        ("Calendars", Reads, FeedRoutes.Page),
        ("DailyLists", Organises, DailyListRoutes.Page),
        ("Package", Organises, PackageRoutes.Page),
        ("Webhooks", Organises, WebhookRoutes.Webhooks),
    ];

    private static readonly (string Key, Func<Guid, string> Address)[] _own =
    [
        ("OwnDelegation", PortalRoutes.StaffInvitation),
        ("OwnImport", DelegationRoutes.Import),
        ("OwnFocalPoints", FocalPointRoutes.Own),
    ];

    private static readonly (string Key, int Steps)[] _guides = [("Organiser", 6), ("FocalPoint", 6), ("Registrar", 6), ("Staff", 4), ("Reader", 4)];

    /// <summary>Those of everybody.</summary>
    internal IEnumerable<SearchHit> Public(SearchText text, PortalLanguage language)
    {
        (string Key, string Address)[] known =
            [("PublicEvents", PortalRoutes.PublicEvents(language)), ("PublicStates", PortalRoutes.States(language)), ("PublicHelp", PortalRoutes.Help(language)), ("SignIn", PortalRoutes.SignIn(PortalRoutes.StaffHome))];
        return text.IsEmpty ? [] : known.Select(page => Hit(text, language, NameOf(page.Key), page.Address)).Concat(Guides(text, language)).OfType<SearchHit>();
    }

    /// <summary>Those of who is signed in, as far as they are that reader's.</summary>
    internal IEnumerable<SearchHit> Staff(SearchText text, PortalLanguage language, Reach reach, IReadOnlyList<DeskRow> desks)
    {
        var pages = _pages.Where(page => page.May(reach));
        if (text.IsEmpty)
        {
            return pages.Take(AtRest).Select(page => new SearchHit(SearchKind.Page, SearchRank.Word, In(language, NameOf(page.Key)), page.Address));
        }

        return pages.Select(page => Hit(text, language, NameOf(page.Key), page.Address)).OfType<SearchHit>()
            .Concat(_desks.SelectMany(page => OfDesks(text, language, page.Key, page.Address,
                [.. desks.Where(desk => desk.InvitationId is null && page.May(reach, new EventScope(desk.EventId, desk.SecretariatId))).Select(desk => (desk.EventId, desk))])))
            .Concat(_own.SelectMany(page => OfDesks(text, language, page.Key, page.Address,
                [.. desks.Where(desk => desk.InvitationId is not null).Select(desk => (desk.InvitationId!.Value, desk))])))
            .Concat(Guides(text, language));
    }

    private static bool Reads(Reach reach, EventScope scope) => reach.CanReadDraft(scope);

    private static bool Organises(Reach reach, EventScope scope) => reach.CanOrganise(scope);

    // "review tashkent": some words name the page, the others its event.
    private IEnumerable<SearchHit> OfDesks(SearchText text, PortalLanguage language, string key, Func<Guid, string> address, IReadOnlyList<(Guid Id, DeskRow Row)> desks)
    {
        var name = NameOf(key);
        var folded = SearchFold.Fold(name);
        var others = text.Words.Where(word => !IsBegun(folded, word)).ToList();
        if (others.Count == text.Words.Count)
        {
            return [];
        }

        var meant = others.Count == 0 ? desks.Take(NearestDesks) : desks.Where(desk => others.TrueForAll(word => IsBegun(desk.Row.Head, word)));
        return meant.Select(desk => new SearchHit(SearchKind.Page, RankOf(text, folded) ?? SearchRank.Word, In(language, name), address(desk.Id)) { Event = SearchQueries.Text(desk.Row.Title) });
    }

    private IEnumerable<SearchHit> Guides(SearchText text, PortalLanguage language) => _guides
        .Select(guide => (guide.Key, Name: help[guide.Key].Value, Words: SearchFold.Fold(string.Join(' ', Enumerable.Range(1, guide.Steps).Select(step => help[$"{guide.Key}.Step{step}"].Value).Prepend(help[$"{guide.Key}.Lead"].Value)))))
        .Select(guide => (guide, Rank: RankOf(text, SearchFold.Fold(guide.Name)) ?? (text.Words.All(word => IsBegun(guide.Words, word)) ? SearchRank.Elsewhere : null as int?)))
        .Where(found => found.Rank is not null)
        .Select(found => new SearchHit(SearchKind.Page, found.Rank!.Value, In(language, found.guide.Name), $"{PortalRoutes.Help(language)}#{found.guide.Key}") { Word = "Help" });

    private static SearchHit? Hit(SearchText text, PortalLanguage language, string name, string address) =>
        RankOf(text, SearchFold.Fold(name)) is { } rank ? new SearchHit(SearchKind.Page, rank, In(language, name), address) : null;

    private static int? RankOf(SearchText text, string folded) =>
        folded == text.Folded ? SearchRank.Exact
        : folded.StartsWith(text.Folded, StringComparison.Ordinal) ? SearchRank.Prefix
        : text.Words.All(word => IsBegun(folded, word)) ? SearchRank.Word
        : null;

    private static bool IsBegun(string folded, string word) => $" {folded}".Contains($" {word}", StringComparison.Ordinal) || (SearchFold.HasHan(word) && folded.Contains(word, StringComparison.Ordinal));

    private static LocalizedText In(PortalLanguage language, string name) => LocalizedText.Of(language.Code, name);

    private string NameOf(string key) => texts[$"Page.{key}"];
}
