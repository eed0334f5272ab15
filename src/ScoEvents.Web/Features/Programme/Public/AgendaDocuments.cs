using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports;
using ScoEvents.Exports.Agenda;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Programme.Public;

/// <summary>Words the public agenda for paper and calendars, in the language of the request.</summary>
internal sealed class AgendaDocuments(
    IStringLocalizer<AgendaTexts> texts, IStringLocalizer<PublicEventTexts> eventTexts, IOptions<PortalOptions> portal)
{
    /// <summary>What is open to everybody carries the mark of what is open to everybody.</summary>
    public const string Classification = "TLP:CLEAR";

    private static readonly OrganisationRole[] _authorities =
        [OrganisationRole.Host, OrganisationRole.Organiser, OrganisationRole.CoOrganiser, OrganisationRole.Auspices, OrganisationRole.KnowledgePartner];

    /// <summary>The whole agenda of the release; withdrawn sessions are in it only where calendars must learn of them.</summary>
    public AgendaDocument Write(PublicAgenda agenda, PublicRelease release, bool withCancelled)
    {
        var language = PortalLanguages.Current;
        var sessions = release.Sessions.Where(session => withCancelled || !session.IsCancelled);
        var days = AgendaDays.Of(sessions, agenda.Zone);
        return new AgendaDocument
        {
            EventId = agenda.EventId,
            Language = language.Code,
            Direction = language.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Title = agenda.Title.In(language.Code),
            AuthorityLines = [.. AuthorityLines(agenda, language)],
            Place = PlaceLine(agenda.Place, language),
            FirstDay = agenda.Dates.Start ?? days[0].Date,
            LastDay = agenda.Dates.End ?? days[^1].Date,
            DatesInWords = DateWords.Of(agenda.Dates, language) ?? eventTexts["DateUnknown"].Value,
            TimeZone = agenda.Zone.Rules,
            TimeZoneInWords = ZoneWords.Of(agenda.Zone, agenda.Place, agenda.Dates, language, eventTexts),
            Classification = Classification,
            Release = new AgendaRelease(
                release.Number, release.Name, release.PublishedAt, DateWords.WithTime(release.PublishedAt, agenda.Zone, language)),
            IsCancelled = agenda.Status == EventStatus.Cancelled,
            Address = portal.Value.PublicAddress is { } address ? new Uri(address, PortalRoutes.PublicEvent(language, agenda.Slug)) : null,
            Labels = Labels(),
            Days = [.. days.Select(day => new AgendaDay(
                day.Date, DateWords.WithWeekday(day.Date, language), [.. day.Sessions.Select(session => Entry(session, language))]))],
        };
    }

    private AgendaEntry Entry(PublicSession session, PortalLanguage language) => new()
    {
        SessionId = session.Id,
        Start = session.StartsAt,
        End = session.EndsAt,
        Room = Known(session.Room, language),
        TypeLabel = texts[$"SessionType.{session.Type}"],
        IsPause = session.Type == SessionType.Break,
        Title = session.IsClosed ? texts["ClosedSession"].Value : session.Title.In(language.Code),
        Abstract = Known(session.Abstract, language),
        Chair = session.Chair is { } chair ? Person(chair, language) : null,
        Speakers = [.. session.Speakers.Select(speaker => Person(speaker, language))],
        AccessLabel = session.IsClosed ? texts[$"Access.{session.Access}"].Value : null,
        Sequence = session.Sequence,
        LastModified = session.ChangedAt,
        IsCancelled = session.IsCancelled,
    };

    private static AgendaPerson Person(FrozenSpeaker person, PortalLanguage language) =>
        new(person.Name.In(language.Code), Known(person.Function, language), Known(person.Side, language));

    private IEnumerable<string> AuthorityLines(PublicAgenda agenda, PortalLanguage language) =>
        from role in _authorities
        let names = agenda.Parties.Where(party => party.Role == role).Select(party => party.Side.Name.In(language.Code)).ToList()
        where names.Count > 0
        select texts["AuthorityLine", eventTexts[$"Role.{role}"], string.Join(eventTexts["Comma"].Value, names)].Value;

    private string? PlaceLine(PublicPlace place, PortalLanguage language)
    {
        var parts = new[] { place.City.In(language.Code), place.Country.In(language.Code) }.Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? null : string.Join(eventTexts["Comma"].Value, parts);
    }

    private static string? Known(LocalizedText text, PortalLanguage language) => text.IsEmpty ? null : text.In(language.Code);

    private AgendaLabels Labels() => new()
    {
        Agenda = texts["Agenda"],
        Dates = eventTexts["Dates"],
        Place = eventTexts["Place"],
        TimeZone = texts["AllTimes"],
        Release = texts["Release"],
        Classification = texts["Classification"],
        Time = texts["Time"],
        Session = texts["Session"],
        Room = texts["Room"],
        Chair = texts["Chair"],
        Speakers = texts["Speakers"],
        Access = texts["Attendance"],
        Cancelled = texts["Cancelled"],
        NextDay = texts["NextDay"],
        PageOfPages = texts["PageOfPages"],
        NoSessions = texts["NoProgramme"],
    };
}
