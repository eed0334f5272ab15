using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class EventLanguages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "fallback_order",
                table: "events",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "wanted_languages",
                table: "events",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddCheckConstraint(
                name: "events_languages_known",
                table: "events",
                sql: "wanted_languages <@ '[\"en\", \"ru\", \"zh\", \"hi\", \"ur\"]'::jsonb AND fallback_order <@ '[\"en\", \"ru\", \"zh\", \"hi\", \"ur\"]'::jsonb");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "events_languages_known",
                table: "events");

            migrationBuilder.DropColumn(
                name: "fallback_order",
                table: "events");

            migrationBuilder.DropColumn(
                name: "wanted_languages",
                table: "events");
        }
    }
}
