using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class MandatePurge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RunFile("MandatePurgeSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP POLICY mandate_letters_seen_by_purge ON mandate_letters;");
        }
    }
}
