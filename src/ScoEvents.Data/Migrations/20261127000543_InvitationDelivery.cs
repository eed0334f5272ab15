using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class InvitationDelivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "delivered_by",
                table: "invitations",
                type: "uuid",
                nullable: true);

            migrationBuilder.RunFile("InvitationSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "delivered_by",
                table: "invitations");
        }
    }
}
