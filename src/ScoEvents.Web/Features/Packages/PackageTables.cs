namespace ScoEvents.Web.Features.Packages;

/// <summary>A table of which rows belong to an event.</summary>
/// <param name="Name">The table.</param>
/// <param name="Scope">Which rows, of the event <c>{0}</c>; <c>t</c> is the row.</param>
/// <param name="Order">What makes their order the same everywhere.</param>
/// <param name="IsShared">Whether other events use the rows too: those that are there already stay.</param>
internal sealed record PackageTable(string Name, string Scope, string Order, bool IsShared = false)
{
    /// <summary>The rows as JSON, in order; nothing in it comes from outside but the event's identity, which is a parameter.</summary>
    // What the database generates it generates again. Which event it was cloned from says nothing where that one is not; braces are doubled, for parameters stand in single ones.
    public string Select => $"SELECT (to_jsonb(t) - ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = '{Name}'::regclass AND a.attgenerated <> ''){(Name == PackageTables.Events ? """ || '{{"cloned_from_id": null}}'""" : "")})::text AS \"Value\" FROM {Name} t WHERE {Scope} ORDER BY {Order}";

    /// <summary>Writes the rows of the parameter <c>@rows</c>.</summary>
    /// <param name="columns">Those that are not generated, as <see cref="PackageTables.Columns"/> finds them.</param>
    public string Insert(string columns) => $"INSERT INTO {Name} ({columns}) SELECT {columns} FROM jsonb_populate_recordset(NULL::{Name}, @rows){(IsShared ? " ON CONFLICT DO NOTHING" : "")}";
}

/// <summary>Everything that makes an event but its delegations, in the order in which it can be written.</summary>
/// <remarks>
/// Whole rows, so that a column that is added later travels as well. Not among them: invitations, delegations, persons and
/// what follows from them, mails, calendar addresses, daily lists, grants, and the audit trail.
/// </remarks>
internal static class PackageTables
{
    private const string OfEvent = "t.event_id = {0}";
    private const string OfSession = "t.session_id IN (SELECT s.id FROM sessions s WHERE s.event_id = {0})";
    private const string OfRelease = "t.release_id IN (SELECT r.id FROM releases r WHERE r.event_id = {0})";

    private const string Rooms =
        "(SELECT u.room_id FROM event_rooms u WHERE u.event_id = {0} UNION SELECT s.room_id FROM slots s WHERE s.event_id = {0} "
        + "UNION SELECT o.room_id FROM slot_rooms o JOIN sessions s ON s.id = o.session_id WHERE s.event_id = {0})";

    /// <summary>The columns of every table that are written and not generated.</summary>
    public const string Columns =
        """
        SELECT c.relname::text AS "Name", string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS "Columns"
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' GROUP BY c.relname
        """;

    public const string Events = "events";
    public const string DocumentVersions = "document_versions";

    public static IReadOnlyList<PackageTable> All { get; } =
    [
        new("event_series", "t.id = (SELECT e.series_id FROM events e WHERE e.id = {0})", "t.id", IsShared: true),
        new("venues", $"t.id IN (SELECT r.venue_id FROM rooms r WHERE r.id IN {Rooms})", "t.id", IsShared: true),
        new("rooms", $"t.id IN {Rooms}", "t.id", IsShared: true),
        new(Events, "t.id = {0}", "t.id"),
        new("event_parties", OfEvent, "t.id"),
        new("event_rooms", OfEvent, "t.room_id"),
        new("tracks", OfEvent, "t.id"),
        new("speakers", OfEvent, "t.id"),
        new("interpreter_teams", OfEvent, "t.id"),
        new("sessions", OfEvent, "t.id"),
        new("session_speakers", OfSession, "t.session_id, t.speaker_id, t.role"),
        new("session_interpreters", OfSession, "t.session_id, t.team_id"),
        new("slots", OfEvent, "t.session_id"),
        new("slot_rooms", OfSession, "t.session_id, t.room_id"),
        new("unavailabilities", OfEvent, "t.id"),
        new("programme_settings", OfEvent, "t.event_id"),
        new("conflict_acknowledgements", OfEvent, "t.id"),
        new("releases", OfEvent, "t.number"),
        new("released_sessions", OfRelease, "t.release_id, t.session_id"),
        new("released_bookings", OfRelease, "t.release_id, t.subject_id, t.session_id, t.starts_at"),
        new("session_documents", OfEvent, "t.id"),
        new(DocumentVersions, OfEvent, "t.id"),
        new("export_presets", OfEvent, "t.id"),
        new("delegation_settings", OfEvent, "t.event_id"),
        new("note_templates", OfEvent, "t.id"),
    ];
}
