using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ScoEvents.Domain.Access;

namespace ScoEvents.Data.Access;

/// <summary>Opens contexts that act for a user.</summary>
public static class ActorContext
{
    /// <summary>Opens a context whose every connection carries the actor, so that row-level security shows that actor's rows and no others.</summary>
    /// <param name="factory">The pool of contexts.</param>
    /// <param name="actor">Who asks; for the public no user is set and protected tables look empty.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public static async Task<ScoEventsDbContext> CreateForAsync(
        this IDbContextFactory<ScoEventsDbContext> factory, Actor actor, CancellationToken cancellationToken)
    {
        var context = await factory.CreateDbContextAsync(cancellationToken);
        context.ActorId = actor.UserId;
        return context;
    }

    /// <summary>Opens a context for work that the portal does by itself, for nobody; row-level security shows only the rows that the work needs.</summary>
    /// <param name="factory">The pool of contexts.</param>
    /// <param name="task">The work, such as <c>mail</c>.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public static async Task<ScoEventsDbContext> CreateForTaskAsync(
        this IDbContextFactory<ScoEventsDbContext> factory, string task, CancellationToken cancellationToken)
    {
        var context = await factory.CreateDbContextAsync(cancellationToken);
        context.Task = task;
        return context;
    }

    /// <summary>The roles that the context's actor holds now, read in the context itself.</summary>
    public static async Task<Reach> ReachAsync(this ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        if (context.ActorId is not { } userId)
        {
            return Reach.None;
        }

        var held = await context.Grants.AsNoTracking()
            .Where(grant => grant.UserId == userId && grant.RevokedAt == null)
            .Select(grant => new { grant.Role, grant.SecretariatId, grant.EventId, grant.SideId })
            .ToListAsync(cancellationToken);
        return new Reach([.. held.Select(grant => new HeldRole(grant.Role, new GrantScope(grant.SecretariatId, grant.EventId, grant.SideId)))]);
    }
}

/// <summary>Tells PostgreSQL on every logical open of a connection whose reach applies.</summary>
/// <remarks>Npgsql resets a connection's session state when it returns to the pool, so a connection opened for nobody carries nobody; connection strings with <c>No Reset On Close</c> are refused at start.</remarks>
internal sealed class ActorConnectionInterceptor : DbConnectionInterceptor
{
    private const string SetActor = "SELECT set_config('app.user', @user, false), set_config('app.task', @task, false)";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Command(connection, eventData) is { } command)
        {
            using (command)
            {
                command.ExecuteNonQuery();
            }
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Command(connection, eventData) is { } command)
        {
            await using (command)
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static DbCommand? Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not ScoEventsDbContext context || (context.ActorId is null && context.Task is null))
        {
            return null;
        }

        var command = connection.CreateCommand();
        command.CommandText = SetActor;
        Add(command, "user", context.ActorId?.ToString("D"));
        Add(command, "task", context.Task);
        return command;
    }

    private static void Add(DbCommand command, string name, string? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? "");
        command.Parameters.Add(parameter);
    }
}
