using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class AvailabilityReach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RunFile("AvailabilitySafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER rooms_tell ON rooms;
                DROP FUNCTION access.tell_room_changed();
                DROP POLICY unavailabilities_read ON unavailabilities;
                DROP POLICY unavailabilities_write ON unavailabilities;
                ALTER TABLE unavailabilities NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE unavailabilities DISABLE ROW LEVEL SECURITY;
                DROP POLICY conflict_acknowledgements_read ON conflict_acknowledgements;
                DROP POLICY conflict_acknowledgements_write ON conflict_acknowledgements;
                ALTER TABLE conflict_acknowledgements NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE conflict_acknowledgements DISABLE ROW LEVEL SECURITY;
                """);
        }
    }
}
