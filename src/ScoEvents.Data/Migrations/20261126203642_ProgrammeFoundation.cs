using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProgrammeFoundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_speakers_event_id",
                table: "speakers");

            migrationBuilder.DropIndex(
                name: "ix_sessions_event_id",
                table: "sessions");

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "venues",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "biography",
                table: "speakers",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "email",
                table: "speakers",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_id",
                table: "speakers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "speakers",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "en");

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "speakers",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AlterColumn<Guid>(
                name: "room_id",
                table: "slots",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "agenda_items",
                table: "sessions",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "classification",
                table: "sessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Amber");

            migrationBuilder.AddColumn<int>(
                name: "expected_attendance",
                table: "sessions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_id",
                table: "sessions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "interpreted_into",
                table: "sessions",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "layout",
                table: "sessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "notes",
                table: "sessions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "sessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Draft");

            migrationBuilder.AddColumn<Guid>(
                name: "track_id",
                table: "sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "session_speakers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "bookable_hours",
                table: "rooms",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "booths",
                table: "rooms",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "capacity_by_layout",
                table: "rooms",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "clearance",
                table: "rooms",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "rooms",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AddColumn<string>(
                name: "acknowledgements",
                table: "releases",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AlterColumn<Guid>(
                name: "room_id",
                table: "released_sessions",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "agenda_items",
                table: "released_sessions",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "classification",
                table: "released_sessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Amber");

            migrationBuilder.AddColumn<string>(
                name: "interpreted_into",
                table: "released_sessions",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "track",
                table: "released_sessions",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "venue_name",
                table: "released_sessions",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<Guid>(
                name: "cloned_from_id",
                table: "events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "edition",
                table: "events",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "former_ends_on",
                table: "events",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "former_starts_on",
                table: "events",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "notice",
                table: "events",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "notice_at",
                table: "events",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "series_id",
                table: "events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "status_before",
                table: "events",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "conflict_acknowledgements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_acknowledgements", x => x.id);
                    table.ForeignKey(
                        name: "fk_conflict_acknowledgements_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    secretariat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_series", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_series_secretariats_secretariat_id",
                        column: x => x.secretariat_id,
                        principalTable: "secretariats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_teams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    languages = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_teams", x => x.id);
                    table.ForeignKey(
                        name: "fk_interpreter_teams_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outbox_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    release_id = table.Column<Guid>(type: "uuid", nullable: true),
                    side_id = table.Column<Guid>(type: "uuid", nullable: true),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    to_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    to_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    body = table.Column<string>(type: "character varying(100000)", maxLength: 100000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_mails", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_mails_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_outbox_mails_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outbox_mails_sides_side_id",
                        column: x => x.side_id,
                        principalTable: "sides",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_settings",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    severities = table.Column<string>(type: "jsonb", nullable: false),
                    travel_minutes = table.Column<int>(type: "integer", nullable: false),
                    travel_times = table.Column<string>(type: "jsonb", nullable: false),
                    languages = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_settings", x => x.event_id);
                    table.CheckConstraint("programme_settings_travel", "travel_minutes BETWEEN 0 AND 240");
                    table.ForeignKey(
                        name: "fk_programme_settings_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "released_bookings",
                columns: table => new
                {
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_bookings", x => new { x.release_id, x.subject_id, x.session_id });
                    table.CheckConstraint("released_bookings_end_after_start", "ends_at > starts_at");
                    table.ForeignKey(
                        name: "fk_released_bookings_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_documents_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_session_documents_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "slot_rooms",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slot_rooms", x => new { x.session_id, x.room_id });
                    table.CheckConstraint("slot_rooms_end_after_start", "ends_at > starts_at");
                    table.ForeignKey(
                        name: "fk_slot_rooms_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_slot_rooms_slots_session_id",
                        column: x => x.session_id,
                        principalTable: "slots",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tracks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    color = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tracks", x => x.id);
                    table.ForeignKey(
                        name: "fk_tracks_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unavailabilities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unavailabilities", x => x.id);
                    table.CheckConstraint("unavailabilities_end_after_start", "ends_at > starts_at");
                    table.ForeignKey(
                        name: "fk_unavailabilities_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_interpreters",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_interpreters", x => new { x.session_id, x.team_id });
                    table.ForeignKey(
                        name: "fk_session_interpreters_interpreter_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "interpreter_teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_interpreters_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    classification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_versions_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_document_versions_session_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "session_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_contents",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_contents", x => x.version_id);
                    table.ForeignKey(
                        name: "fk_document_contents_document_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "document_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "speakers_external_id_once",
                table: "speakers",
                columns: new[] { "event_id", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_track_id",
                table: "sessions",
                column: "track_id");

            migrationBuilder.CreateIndex(
                name: "sessions_external_id_once",
                table: "sessions",
                columns: new[] { "event_id", "external_id" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "session_speakers_minutes",
                table: "session_speakers",
                sql: "minutes BETWEEN 1 AND 480");

            migrationBuilder.AddCheckConstraint(
                name: "rooms_booths",
                table: "rooms",
                sql: "booths BETWEEN 0 AND 20");

            migrationBuilder.CreateIndex(
                name: "events_edition_once",
                table: "events",
                columns: new[] { "series_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_cloned_from_id",
                table: "events",
                column: "cloned_from_id");

            migrationBuilder.AddCheckConstraint(
                name: "events_edition",
                table: "events",
                sql: "(series_id IS NULL) = (edition IS NULL) AND edition >= 1");

            migrationBuilder.CreateIndex(
                name: "conflict_acknowledgements_once",
                table: "conflict_acknowledgements",
                columns: new[] { "event_id", "kind", "session_id", "other_id", "subject_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "document_versions_revision_once",
                table: "document_versions",
                columns: new[] { "document_id", "language", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_versions_event_id",
                table: "document_versions",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_series_secretariat_id",
                table: "event_series",
                column: "secretariat_id");

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_teams_event_id",
                table: "interpreter_teams",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_release_id",
                table: "outbox_mails",
                column: "release_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_side_id",
                table: "outbox_mails",
                column: "side_id");

            migrationBuilder.CreateIndex(
                name: "outbox_mails_due",
                table: "outbox_mails",
                columns: new[] { "state", "next_attempt_at" });

            migrationBuilder.CreateIndex(
                name: "outbox_mails_event_id",
                table: "outbox_mails",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "outbox_mails_key_once",
                table: "outbox_mails",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_session_documents_event_id",
                table: "session_documents",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_documents_session_id",
                table: "session_documents",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_interpreters_team_id",
                table: "session_interpreters",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_slot_rooms_room_id",
                table: "slot_rooms",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_event_id",
                table: "tracks",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "unavailabilities_subject",
                table: "unavailabilities",
                columns: new[] { "event_id", "subject_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_events_event_series_series_id",
                table: "events",
                column: "series_id",
                principalTable: "event_series",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_events_events_cloned_from_id",
                table: "events",
                column: "cloned_from_id",
                principalTable: "events",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "fk_sessions_tracks_track_id",
                table: "sessions",
                column: "track_id",
                principalTable: "tracks",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.RunFile("ProgrammeSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_events_event_series_series_id",
                table: "events");

            migrationBuilder.DropForeignKey(
                name: "fk_events_events_cloned_from_id",
                table: "events");

            migrationBuilder.DropForeignKey(
                name: "fk_sessions_tracks_track_id",
                table: "sessions");

            migrationBuilder.DropTable(
                name: "conflict_acknowledgements");

            migrationBuilder.DropTable(
                name: "document_contents");

            migrationBuilder.DropTable(
                name: "event_series");

            migrationBuilder.DropTable(
                name: "outbox_mails");

            migrationBuilder.DropTable(
                name: "programme_settings");

            migrationBuilder.DropTable(
                name: "released_bookings");

            migrationBuilder.DropTable(
                name: "session_interpreters");

            migrationBuilder.DropTable(
                name: "slot_rooms");

            migrationBuilder.DropTable(
                name: "tracks");

            migrationBuilder.DropTable(
                name: "unavailabilities");

            migrationBuilder.DropTable(
                name: "document_versions");

            migrationBuilder.DropTable(
                name: "interpreter_teams");

            migrationBuilder.DropTable(
                name: "session_documents");

            migrationBuilder.DropIndex(
                name: "speakers_external_id_once",
                table: "speakers");

            migrationBuilder.DropIndex(
                name: "ix_sessions_track_id",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "sessions_external_id_once",
                table: "sessions");

            migrationBuilder.DropCheckConstraint(
                name: "session_speakers_minutes",
                table: "session_speakers");

            migrationBuilder.DropCheckConstraint(
                name: "rooms_booths",
                table: "rooms");

            migrationBuilder.DropIndex(
                name: "events_edition_once",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_events_cloned_from_id",
                table: "events");

            migrationBuilder.DropCheckConstraint(
                name: "events_edition",
                table: "events");

            migrationBuilder.DropColumn(
                name: "address",
                table: "venues");

            migrationBuilder.DropColumn(
                name: "biography",
                table: "speakers");

            migrationBuilder.DropColumn(
                name: "email",
                table: "speakers");

            migrationBuilder.DropColumn(
                name: "external_id",
                table: "speakers");

            migrationBuilder.DropColumn(
                name: "language",
                table: "speakers");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "speakers");

            migrationBuilder.DropColumn(
                name: "agenda_items",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "classification",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "expected_attendance",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "external_id",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "interpreted_into",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "layout",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "notes",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "state",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "track_id",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "session_speakers");

            migrationBuilder.DropColumn(
                name: "bookable_hours",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "booths",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "capacity_by_layout",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "clearance",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "acknowledgements",
                table: "releases");

            migrationBuilder.DropColumn(
                name: "agenda_items",
                table: "released_sessions");

            migrationBuilder.DropColumn(
                name: "classification",
                table: "released_sessions");

            migrationBuilder.DropColumn(
                name: "interpreted_into",
                table: "released_sessions");

            migrationBuilder.DropColumn(
                name: "track",
                table: "released_sessions");

            migrationBuilder.DropColumn(
                name: "venue_name",
                table: "released_sessions");

            migrationBuilder.DropColumn(
                name: "cloned_from_id",
                table: "events");

            migrationBuilder.DropColumn(
                name: "edition",
                table: "events");

            migrationBuilder.DropColumn(
                name: "former_ends_on",
                table: "events");

            migrationBuilder.DropColumn(
                name: "former_starts_on",
                table: "events");

            migrationBuilder.DropColumn(
                name: "notice",
                table: "events");

            migrationBuilder.DropColumn(
                name: "notice_at",
                table: "events");

            migrationBuilder.DropColumn(
                name: "series_id",
                table: "events");

            migrationBuilder.DropColumn(
                name: "status_before",
                table: "events");

            migrationBuilder.AlterColumn<Guid>(
                name: "room_id",
                table: "slots",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "room_id",
                table: "released_sessions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_speakers_event_id",
                table: "speakers",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_event_id",
                table: "sessions",
                column: "event_id");
        }
    }
}
