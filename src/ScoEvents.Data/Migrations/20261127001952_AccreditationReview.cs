using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class AccreditationReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "passport_mark",
                table: "delegates",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "resumes_to",
                table: "accreditations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "vetting",
                table: "accreditation_steps",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.RunFile("AccreditationSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                ALTER POLICY accreditation_steps_read ON accreditation_steps USING (
                    event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
                DROP TRIGGER accreditations_guard ON accreditations;
                DROP FUNCTION access.guard_accreditation();
                """);

            migrationBuilder.DropColumn(
                name: "passport_mark",
                table: "delegates");

            migrationBuilder.DropColumn(
                name: "resumes_to",
                table: "accreditations");

            migrationBuilder.DropColumn(
                name: "vetting",
                table: "accreditation_steps");
        }
    }
}
