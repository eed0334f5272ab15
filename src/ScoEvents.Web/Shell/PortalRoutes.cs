using System.Globalization;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Shell;

/// <summary>Every address of the portal is built here; a page's own <c>@page</c> pattern is its counterpart.</summary>
public static class PortalRoutes
{
    /// <summary>Route parameter of public pages that holds the language code.</summary>
    public const string LanguageParameter = "language";

    public const string ChooseLanguagePattern = "/language/{code}";

    public const string StaffHome = "/staff";
    public const string StaffEvents = "/staff/events";
    public const string NewStaffEvent = "/staff/events/new";
    public const string StaffInvitations = "/staff/invitations";
    public const string SignOut = "/account/sign-out";
    public const string SignInPath = "/account/sign-in";

    public static string Home(PortalLanguage language) => $"/{language.Code}";

    public static string PublicEvents(PortalLanguage language) => $"/{language.Code}/events";

    public static string States(PortalLanguage language) => $"/{language.Code}/states";

    /// <summary>What can be found by everybody.</summary>
    public static string Search(PortalLanguage language) => $"/{language.Code}/search";

    public static string Help(PortalLanguage language) => $"/{language.Code}/help";

    public static string PublicEvent(PortalLanguage language, string slug) => $"/{language.Code}/events/{Segment(slug)}";

    public static string Agenda(PortalLanguage language, string slug) => $"{PublicEvent(language, slug)}/agenda";

    /// <summary>The agenda as a table of rooms and hours.</summary>
    public static string AgendaGrid(PortalLanguage language, string slug) => $"{Agenda(language, slug)}/grid";

    /// <summary>The agenda as one release published it.</summary>
    public static string AgendaRelease(PortalLanguage language, string slug, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Agenda(language, slug)}/{number}");

    /// <summary>One session as a calendar to subscribe to.</summary>
    public static string SessionCalendar(PortalLanguage language, string slug, Guid sessionId) => $"{PublicEvent(language, slug)}/calendar/session/{sessionId}.ics";

    /// <summary>The sessions of one person as a calendar to subscribe to.</summary>
    public static string SpeakerCalendar(PortalLanguage language, string slug, Guid speakerId) => $"{PublicEvent(language, slug)}/calendar/speaker/{speakerId}.ics";

    /// <summary>The agenda as a page for frames of other sites.</summary>
    public static string AgendaEmbed(PortalLanguage language, string slug) => $"{Agenda(language, slug)}/embed";

    /// <summary>The releases as an Atom feed.</summary>
    public static string ReleaseFeed(PortalLanguage language, string slug) => $"{PublicEvent(language, slug)}/releases.atom";

    public static string PublicSession(PortalLanguage language, string slug, Guid sessionId) => $"{PublicEvent(language, slug)}/sessions/{sessionId}";

    public static string PublicDocument(string slug, Guid versionId) => $"/events/{Segment(slug)}/documents/{versionId}";

    public static string PublicSpeakers(PortalLanguage language, string slug) => $"{PublicEvent(language, slug)}/speakers";

    public static string PublicSpeaker(PortalLanguage language, string slug, Guid speakerId) => $"{PublicSpeakers(language, slug)}/{speakerId}";

    public static string AgendaCalendar(PortalLanguage language, string slug) => $"{PublicEvent(language, slug)}/agenda.ics";

    public static string AgendaPdf(PortalLanguage language, string slug) => $"{PublicEvent(language, slug)}/agenda.pdf";

    public static string StaffEvent(Guid eventId) => $"/staff/events/{eventId}";

    public static string StaffProgramme(Guid eventId) => $"{StaffEvent(eventId)}/programme";

    public static string StaffVenue(Guid eventId) => $"{StaffEvent(eventId)}/venue";

    public static string StaffEventInvitations(Guid eventId) => $"{StaffEvent(eventId)}/invitations";

    public static string StaffDelegations(Guid eventId) => $"{StaffEvent(eventId)}/delegations";

    public static string StaffExports(Guid eventId) => $"{StaffEvent(eventId)}/exports";

    /// <summary>An agenda as a file; the query says which, see <c>ExportForm</c>.</summary>
    public static string StaffAgenda(Guid eventId, string query) => $"{StaffEvent(eventId)}/agenda?{query}";

    public static string StaffPrinted(Guid eventId, Guid jobId) => $"{StaffEvent(eventId)}/printed/{jobId}";

    public static string StaffDelegation(Guid eventId, Guid delegationId) => $"{StaffDelegations(eventId)}/{delegationId}";

    public static string StaffInvitation(Guid invitationId) => $"{StaffInvitations}/{invitationId}";

    public static string SignIn(string? returnUrl = null) => WithReturn(SignInPath, returnUrl);

    /// <summary>Whether an address is that of the sign-in page.</summary>
    public static bool IsSignIn(string address) => address.Split('?')[0] == SignInPath;

    /// <summary>The sign-in page in a language that was chosen on it: the account takes it over.</summary>
    public static string SignInAs(string signIn, PortalLanguage language)
    {
        var parts = signIn.Split('?', 2);
        var kept = (parts.Length > 1 ? parts[1].Split('&') : []).Where(part => part.Length > 0 && !part.StartsWith("language=", StringComparison.Ordinal));
        return $"{parts[0]}?{string.Join('&', kept.Append($"language={language.Code}"))}";
    }

    /// <summary>Remembers the language and goes on to <paramref name="returnUrl"/>, or to the home page in it.</summary>
    public static string ChooseLanguage(PortalLanguage language, string? returnUrl = null) =>
        WithReturn($"/language/{language.Code}", returnUrl);

    /// <summary>The same page in another language, for a path and query that begins with a language; else null.</summary>
    public static string? InLanguage(string pathAndQuery, PortalLanguage language)
    {
        var path = pathAndQuery.Split('?', '#')[0];
        return PortalLanguages.FromPath(new PathString(path)) is { } current
            ? $"/{language.Code}{pathAndQuery[(1 + current.Code.Length)..]}"
            : null;
    }

    private static string WithReturn(string path, string? returnUrl) =>
        returnUrl is null ? path : $"{path}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static string Segment(string text) => Uri.EscapeDataString(text);
}
