using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class DelegationsFoundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "focal_points_once",
                table: "focal_points");

            migrationBuilder.DropIndex(
                name: "delegates_one_head",
                table: "delegates");

            migrationBuilder.AddColumn<DateOnly>(
                name: "answer_by",
                table: "invitations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answer_remark",
                table: "invitations",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "delivered_at",
                table: "invitations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "invitations",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminded_at",
                table: "invitations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "event_id",
                table: "focal_points",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rank",
                table: "focal_points",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Principal");

            // A text of one language becomes the English form of one of several.
            migrationBuilder.Sql(
                """
                ALTER TABLE delegates ALTER COLUMN function TYPE jsonb USING jsonb_build_object('en', function);
                ALTER TABLE delegates ALTER COLUMN body TYPE jsonb USING CASE WHEN body IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('en', body) END;
                ALTER TABLE delegates ALTER COLUMN body SET NOT NULL;
                """);

            migrationBuilder.AddColumn<string>(
                name: "category",
                table: "delegates",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "consent_at",
                table: "delegates",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erased_at",
                table: "delegates",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "form_of_address",
                table: "delegates",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_reserve",
                table: "delegates",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "languages",
                table: "delegates",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "nationality_id",
                table: "delegates",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "passport_expires_on",
                table: "delegates",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "passport_state_id",
                table: "delegates",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "purged_at",
                table: "delegates",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stay",
                table: "delegates",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<Guid>(
                name: "substitutes_id",
                table: "delegates",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "accreditations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    vetting = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    vetting_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    comments = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accreditations", x => x.id);
                    table.ForeignKey(
                        name: "fk_accreditations_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendance_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_attendance_records_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_records_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_records_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_records_sides_side_id",
                        column: x => x.side_id,
                        principalTable: "sides",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "badge_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    private_envelope = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_badge_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegate_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    envelope = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegate_drafts", x => x.id);
                    table.ForeignKey(
                        name: "fk_delegate_drafts_delegations_delegation_id",
                        column: x => x.delegation_id,
                        principalTable: "delegations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delegate_photos",
                columns: table => new
                {
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegate_photos", x => x.delegate_id);
                    table.ForeignKey(
                        name: "fk_delegate_photos_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delegation_settings",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quotas = table.Column<string>(type: "jsonb", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    register_by = table.Column<DateOnly>(type: "date", nullable: true),
                    zones = table.Column<string>(type: "jsonb", nullable: false),
                    purge_on = table.Column<DateOnly>(type: "date", nullable: true),
                    languages = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegation_settings", x => x.event_id);
                    table.ForeignKey(
                        name: "fk_delegation_settings_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "focal_point_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    rank = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_focal_point_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mandate_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandate_letters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "note_counters",
                columns: table => new
                {
                    secretariat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_counters", x => new { x.secretariat_id, x.year });
                    table.CheckConstraint("note_counters_last", "last > 0");
                    table.ForeignKey(
                        name: "fk_note_counters_secretariats_secretariat_id",
                        column: x => x.secretariat_id,
                        principalTable: "secretariats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "note_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_templates", x => x.id);
                    table.ForeignKey(
                        name: "fk_note_templates_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notes_verbales",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secretariat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    addressee = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_verbales", x => x.id);
                    table.ForeignKey(
                        name: "fk_notes_verbales_secretariats_secretariat_id",
                        column: x => x.secretariat_id,
                        principalTable: "secretariats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participant_snapshots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    entries = table.Column<string>(type: "jsonb", nullable: false),
                    remark = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant_snapshots", x => x.id);
                    table.ForeignKey(
                        name: "fk_participant_snapshots_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "purge_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    counts = table.Column<string>(type: "jsonb", nullable: false),
                    proof = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purge_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_purge_records_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accreditation_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    comments = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accreditation_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_accreditation_steps_accreditations_case_id",
                        column: x => x.case_id,
                        principalTable: "accreditations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    payload = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_badges", x => x.id);
                    table.ForeignKey(
                        name: "fk_badges_accreditations_case_id",
                        column: x => x.case_id,
                        principalTable: "accreditations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_badges_badge_keys_key_id",
                        column: x => x.key_id,
                        principalTable: "badge_keys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_ins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    badge_id = table.Column<Guid>(type: "uuid", nullable: true),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    side_id = table.Column<Guid>(type: "uuid", nullable: true),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    device_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_ins", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_ins_badges_badge_id",
                        column: x => x.badge_id,
                        principalTable: "badges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_ins_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "focal_points_once",
                table: "focal_points",
                columns: new[] { "side_id", "user_id", "event_id" },
                unique: true,
                filter: "ended_at IS NULL")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_focal_points_event_id",
                table: "focal_points",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "delegates_one_head",
                table: "delegates",
                column: "delegation_id",
                unique: true,
                filter: "role = 'Head' AND withdrawn_at IS NULL AND NOT is_reserve");

            migrationBuilder.CreateIndex(
                name: "ix_delegates_nationality_id",
                table: "delegates",
                column: "nationality_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegates_passport_state_id",
                table: "delegates",
                column: "passport_state_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegates_substitutes_id",
                table: "delegates",
                column: "substitutes_id");

            migrationBuilder.CreateIndex(
                name: "accreditation_steps_case_at",
                table: "accreditation_steps",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "accreditations_event_state",
                table: "accreditations",
                columns: new[] { "event_id", "state", "state_at" });

            migrationBuilder.CreateIndex(
                name: "accreditations_person_once",
                table: "accreditations",
                column: "delegate_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "attendance_records_once",
                table: "attendance_records",
                columns: new[] { "event_id", "side_id", "session_id", "delegate_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_attendance_records_delegate_id",
                table: "attendance_records",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_records_session_id",
                table: "attendance_records",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_records_side_id",
                table: "attendance_records",
                column: "side_id");

            migrationBuilder.CreateIndex(
                name: "badges_one_live",
                table: "badges",
                column: "case_id",
                unique: true,
                filter: "revoked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "badges_serial_once",
                table: "badges",
                columns: new[] { "event_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_badges_key_id",
                table: "badges",
                column: "key_id");

            migrationBuilder.CreateIndex(
                name: "check_ins_badge_at",
                table: "check_ins",
                columns: new[] { "badge_id", "zone_id", "scanned_at" });

            migrationBuilder.CreateIndex(
                name: "check_ins_event_at",
                table: "check_ins",
                columns: new[] { "event_id", "scanned_at" });

            migrationBuilder.CreateIndex(
                name: "delegate_drafts_once",
                table: "delegate_drafts",
                columns: new[] { "user_id", "delegation_id", "delegate_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_delegate_drafts_delegation_id",
                table: "delegate_drafts",
                column: "delegation_id");

            migrationBuilder.CreateIndex(
                name: "focal_point_links_event_side",
                table: "focal_point_links",
                columns: new[] { "event_id", "side_id" });

            migrationBuilder.CreateIndex(
                name: "focal_point_links_token_once",
                table: "focal_point_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "mandate_letters_event_side",
                table: "mandate_letters",
                columns: new[] { "event_id", "side_id" });

            migrationBuilder.CreateIndex(
                name: "note_templates_once",
                table: "note_templates",
                columns: new[] { "event_id", "kind", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "notes_verbales_event_side",
                table: "notes_verbales",
                columns: new[] { "event_id", "side_id" });

            migrationBuilder.CreateIndex(
                name: "notes_verbales_number_once",
                table: "notes_verbales",
                columns: new[] { "secretariat_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "participant_snapshots_number_once",
                table: "participant_snapshots",
                columns: new[] { "event_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_purge_records_event_id",
                table: "purge_records",
                column: "event_id");

            migrationBuilder.AddForeignKey(
                name: "fk_delegates_delegates_substitutes_id",
                table: "delegates",
                column: "substitutes_id",
                principalTable: "delegates",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_delegates_states_nationality_id",
                table: "delegates",
                column: "nationality_id",
                principalTable: "states",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_delegates_states_passport_state_id",
                table: "delegates",
                column: "passport_state_id",
                principalTable: "states",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_focal_points_events_event_id",
                table: "focal_points",
                column: "event_id",
                principalTable: "events",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.RunFile("DelegationSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_delegates_delegates_substitutes_id",
                table: "delegates");

            migrationBuilder.DropForeignKey(
                name: "fk_delegates_states_nationality_id",
                table: "delegates");

            migrationBuilder.DropForeignKey(
                name: "fk_delegates_states_passport_state_id",
                table: "delegates");

            migrationBuilder.DropForeignKey(
                name: "fk_focal_points_events_event_id",
                table: "focal_points");

            migrationBuilder.DropTable(
                name: "accreditation_steps");

            migrationBuilder.DropTable(
                name: "attendance_records");

            migrationBuilder.DropTable(
                name: "check_ins");

            migrationBuilder.DropTable(
                name: "delegate_drafts");

            migrationBuilder.DropTable(
                name: "delegate_photos");

            migrationBuilder.DropTable(
                name: "delegation_settings");

            migrationBuilder.DropTable(
                name: "focal_point_links");

            migrationBuilder.DropTable(
                name: "mandate_letters");

            migrationBuilder.DropTable(
                name: "note_counters");

            migrationBuilder.DropTable(
                name: "note_templates");

            migrationBuilder.DropTable(
                name: "notes_verbales");

            migrationBuilder.DropTable(
                name: "participant_snapshots");

            migrationBuilder.DropTable(
                name: "purge_records");

            migrationBuilder.DropTable(
                name: "badges");

            migrationBuilder.DropTable(
                name: "accreditations");

            migrationBuilder.DropTable(
                name: "badge_keys");

            migrationBuilder.DropIndex(
                name: "focal_points_once",
                table: "focal_points");

            migrationBuilder.DropIndex(
                name: "ix_focal_points_event_id",
                table: "focal_points");

            migrationBuilder.DropIndex(
                name: "delegates_one_head",
                table: "delegates");

            migrationBuilder.DropIndex(
                name: "ix_delegates_nationality_id",
                table: "delegates");

            migrationBuilder.DropIndex(
                name: "ix_delegates_passport_state_id",
                table: "delegates");

            migrationBuilder.DropIndex(
                name: "ix_delegates_substitutes_id",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "answer_by",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "answer_remark",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "delivered_at",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "language",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "event_id",
                table: "focal_points");

            migrationBuilder.DropColumn(
                name: "rank",
                table: "focal_points");

            migrationBuilder.DropColumn(
                name: "category",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "consent_at",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "form_of_address",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "is_reserve",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "languages",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "nationality_id",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "passport_expires_on",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "passport_state_id",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "purged_at",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "stay",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "substitutes_id",
                table: "delegates");

            migrationBuilder.Sql(
                """
                ALTER TABLE delegates ALTER COLUMN function TYPE character varying(120) USING coalesce(function ->> 'en', '');
                ALTER TABLE delegates ALTER COLUMN body DROP NOT NULL, ALTER COLUMN body TYPE character varying(120) USING body ->> 'en';
                """);

            migrationBuilder.CreateIndex(
                name: "focal_points_once",
                table: "focal_points",
                columns: new[] { "side_id", "user_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "delegates_one_head",
                table: "delegates",
                column: "delegation_id",
                unique: true,
                filter: "role = 'Head' AND withdrawn_at IS NULL");
        }
    }
}
