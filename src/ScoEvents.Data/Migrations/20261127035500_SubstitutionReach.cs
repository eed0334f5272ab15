using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class SubstitutionReach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RunFile("SubstitutionSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP POLICY outbox_mails_exchange_write ON outbox_mails;
                DROP POLICY outbox_mails_exchange_read ON outbox_mails;
                DROP FUNCTION access.organises(text, uuid);
                DROP POLICY unavailabilities_exchange_read ON unavailabilities;
                DROP POLICY speakers_exchange_lock ON speakers;
                DROP POLICY speakers_exchange_add ON speakers;
                DROP POLICY speakers_exchange_read ON speakers;
                DROP FUNCTION access.attended_events();
                """);
        }
    }
}
