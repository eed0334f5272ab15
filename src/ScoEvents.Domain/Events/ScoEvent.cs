using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Events;

/// <summary>A seminar, forum, training, signing ceremony or other meeting on information security.</summary>
/// <remarks>Either planned by a secretariat in the portal, or the record of an event as a source document states it (<see cref="Record"/>).</remarks>
public sealed partial class ScoEvent
{
    /// <summary>The longest form of a title, in UTF-16 units.</summary>
    public const int MaxTitleLength = 300;

    /// <summary>The longest name of a city, in UTF-16 units.</summary>
    public const int MaxCityLength = 120;

    /// <summary>The largest delegation that can be allowed, in persons.</summary>
    public const int MaxDelegationQuota = 200;

    private readonly List<EventParty> _parties = [];
    private readonly List<EventAttendance> _attendance = [];
    private readonly List<EventRoom> _rooms = [];

    private ScoEvent()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its name in addresses, lower case with hyphens; never changes.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The secretariat that plans it; null for the record of a source document.</summary>
    public Guid? SecretariatId { get; private set; }

    /// <summary>The main type.</summary>
    public EventType Type { get; private set; }

    /// <summary>How far it is.</summary>
    public EventStatus Status { get; private set; }

    /// <summary>How people take part, or null where it is not known.</summary>
    public EventFormat? Format { get; private set; }

    /// <summary>The title in at least one language.</summary>
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    /// <summary>The first day, or null; see <see cref="EventDates"/>.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>The last day, or null; see <see cref="EventDates"/>.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>How exactly the days are known.</summary>
    public DatePrecision DatePrecision { get; private set; }

    /// <summary>IANA name of the place's time zone, or null where the place is not known.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>The city, or empty where it is not known.</summary>
    public LocalizedText City { get; private set; } = LocalizedText.Empty;

    /// <summary>The state in which the place lies, or null where it is not known.</summary>
    public Guid? CountryId { get; private set; }

    /// <summary>Persons a delegation may have unless its invitation says otherwise, 1 to <see cref="MaxDelegationQuota"/>.</summary>
    public int DelegationQuota { get; private set; }

    /// <summary>The series it is an edition of, or null.</summary>
    public Guid? SeriesId { get; private set; }

    /// <summary>Number of the edition within the series, from 1; null outside a series.</summary>
    public int? Edition { get; private set; }

    /// <summary>The event it was cloned from, or null.</summary>
    public Guid? ClonedFromId { get; private set; }

    /// <summary>The first day before it was postponed, or null.</summary>
    public DateOnly? FormerStartsOn { get; private set; }

    /// <summary>The last day before it was postponed, or null.</summary>
    public DateOnly? FormerEndsOn { get; private set; }

    /// <summary>What readers are told of a postponement or cancellation, or empty.</summary>
    public LocalizedText Notice { get; private set; } = LocalizedText.Empty;

    /// <summary>When the notice was given, UTC, or null.</summary>
    public DateTimeOffset? NoticeAt { get; private set; }

    /// <summary>The status to which a postponed event returns, or null.</summary>
    public EventStatus? StatusBefore { get; private set; }

    /// <summary>What a source document states of it; null for an event planned in the portal.</summary>
    public SourceRecord? Record { get; private set; }

    /// <summary>When it was made public, UTC; null while only its staff sees it.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>When it or a part of its programme last changed, UTC.</summary>
    public DateTimeOffset ModifiedAt { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>The sides that carry it.</summary>
    public IReadOnlyList<EventParty> Parties => _parties;

    /// <summary>What is known of who was there.</summary>
    public IReadOnlyList<EventAttendance> Attendance => _attendance;

    /// <summary>The rooms it takes place in.</summary>
    public IReadOnlyList<EventRoom> Rooms => _rooms;

    /// <summary>The days as one value.</summary>
    public EventDates Dates => new(StartsOn, EndsOn, DatePrecision);

    /// <summary>Whether the public may see it.</summary>
    public bool IsPublic => AnnouncedAt is not null;

    /// <summary>Whether delegations may still be registered and changed.</summary>
    public bool AcceptsDelegates => Status is EventStatus.Announced or EventStatus.Invited or EventStatus.RegistrationOpen;

    /// <summary>Whether persons who are registered can still be corrected, exchanged and taken out: until the event is over.</summary>
    public bool AcceptsCorrections => AcceptsDelegates || Status is EventStatus.RegistrationClosed or EventStatus.InProgress;

    /// <summary>Whether nothing of it can be changed any more: it is kept for the record, cancelled, or the record of a source document.</summary>
    public bool IsClosed => Record is not null || Status is EventStatus.Archived or EventStatus.Cancelled;

    /// <summary>The stretch in which sessions may lie: its days in its zone; null unless both are known.</summary>
    public TimeInterval? Span => StartsOn is { } start && EndsOn is { } end && EventZone.Find(TimeZone) is { } zone ? zone.Days(start, end) : null;

    /// <summary>Starts the draft of an event. Refused as <see cref="Describe"/>.</summary>
    /// <param name="secretariatId">The secretariat that plans it.</param>
    /// <param name="slug">Its name in addresses, as <see cref="EventSlug"/> makes it.</param>
    /// <param name="facts">What it is.</param>
    /// <param name="now">UTC.</param>
    public static Result<ScoEvent> Plan(Guid secretariatId, string slug, EventFacts facts, DateTimeOffset now)
    {
        var planned = new ScoEvent { Id = Guid.CreateVersion7(), Slug = slug, SecretariatId = secretariatId, Status = EventStatus.Draft };
        var described = planned.Describe(facts, now);
        return described.IsSuccess ? planned : Result<ScoEvent>.Fail(described.Errors);
    }

    /// <summary>Makes the record of an event as a source document states it; public at once.</summary>
    public static ScoEvent FromRecord(string slug, RecordedFacts facts, DateTimeOffset now)
    {
        var recorded = new ScoEvent { Id = Guid.CreateVersion7(), Slug = slug, AnnouncedAt = now, DelegationQuota = 1 };
        recorded.Restate(facts, now);
        return recorded;
    }

    /// <summary>Takes over what the source document states, where anything differs.</summary>
    public void Restate(RecordedFacts facts, DateTimeOffset now)
    {
        Type = facts.Type;
        Status = facts.Status;
        Title = facts.Title;
        (StartsOn, EndsOn, DatePrecision) = facts.Dates;
        TimeZone = facts.TimeZone;
        City = facts.City;
        CountryId = facts.CountryId;
        Record = facts.Record;
        ModifiedAt = now;
    }

    /// <summary>Changes what the event is. Refused: <c>event.title-missing</c>, <c>event.title-too-long</c>, <c>event.city-too-long</c>, <c>characters</c>, <c>event.end-before-start</c>, <c>event.too-long</c>, <c>event.zone-unknown</c>, <c>event.quota-out-of-range</c>, <c>event.closed</c>.</summary>
    public Result Describe(EventFacts facts, DateTimeOffset now)
    {
        if (IsClosed)
        {
            return Error.Refused("event.closed");
        }

        var errors = new List<Error>();
        if (facts.Title.IsEmpty)
        {
            errors.Add(Error.Invalid("Title", "event.title-missing"));
        }
        else if (facts.Title.LongestLength > MaxTitleLength)
        {
            errors.Add(Error.Invalid("Title", "event.title-too-long", MaxTitleLength));
        }

        else if (facts.Title.HasForbiddenCharacters())
        {
            errors.Add(Error.Characters("Title"));
        }

        if (facts.City.LongestLength > MaxCityLength)
        {
            errors.Add(Error.Invalid("City", "event.city-too-long", MaxCityLength));
        }
        else if (facts.City.HasForbiddenCharacters())
        {
            errors.Add(Error.Characters("City"));
        }

        var dates = EventDates.Exact(facts.StartsOn, facts.EndsOn);
        errors.AddRange(dates.Errors);
        if (EventZone.Find(facts.TimeZone) is null)
        {
            errors.Add(Error.Invalid("TimeZone", "event.zone-unknown"));
        }

        if (facts.DelegationQuota is < 1 or > MaxDelegationQuota)
        {
            errors.Add(Error.Invalid("DelegationQuota", "event.quota-out-of-range", MaxDelegationQuota));
        }

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        Type = facts.Type;
        Format = facts.Format;
        Title = facts.Title;
        (StartsOn, EndsOn, DatePrecision) = dates.Value;
        TimeZone = facts.TimeZone;
        City = facts.City;
        CountryId = facts.CountryId;
        DelegationQuota = facts.DelegationQuota;
        ModifiedAt = now;
        return Result.Success;
    }

    /// <summary>Makes the sides of one role exactly those given, in that order.</summary>
    public void SetParties(OrganisationRole role, IReadOnlyList<Guid> sideIds)
    {
        var wanted = sideIds.Distinct().ToList();
        if (_parties.Where(party => party.Role == role).OrderBy(party => party.Position).Select(party => party.SideId).SequenceEqual(wanted))
        {
            return;
        }

        _parties.RemoveAll(party => party.Role == role);
        _parties.AddRange(wanted.Select((sideId, position) => new EventParty(Id, sideId, role, position)));
    }

    /// <summary>Records what is known of a side's presence.</summary>
    public void RecordAttendance(Guid sideId, AttendanceFacts facts)
    {
        if (_attendance.Find(known => known.SideId == sideId) is { } known)
        {
            known.Apply(facts);
        }
        else
        {
            _attendance.Add(new EventAttendance(Id, sideId, facts));
        }
    }

    /// <summary>Adds a room as the last column of the timetable. Refused: <c>event.room-twice</c>.</summary>
    public Result UseRoom(Guid roomId, DateTimeOffset now)
    {
        if (_rooms.Exists(room => room.RoomId == roomId))
        {
            return Error.Refused("event.room-twice");
        }

        _rooms.Add(new EventRoom(Id, roomId, _rooms.Count == 0 ? 0 : _rooms.Max(room => room.Position) + 1));
        ModifiedAt = now;
        return Result.Success;
    }

    /// <summary>Takes a column out of the timetable; the room itself stays with its venue. Refused: <c>programme.room-unknown</c>, <c>event.room-in-use</c>.</summary>
    /// <param name="roomId">One of the event's rooms.</param>
    /// <param name="slots">How many of the event's sessions are placed in it; none may be.</param>
    /// <param name="now">UTC.</param>
    public Result LeaveRoom(Guid roomId, int slots, DateTimeOffset now)
    {
        if (_rooms.Find(room => room.RoomId == roomId) is not { } used)
        {
            return Error.Refused("programme.room-unknown");
        }

        if (slots > 0)
        {
            return Error.Refused("event.room-in-use", slots);
        }

        _rooms.Remove(used);
        ModifiedAt = now;
        return Result.Success;
    }

    /// <summary>Moves a room to another column of the timetable; those between make place. Refused: <c>programme.room-unknown</c>.</summary>
    /// <param name="roomId">One of the event's rooms.</param>
    /// <param name="column">The column it shall have, from 0; what lies outside counts as the first or the last.</param>
    /// <param name="now">UTC.</param>
    public Result MoveRoom(Guid roomId, int column, DateTimeOffset now)
    {
        if (_rooms.Find(room => room.RoomId == roomId) is not { } moved)
        {
            return Error.Refused("programme.room-unknown");
        }

        var others = _rooms.Where(room => room != moved).OrderBy(room => room.Position).ToList();
        others.Insert(Math.Clamp(column, 0, others.Count), moved);
        for (var position = 0; position < others.Count; position++)
        {
            others[position].Position = position;
        }

        ModifiedAt = now;
        return Result.Success;
    }

    /// <summary>Makes the event public; again does nothing. Refused: <c>event.closed</c>.</summary>
    public Result Announce(DateTimeOffset now)
    {
        if (Status is EventStatus.Archived or EventStatus.Cancelled)
        {
            return Error.Refused("event.closed");
        }

        if (IsPublic && Status != EventStatus.Draft)
        {
            return Result.Success;
        }

        AnnouncedAt ??= now;
        if (Status == EventStatus.Draft)
        {
            Status = EventStatus.Announced;
        }

        ModifiedAt = now;
        return Result.Success;
    }

    /// <summary>Notes that invitations are out: from then on delegations may register. Refused: <c>event.closed</c>.</summary>
    public Result MarkInvited(DateTimeOffset now)
    {
        switch (Status)
        {
            case EventStatus.Draft or EventStatus.Announced:
                Status = EventStatus.Invited;
                ModifiedAt = now;
                return Result.Success;
            case EventStatus.Invited or EventStatus.RegistrationOpen or EventStatus.Postponed:
                return Result.Success;
            default:
                return Error.Refused("event.closed");
        }
    }

    /// <summary>Notes that a part of the event changed, so that a stale edit of the whole is found.</summary>
    public void Touch(DateTimeOffset now) => ModifiedAt = now;
}

/// <summary>What an organiser says of an event; see <see cref="ScoEvent"/> for the meaning of each part.</summary>
public sealed record EventFacts(
    EventType Type, EventFormat? Format, LocalizedText Title, DateOnly StartsOn, DateOnly EndsOn, string TimeZone,
    LocalizedText City, Guid? CountryId, int DelegationQuota);

/// <summary>What a source document says of an event; see <see cref="ScoEvent"/> for the meaning of each part.</summary>
public sealed record RecordedFacts(
    EventType Type, EventStatus Status, LocalizedText Title, EventDates Dates, string? TimeZone, LocalizedText City, Guid? CountryId, SourceRecord Record);
