using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Data;

public sealed class MigrationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using var context = await database.OpenAsync(Actor.Public);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Every_migration_is_applied()
    {
        await using var context = await database.OpenAsync(Actor.Public);

        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Every_table_with_personal_data_is_under_forced_row_level_security()
    {
        var unprotected = await database.ScalarAsync(
            """
            SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class
            WHERE relname IN ('invitations', 'delegations', 'delegates', 'focal_points', 'outbox_mails', 'session_documents', 'document_versions', 'document_contents', 'unavailabilities', 'conflict_acknowledgements', 'notices') AND NOT (relrowsecurity AND relforcerowsecurity)
            """);

        Assert.Equal(DBNull.Value, unprotected);
    }

    [Fact]
    public async Task Every_function_that_looks_over_the_fence_has_a_search_path_of_its_own()
    {
        var open = await database.ScalarAsync(
            """
            SELECT string_agg(p.oid::regprocedure::text, ' ') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = 'access' AND p.prosecdef AND NOT coalesce(p.proconfig::text LIKE '%search_path%', false)
            """);

        Assert.Equal(DBNull.Value, open);
    }

    [Fact]
    public async Task Every_constraint_that_refuses_is_in_the_database()
    {
        var found = await database.ScalarAsync(
            """
            SELECT string_agg(name, ' ' ORDER BY name) FROM (
                SELECT conname AS name FROM pg_constraint WHERE contype = 'x'
                UNION ALL SELECT indexname FROM pg_indexes WHERE indexname IN ('delegates_one_head', 'invitations_side_once', 'releases_number_once', 'events_edition_once', 'outbox_mails_key_once', 'document_versions_revision_once')) named
            """);

        Assert.Equal(
            "delegates_one_head document_versions_revision_once events_edition_once invitations_side_once outbox_mails_key_once released_bookings_no_overlap released_sessions_no_room_overlap releases_number_once slots_no_room_overlap state_periods_no_overlap",
            found);
    }
}
