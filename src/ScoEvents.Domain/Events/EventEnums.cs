namespace ScoEvents.Domain.Events;

/// <summary>What an event mainly is; one event may be called by several of these.</summary>
public enum EventType
{
    /// <summary>Seminar.</summary>
    Seminar,

    /// <summary>Conference.</summary>
    Conference,

    /// <summary>Forum.</summary>
    Forum,

    /// <summary>Training.</summary>
    Training,

    /// <summary>Workshop.</summary>
    Workshop,

    /// <summary>Signing ceremony.</summary>
    SigningCeremony,

    /// <summary>Dialogue session.</summary>
    DialogueSession,

    /// <summary>Plenary session of a body.</summary>
    PlenarySession,

    /// <summary>Technical assistance.</summary>
    TechnicalAssistance,

    /// <summary>High-level meeting.</summary>
    HighLevelMeeting,

    /// <summary>Summit.</summary>
    Summit,

    /// <summary>Meeting of experts.</summary>
    ExpertMeeting,

    /// <summary>Exercise.</summary>
    Exercise,

    /// <summary>Round table.</summary>
    RoundTable,

    /// <summary>Exhibition.</summary>
    Exhibition,
}

/// <summary>How far an event is.</summary>
public enum EventStatus
{
    /// <summary>Being prepared, seen by its staff only.</summary>
    Draft,

    /// <summary>Made known.</summary>
    Announced,

    /// <summary>Invitations are out.</summary>
    Invited,

    /// <summary>Delegations register.</summary>
    RegistrationOpen,

    /// <summary>Registration has ended.</summary>
    RegistrationClosed,

    /// <summary>Taking place.</summary>
    InProgress,

    /// <summary>Over.</summary>
    Concluded,

    /// <summary>Kept for the record.</summary>
    Archived,

    /// <summary>Put off, new dates to come.</summary>
    Postponed,

    /// <summary>Will not take place.</summary>
    Cancelled,
}

/// <summary>How people take part.</summary>
public enum EventFormat
{
    /// <summary>All in one place.</summary>
    InPerson,

    /// <summary>Some in the place, some by line.</summary>
    Hybrid,

    /// <summary>All by line.</summary>
    Online,
}

/// <summary>How exactly the dates of an event are known.</summary>
public enum DatePrecision
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the month; the day of the stored date is the first.</summary>
    Month,

    /// <summary>To the year; the stored date is 1 January.</summary>
    Year,

    /// <summary>Not known; no date is stored.</summary>
    Unknown,
}

/// <summary>In which part a side carries an event.</summary>
public enum OrganisationRole
{
    /// <summary>The state or body that receives.</summary>
    Host,

    /// <summary>Runs the event.</summary>
    Organiser,

    /// <summary>Runs it jointly.</summary>
    CoOrganiser,

    /// <summary>The event is held under its authority.</summary>
    Auspices,

    /// <summary>Supplies content.</summary>
    KnowledgePartner,

    /// <summary>Supplies the venue.</summary>
    VenueProvider,

    /// <summary>Reports on it.</summary>
    MediaCoverage,

    /// <summary>The body that meets.</summary>
    Body,
}

/// <summary>Whether a side was there.</summary>
public enum Attendance
{
    /// <summary>Was invited.</summary>
    Invited,

    /// <summary>Said it would come.</summary>
    Confirmed,

    /// <summary>Was there.</summary>
    Present,

    /// <summary>Took part by line.</summary>
    PresentOnline,

    /// <summary>Was not there; recorded as neutrally as presence (domain rule 3).</summary>
    Absent,
}
