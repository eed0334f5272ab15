using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class IssuedLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "issued_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    secretariat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issued_letters", x => x.id);
                    table.CheckConstraint("issued_letters_number", "number > 0");
                    table.ForeignKey(
                        name: "fk_issued_letters_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "issued_letters_event",
                table: "issued_letters",
                columns: new[] { "event_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "issued_letters_number_once",
                table: "issued_letters",
                columns: new[] { "secretariat_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "issued_letters_person_once",
                table: "issued_letters",
                columns: new[] { "delegate_id", "kind" },
                unique: true);

            migrationBuilder.RunFile("LetterSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP POLICY note_counters_letters ON note_counters;
                DROP POLICY outbox_mails_decisions_read ON outbox_mails;
                DROP POLICY outbox_mails_decisions_write ON outbox_mails;
                DROP POLICY outbox_mails_decisions_change ON outbox_mails;
                """);

            migrationBuilder.DropTable(
                name: "issued_letters");
        }
    }
}
