using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_notices_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notices_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notices_event_id",
                table: "notices",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "notices_act_once",
                table: "notices",
                columns: new[] { "user_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "notices_of_user",
                table: "notices",
                columns: new[] { "user_id", "created_at" });

            migrationBuilder.RunFile("NoticeSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP FUNCTION access.tell_of_invitation() CASCADE;
                DROP FUNCTION access.tell_of_admission() CASCADE;
                DROP FUNCTION access.tell_of_release() CASCADE;
                DROP FUNCTION access.tell_of_move() CASCADE;
                DROP FUNCTION access.tell_of_stop() CASCADE;
                DROP FUNCTION access.tell_of_link() CASCADE;
                DROP FUNCTION access.tell_of_event() CASCADE;
                DROP FUNCTION access.tell_of_absence() CASCADE;
                DROP FUNCTION access.ring() CASCADE;
                DROP FUNCTION access.tell(uuid[], text, uuid, uuid, uuid, int, text);
                DROP FUNCTION access.staff_of(uuid, text[]);
                DROP FUNCTION access.voices_of(uuid, uuid);
                """);

            migrationBuilder.DropTable(
                name: "notices");
        }
    }
}
