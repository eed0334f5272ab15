using ScoEvents.Domain.Access;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>What search compares stands in the rows themselves: whoever does not see the row sees nothing of it, by whichever way the words are asked for.</summary>
public sealed class SearchSqlTests(TwoSides sides) : IClassFixture<TwoSides>
{
    [Theory]
    [InlineData("search_head LIKE '%foreign%'")]
    [InlineData("'foreign' <% search_head")]
    [InlineData("search_head ILIKE '%FOREIGN%'")]
    [InlineData("sound_keys && ARRAY['pr']")]
    [InlineData("to_tsvector('simple', search_head) @@ to_tsquery('simple', 'foreign:*')")]
    [InlineData("search_head <> '' AND family_name <> 'Own'")]
    [InlineData("1 / (CASE WHEN search_head LIKE '%foreign%' THEN 0 ELSE 1 END) = 2")]
    public async Task Another_sides_persons_are_not_found_by_hostile_questions(string question)
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);
        await using var open = await RawSql.AsAsync(sides.Database, Actor.Public);

        Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM delegates WHERE {question}"));
        Assert.Equal(0, await open.CountAsync($"SELECT count(*) FROM delegates WHERE {question}"));
    }

    [Fact]
    public async Task The_staff_of_the_event_finds_them()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Organiser);

        Assert.Equal(1, await sql.CountAsync("SELECT count(*) FROM delegates WHERE search_head LIKE '%foreign%' AND sound_keys IS NOT NULL"));
    }

    [Fact]
    public async Task Nobody_under_the_portals_role_writes_what_the_database_generates_or_changes_how_it_folds()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);

        Assert.Equal("428C9", await sql.RefusedAsync("UPDATE delegates SET search_head = '| minister |'"));
        Assert.Equal("42501", await sql.RefusedAsync("CREATE OR REPLACE FUNCTION search.folded(written text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '' $$"));
    }
}
