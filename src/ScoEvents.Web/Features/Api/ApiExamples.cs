using System.Text.Json;
using System.Text.Json.Nodes;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Api;

/// <summary>The examples in the description of the interface; made of the same types as real answers, so that they cannot differ from them.</summary>
internal static class ApiExamples
{
    private const string Slug = "seminar-on-securing-cyberspace";
    private static readonly Guid _event = Guid.Parse("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");
    private static readonly Guid _session = Guid.Parse("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c");
    private static readonly Guid _side = Guid.Parse("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a3d");
    private static readonly Guid _person = Guid.Parse("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a4e");
    private static readonly DateTimeOffset _instant = new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DatesItem _dates = new(new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 11), DatePrecision.Day);
    private static readonly LocalizedText _india = LocalizedText.Of(en: "India", ru: "Индия", zh: "印度", hi: "भारत", ur: "بھارت");
    private static readonly LocalizedText _title = LocalizedText.Of(en: "Seminar on securing cyberspace", ru: "Семинар по безопасности киберпространства");
    private static readonly PlaceItem _place = new(LocalizedText.Of(en: "New Delhi", ru: "Нью-Дели"), "IN", _india);

    private static readonly SessionBody _body = new()
    {
        Type = SessionType.ThematicSession,
        Access = SessionAccess.Open,
        Title = new LocalizedTextInput { En = "Incidents across borders", Ru = "Трансграничные инциденты" },
        Abstract = new LocalizedTextInput { En = "How teams work together." },
        Place = new SessionPlaceBody { Day = new DateOnly(2026, 11, 10), RoomId = _side, StartsAt = new TimeOnly(10, 0), EndsAt = new TimeOnly(11, 30) },
        ChairId = _person,
        Speakers = [new FloorPartBody { SpeakerId = _person, Minutes = 15 }],
        AgendaItems = [new AgendaItemBody { Title = new LocalizedTextInput { En = "Warning in time" }, SpeakerId = _person, Minutes = 15 }],
        InterpretedInto = ["en", "ru"],
        InterpreterTeams = [],
    };

    private static readonly PapersBody _papers = new() { Nationality = "IN", PassportState = "IN", PassportExpiresOn = new DateOnly(2031, 5, 31) };
    private static readonly StayBody _stay = new()
    {
        NeedsVisa = true,
        VisaPost = "Embassy in Tashkent",
        ArrivesOn = new DateOnly(2026, 11, 9),
        ArrivesAt = new TimeOnly(18, 40),
        Arrival = "HY 421",
        DepartsOn = new DateOnly(2026, 11, 12),
        DepartsAt = new TimeOnly(7, 5),
        Departure = "HY 422",
        Accommodation = "Hotel of the delegation",
        Diet = "vegetarian",
    };

    private static readonly DelegateStanding _standing = new(
        AccreditationState.ReturnedForCorrection, null, [new DelegateComment("FamilyName", "Please write it as in the passport.")], ["Photo"], null);

    private static readonly DelegatePersonItem _delegate = new(
        _person, DelegationRole.Head, false, "Rao", "Asha", "आशा राव", FormOfAddress.Ms, LocalizedText.Of(en: "Director"), LocalizedText.Of(en: "Ministry of Digital Development"),
        AttendeeCategory.Ministry, "a.rao@ministry.example", ["hi", "en"], true, "•••••567", _papers, _stay, false, _standing, _instant, "\"v4711\"");

    private static readonly Dictionary<Type, object> _examples = All();

    /// <summary>An example of a type that answers or requests are made of.</summary>
    /// <exception cref="KeyNotFoundException">The type has none yet.</exception>
    public static JsonNode? Of(Type type, JsonSerializerOptions json)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ApiPage<>))
        {
            var item = type.GetGenericArguments()[0];
            return new JsonObject { ["items"] = new JsonArray(Of(item, json)), ["next"] = null };
        }

        return JsonSerializer.SerializeToNode(_examples[type], type, json);
    }

    /// <summary>An example of a parameter, where its name says enough.</summary>
    public static JsonNode? Parameter(string name) => name switch
    {
        "event" => Slug,
        "release" => "latest",
        "limit" => "50",
        "year" => "2026",
        "on" or "day" => "2026-11-10",
        "type" => "seminar",
        "alphabet" => "russian",
        "eventId" => _event.ToString(),
        "session" or "sessionId" => _session.ToString(),
        "speaker" or "delegateId" or "delegationId" or "invitationId" => _person.ToString(),
        _ => null,
    };

    /// <summary>What a status means here.</summary>
    public static string Reason(int status) => status switch
    {
        400 => "The request cannot be read: a parameter, cursor, header or the JSON is malformed.",
        401 => "The token is missing, unknown, revoked or expired.",
        403 => "The token lacks the scope, or its user the right.",
        404 => "There is no such thing, or the caller may not know that there is.",
        409 => "A rule forbids it, or the first request with this Idempotency-Key is not done.",
        412 => "Somebody changed it since it was read.",
        413 => "The body is too large.",
        415 => "The body is not JSON.",
        422 => "Fields hold what cannot be accepted, or the Idempotency-Key was used for another request.",
        428 => "If-Match is missing.",
        _ => "Too many requests; Retry-After says for how many seconds to wait.",
    };

    /// <summary>An example of a problem.</summary>
    public static JsonNode? Problem(int status, ApiProblems problems, JsonSerializerOptions json)
    {
        var errors = status switch
        {
            400 => ApiErrors.CursorInvalid(),
            401 => ApiErrors.TokenExpired(),
            403 => ApiErrors.ScopeMissing(ApiScope.ProgrammeRead),
            404 => Error.NotFound(),
            409 => Error.Refused("event.closed"),
            412 => Error.Stale(),
            413 => ApiErrors.BodyTooLarge(256),
            415 => ApiErrors.MediaTypeUnsupported(),
            422 => Error.Characters("Title.En"),
            428 => ApiErrors.VersionMissing(),
            _ => ApiErrors.TooManyRequests(2),
        };
        return JsonSerializer.SerializeToNode(problems.Of("4bf92f3577b34da6a3ce929d0e0e4736", [errors]), json);
    }

    private static DelegateBody Person(string? passport) => new()
    {
        Role = DelegationRole.Head,
        FamilyName = "Rao",
        GivenNames = "Asha",
        NativeName = "आशा राव",
        FormOfAddress = FormOfAddress.Ms,
        Function = new LocalizedTextInput { En = "Director" },
        Body = new LocalizedTextInput { En = "Ministry of Digital Development" },
        Category = AttendeeCategory.Ministry,
        Email = "a.rao@ministry.example",
        Languages = ["hi", "en"],
        Consent = true,
        Passport = passport,
        Papers = _papers,
        Stay = _stay,
    };

    private static Dictionary<Type, object> All() => new()
    {
        [typeof(EventItem)] = new EventItem(_event, Slug, _title, EventType.Seminar, EventStatus.Announced, _dates, _place, false, _instant, ApiRoutes.Event(Slug)),
        [typeof(EventResource)] = new EventResource(
            _event, Slug, _title, EventType.Seminar, EventStatus.Announced, EventFormat.InPerson, _dates, null, "Asia/Kolkata", _place, LocalizedText.Empty, null, null,
            [new PartyItem(OrganisationRole.Host, _india, "IN")], 2, false),
        [typeof(SideResource)] = new SideResource(_side, SideKind.State, "IN", _india, StateStatus.Member, new DateOnly(2017, 6, 9), 3),
        [typeof(ReleaseResource)] = new ReleaseResource(_event, 2, "Programme", "The opening begins half an hour later.", _instant, $"{ApiRoutes.Event(Slug)}/releases/2/sessions"),
        [typeof(SessionResource)] = new SessionResource(
            _session, 2, SessionType.ThematicSession, SessionAccess.Open, false, false, LocalizedText.Of(en: "Incidents across borders", ru: "Трансграничные инциденты"),
            LocalizedText.Of(en: "How teams work together."), new DateTimeOffset(2026, 11, 10, 4, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 10, 6, 0, 0, TimeSpan.Zero),
            new RoomItem(_side, LocalizedText.Of(en: "Great hall"), LocalizedText.Of(en: "Vigyan Bhawan")), false, new TrackItem(_side, LocalizedText.Of(en: "Incidents")),
            [new SessionPersonItem(_person, SpeakerRole.Chair, LocalizedText.Of(en: "Asha Rao", hi: "आशा राव"), LocalizedText.Of(en: "Director"), _india, "IN", null)],
            [new AgendaItemItem(LocalizedText.Of(en: "Warning in time"), _person, 15)], ["en", "ru"], 1, _instant),
        [typeof(SpeakerResource)] = new SpeakerResource(
            _person, LocalizedText.Of(en: "Asha Rao", hi: "आशा राव"), LocalizedText.Of(en: "Director"), _india, "IN", LocalizedText.Empty, [new SpeakerPartItem(_session, SpeakerRole.Chair)]),
        [typeof(StaffEventItem)] = new StaffEventItem(_event, _title, EventType.Seminar, EventStatus.Announced, _dates, 14, 12, 2),
        [typeof(DraftSessionItem)] = new DraftSessionItem(
            _session, LocalizedText.Of(en: "Incidents across borders"), SessionType.ThematicSession, SessionState.Confirmed, Classification.Clear,
            new DateTimeOffset(2026, 11, 10, 4, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 10, 6, 0, 0, TimeSpan.Zero), _side, false, "\"v4711\"",
            ApiRoutes.DraftSession(_event, _session)),
        [typeof(SessionBody)] = _body,
        [typeof(DraftSessionResource)] = new DraftSessionResource(_session, SessionState.Confirmed, _body),
        [typeof(SessionStateBody)] = new SessionStateBody { State = SessionState.Confirmed },
        [typeof(WrittenResource)] = new WrittenResource(_session, ApiRoutes.DraftSession(_event, _session)),
        [typeof(TokenResource)] = new TokenResource(_person, [ApiScope.ProgrammeRead.Code(), ApiScope.ProgrammeWrite.Code()]),
        [typeof(DelegationResource)] = new DelegationResource(_person, _india, "IN", Capacity.Member, InvitationStatus.Accepted, 12, [_delegate]),
        [typeof(DelegatePersonItem)] = _delegate,
        [typeof(ParticipantItem)] = new ParticipantItem(
            _india, "IN", Capacity.Member, DelegationRole.Head, "Asha RAO", "आशा राव", LocalizedText.Of(en: "Director"), LocalizedText.Of(en: "Ministry of Digital Development")),
        [typeof(InvitationItem)] = new InvitationItem(_person, _event, Slug, _title, _side, _india, Capacity.Member, InvitationStatus.Accepted, 12, 4),
        [typeof(InvitationResource)] = new InvitationResource(
            new InvitationItem(_person, _event, Slug, _title, _side, _india, Capacity.Member, InvitationStatus.Accepted, 12, 4), 12, 4, ["en", "ru"], new DateOnly(2026, 10, 20), true, true,
            [new FieldNeedItem(DelegateField.Photo, null, FieldNeed.Required), new FieldNeedItem(DelegateField.Photo, DelegationRole.Support, FieldNeed.Hidden)]),
        [typeof(DelegateBody)] = Person("Z1234567"),
        [typeof(DelegateResource)] = new DelegateResource(_person, "•••••567", false, _standing, _instant, Person(null)),
        [typeof(DelegateStateBody)] = new DelegateStateBody { State = AccreditationState.Submitted },
        [typeof(DelegationItem)] = new DelegationItem(_person, _side, _india, "IN", Capacity.Member, InvitationStatus.Accepted, 12, 4),
    };
}
