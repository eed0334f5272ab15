using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Search;

/// <summary>Finds what a reader may read, in any language, script and spelling.</summary>
/// <remarks>
/// Words are compared as <c>search.folded</c> writes them, in columns that the database generates from the rows themselves; names also by their sound
/// (<see cref="Domain.Names.PersonNames"/>). What is closed is not looked into at all: each question names who may read, and row-level security stands below.
/// </remarks>
public sealed partial class SearchQueries(IDbContextFactory<ScoEventsDbContext> contexts, SearchPages pages, TimeProvider clock)
{
    /// <summary>The most that is found of one kind.</summary>
    public const int MostOfAKind = 60;

    private const int MostCandidates = 500;

    /// <summary>Finds; nine SQL commands for the public, twelve for who is signed in, three where nothing was typed.</summary>
    /// <param name="actor">The reader, or the public.</param>
    /// <param name="typed">What was typed; cut at <see cref="SearchText.MaxLength"/>. Where it is blank, only pages are named.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellationToken">Cancels; whoever types on does.</param>
    public async Task<SearchAnswer> FindAsync(Actor actor, string? typed, PortalLanguage language, CancellationToken cancellationToken)
    {
        var visible = SearchText.Visible(typed);
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);

        // One connection for all questions: how alike a misspelt word must be is a setting of the session.
        await context.Database.OpenConnectionAsync(cancellationToken);
        var folded = await context.Database.SqlQueryRaw<string>(Fold, new NpgsqlParameter("typed", visible)).ToListAsync(cancellationToken);
        var text = SearchText.Of(visible, folded[0]);
        var reader = new Reader(text, language, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var hits = new List<SearchHit>();
        if (!text.IsEmpty)
        {
            hits.AddRange(await EventsAsync(context, reader, cancellationToken));
            hits.AddRange(await SessionsAsync(context, reader, cancellationToken));
            hits.AddRange(await PersonsAsync(context, reader, actor.UserId is not null, cancellationToken));
            hits.AddRange(await SidesAsync(context, reader, cancellationToken));
            hits.AddRange(await DocumentsAsync(context, reader, cancellationToken));
        }

        if (actor.UserId is null)
        {
            hits.AddRange(pages.Public(text, language));
        }
        else
        {
            hits.AddRange(pages.Staff(text, language, await context.ReachAsync(cancellationToken), await DesksAsync(context, reader, cancellationToken)));
        }

        return new SearchAnswer(text, [.. hits.GroupBy(hit => hit.Kind).OrderBy(kind => kind.Key).SelectMany(Best)]);
    }

    // What may be meant is named only where nothing is what was typed.
    private static IEnumerable<SearchHit> Best(IEnumerable<SearchHit> kind)
    {
        var ordered = kind.OrderBy(hit => hit.Rank).DistinctBy(hit => (hit.Address, hit.Title)).Take(MostOfAKind).ToList();
        return ordered is [{ Rank: < SearchRank.Fuzzy }, ..] ? ordered.Where(hit => hit.Rank < SearchRank.Fuzzy) : ordered;
    }

    /// <summary>Who reads, and what for.</summary>
    private sealed record Reader(SearchText Text, PortalLanguage Language, DateOnly Today)
    {
        public Task<List<TRow>> AskAsync<TRow>(ScoEventsDbContext context, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] more) =>
            context.Database.SqlQueryRaw<TRow>(sql,
            [
                new NpgsqlParameter("longest", Text.Longest), new NpgsqlParameter("all", Text.All), new NpgsqlParameter("begins", Text.Begins),
                new NpgsqlParameter("exact", Text.Exact), new NpgsqlParameter("prefix", Text.Prefix), new NpgsqlParameter("stems", Text.Stems),
                new NpgsqlParameter("fuzzy", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)Text.Fuzzy ?? DBNull.Value },
                new NpgsqlParameter("sounds", Text.SoundKeys), new NpgsqlParameter("today", Today),
                .. more,
            ]).ToListAsync(cancellationToken);
    }
}
