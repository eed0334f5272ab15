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
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Exports;

/// <summary>Words an agenda for paper and calendars, in any language of the portal whatever the request speaks.</summary>
public sealed class AgendaDocuments(
    IStringLocalizer<AgendaTexts> texts, IStringLocalizer<PublicEventTexts> eventTexts, IStringLocalizer<ExportTexts> exportTexts,
    IOptions<PortalOptions> portal)
{
    private static readonly OrganisationRole[] _authorities =
        [OrganisationRole.Host, OrganisationRole.Organiser, OrganisationRole.CoOrganiser, OrganisationRole.Auspices, OrganisationRole.KnowledgePartner];

    /// <summary>What the reader may have of an agenda: worded in one language or two, then cut down by the one rule for all formats.</summary>
    public AgendaDocument Write(AgendaSource source, AgendaOptions options, AgendaRight right)
    {
        var language = PortalLanguages.Find(options.Language)!;
        var whole = In(language, () => Whole(source, language));
        if (PortalLanguages.Find(options.SecondLanguage) is { } second && second != language)
        {
            whole = whole with { Beside = In(second, () => Whole(source, second)) };
        }

        var chosen = AgendaSelection.Choose(whole, options, right);
        return chosen with
        {
            Scope = Scope(source, chosen, options, language),
            Beside = chosen.Beside is { } beside ? beside with { Scope = Scope(source, beside, options, PortalLanguages.Find(beside.Language)!) } : null,
        };
    }

    // The localizers speak the language of the thread; two of them stand in one document.
    private static T In<T>(PortalLanguage language, Func<T> write)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language.Culture;
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private AgendaDocument Whole(AgendaSource source, PortalLanguage language)
    {
        var days = source.Sessions.GroupBy(session => DateOnly.FromDateTime(source.Zone.ToLocal(session.StartsAt))).OrderBy(day => day.Key).ToList();
        var (edition, today) = (source.Edition, DateOnly.FromDateTime(source.Zone.ToLocal(source.Edition.At)));
        return new AgendaDocument
        {
            EventId = source.EventId,
            Language = language.Code,
            Direction = language.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Title = source.Title.In(language.Code),
            AuthorityLines = [.. AuthorityLines(source, language)],
            Place = PlaceLine(source.Place, language),
            FirstDay = source.Dates.Start ?? days.FirstOrDefault()?.Key ?? today,
            LastDay = source.Dates.End ?? days.LastOrDefault()?.Key ?? today,
            DatesInWords = DateWords.Of(source.Dates, language) ?? eventTexts["DateUnknown"].Value,
            TimeZone = source.Zone.Rules,
            TimeZoneInWords = ZoneWords.Of(source.Zone, source.Place, source.Dates, language, eventTexts),
            IsDraft = edition.IsDraft,
            Release = new AgendaRelease(edition.Number, edition.Name, edition.At, DateWords.WithTime(edition.At, source.Zone, language)),
            IsCancelled = source.Status == EventStatus.Cancelled,
            Address = source.IsPublic && portal.Value.PublicAddress is { } address ? new Uri(address, PortalRoutes.PublicEvent(language, source.Slug)) : null,
            Labels = Labels(),
            Days = [.. days.Select(day => new AgendaDay(
                day.Key, DateWords.WithWeekday(day.Key, language), [.. day.Select(session => Entry(session, language))]))],
        };
    }

    private AgendaEntry Entry(AgendaSession session, PortalLanguage language)
    {
        var names = session.People.GroupBy(person => person.SpeakerId).ToDictionary(person => person.Key, person => person.First().Name.In(language.Code));
        return new AgendaEntry
        {
            SessionId = session.Id,
            Start = session.StartsAt,
            End = session.EndsAt,
            Room = session.RoomId is null ? exportTexts["Doc.AllRooms"].Value : Known(session.RoomName, language),
            RoomId = session.RoomId,
            IsInAllRooms = session.RoomId is null,
            TrackId = session.Track?.TrackId,
            Track = session.Track is { } track ? Known(track.Name, language) : null,
            TypeLabel = texts[$"SessionType.{session.Type}"],
            IsPause = session.Type == SessionType.Break,
            Title = session.Title.In(language.Code),
            Abstract = Known(session.Abstract, language),
            Chair = session.People.FirstOrDefault(person => person.Role == SpeakerRole.Chair) is { } chair ? Person(chair, language) : null,
            Speakers = [.. session.People.Where(person => person.Role == SpeakerRole.Speaker).Select(speaker => Person(speaker, language))],
            Points = [.. session.Items.Select(item => new AgendaPoint(
                item.Title.In(language.Code), item.SpeakerId is { } id ? names.GetValueOrDefault(id) : null, item.Minutes))],
            Interpretation = [.. session.InterpretedInto.Select(code => exportTexts[$"Language.{code}"].Value)],
            Access = session.Access,
            AccessLabel = session.Access == SessionAccess.Open ? null : texts[$"Access.{session.Access}"].Value,
            Classification = session.Classification,
            Sequence = session.Sequence,
            LastModified = session.ChangedAt,
            IsCancelled = session.IsCancelled,
        };
    }

    private static AgendaPerson Person(FrozenSpeaker person, PortalLanguage language) =>
        new(person.Name.In(language.Code), Known(person.Function, language), Known(person.Side, language))
        {
            Id = person.SpeakerId,
            SideId = person.SideId,
            Minutes = person.Minutes,
        };

    private IEnumerable<string> AuthorityLines(AgendaSource source, PortalLanguage language) =>
        from role in _authorities
        let names = source.Parties.Where(party => party.Role == role).Select(party => party.Side.Name.In(language.Code)).ToList()
        where names.Count > 0
        select texts["AuthorityLine", eventTexts[$"Role.{role}"], string.Join(eventTexts["Comma"].Value, names)].Value;

    private string? PlaceLine(PublicPlace place, PortalLanguage language)
    {
        var parts = new[] { place.City.In(language.Code), place.Country.In(language.Code) }.Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? null : string.Join(eventTexts["Comma"].Value, parts);
    }

    /// <summary>What was chosen, in words that tell nothing which the chosen sessions do not tell themselves.</summary>
    private static string? Scope(AgendaSource source, AgendaDocument chosen, AgendaOptions options, PortalLanguage language)
    {
        var shown = chosen.Days.SelectMany(day => day.Entries).Where(entry => !entry.IsHidden).Select(entry => entry.SessionId).ToHashSet();
        var sessions = source.Sessions.Where(session => shown.Contains(session.Id)).ToList();
        IEnumerable<string> parts =
        [
            .. options.Days.Order().Select(day => DateWords.Of(day, language)),
            .. Named(options.Rooms, sessions.Select(session => (session.RoomId, session.RoomName))),
            .. Named(options.Tracks, sessions.Select(session => (session.Track?.TrackId, session.Track?.Name ?? LocalizedText.Empty))),
            .. Named(options.Sides, sessions.SelectMany(session => session.People).Select(person => (person.SideId, person.Side))),
            .. Named(options.Speakers, sessions.SelectMany(session => session.People).Select(person => ((Guid?)person.SpeakerId, person.Name))),
        ];
        var words = string.Join("; ", parts);
        return words.Length == 0 ? null : words;

        IEnumerable<string> Named(IReadOnlyCollection<Guid> asked, IEnumerable<(Guid? Id, LocalizedText Name)> known) =>
            known.Where(pair => pair.Id is { } id && asked.Contains(id)).DistinctBy(pair => pair.Id).Select(pair => pair.Name.In(language.Code));
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
        Closed = texts["ClosedSession"],
        Draft = exportTexts["Doc.Draft"],
        StateOf = exportTexts["Doc.StateOf"],
        Scope = exportTexts["Doc.Scope"],
        Contents = exportTexts["Doc.Contents"],
        Date = exportTexts["Doc.Date"],
        Start = exportTexts["Doc.Start"],
        End = exportTexts["Doc.End"],
        Type = exportTexts["Doc.Type"],
        Track = exportTexts["Doc.Track"],
        Abstract = exportTexts["Doc.Abstract"],
        Points = exportTexts["Doc.Points"],
        Interpretation = exportTexts["Doc.Interpretation"],
        State = exportTexts["Doc.State"],
        Minutes = exportTexts["Doc.Minutes"],
        About = exportTexts["Doc.About"],
    };
}
