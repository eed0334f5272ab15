using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoEvents.Data.Constraints;

#nullable disable

namespace ScoEvents.Data.Migrations
{
    /// <inheritdoc />
    public partial class FocalPointLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_focal_points_event_id",
                table: "focal_points");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_sign_in_at",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "link_id",
                table: "grants",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "link_id",
                table: "focal_points",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "grants_link_once",
                table: "grants",
                column: "link_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "focal_points_link_once",
                table: "focal_points",
                column: "link_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "focal_points_one_principal",
                table: "focal_points",
                columns: new[] { "event_id", "side_id" },
                unique: true,
                filter: "ended_at IS NULL AND rank = 'Principal' AND event_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "focal_point_links_used_in_time",
                table: "focal_point_links",
                sql: "(used_at IS NULL) = (used_by IS NULL) AND (used_at IS NULL OR used_at < expires_at)");

            migrationBuilder.AddForeignKey(
                name: "fk_focal_points_focal_point_links_link_id",
                table: "focal_points",
                column: "link_id",
                principalTable: "focal_point_links",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_grants_focal_point_links_link_id",
                table: "grants",
                column: "link_id",
                principalTable: "focal_point_links",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.RunFile("FocalPointSafeguards");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_focal_points_focal_point_links_link_id",
                table: "focal_points");

            migrationBuilder.DropForeignKey(
                name: "fk_grants_focal_point_links_link_id",
                table: "grants");

            migrationBuilder.DropIndex(
                name: "grants_link_once",
                table: "grants");

            migrationBuilder.DropIndex(
                name: "focal_points_link_once",
                table: "focal_points");

            migrationBuilder.DropIndex(
                name: "focal_points_one_principal",
                table: "focal_points");

            migrationBuilder.DropCheckConstraint(
                name: "focal_point_links_used_in_time",
                table: "focal_point_links");

            migrationBuilder.DropColumn(
                name: "last_sign_in_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "link_id",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "link_id",
                table: "focal_points");

            migrationBuilder.CreateIndex(
                name: "ix_focal_points_event_id",
                table: "focal_points",
                column: "event_id");
        }
    }
}
