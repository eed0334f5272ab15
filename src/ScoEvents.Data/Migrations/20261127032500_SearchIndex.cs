using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "sound_keys",
                table: "speakers",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "sound_keys",
                table: "released_sessions",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "sound_keys",
                table: "delegates",
                type: "text[]",
                nullable: true);

            migrationBuilder.RunFile("SearchSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER speakers_forget_sound ON speakers;
                DROP TRIGGER delegates_forget_sound ON delegates;
                ALTER TABLE events DROP COLUMN search_head, DROP COLUMN search_words;
                ALTER TABLE sessions DROP COLUMN search_head, DROP COLUMN search_words;
                ALTER TABLE released_sessions DROP COLUMN search_head, DROP COLUMN search_words, DROP COLUMN search_people;
                ALTER TABLE speakers DROP COLUMN search_head;
                ALTER TABLE delegates DROP COLUMN search_head;
                ALTER TABLE session_documents DROP COLUMN search_head;
                ALTER TABLE states DROP COLUMN search_head;
                ALTER TABLE organisations DROP COLUMN search_head;
                DROP SCHEMA search CASCADE;
                """);

            migrationBuilder.DropColumn(
                name: "sound_keys",
                table: "speakers");

            migrationBuilder.DropColumn(
                name: "sound_keys",
                table: "released_sessions");

            migrationBuilder.DropColumn(
                name: "sound_keys",
                table: "delegates");
        }
    }
}
