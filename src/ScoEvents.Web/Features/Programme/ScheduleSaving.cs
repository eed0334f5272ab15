using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>How moved sessions are written, and copied.</summary>
internal static class ScheduleSaving
{
    /// <summary>Saves sessions whose slots were changed, or new ones with slots. Refused: <c>stale</c>, and <c>programme.room-taken</c> by PostgreSQL where another writer was faster.</summary>
    public static async Task<Result> SaveMovesAsync(this ScoEventsDbContext context, IReadOnlyList<Session> sessions, CancellationToken cancellationToken)
    {
        foreach (var entry in sessions.Select(session => context.Entry(session)).Where(entry => entry.State is not EntityState.Added))
        {
            // A change of the slot alone must meet a stale version too, within one tick of the clock as well.
            entry.Property(row => row.ModifiedAt).IsModified = true;
        }

        if (sessions.Count < 2)
        {
            return await context.TrySaveAsync(cancellationToken);
        }

        // Sessions that move together may pass through each other's old places, so the rooms are looked at once, at the end.
        await context.Database.ExecuteSqlRawAsync($"SET CONSTRAINTS {ConstraintErrors.SlotRoomOverlap} DEFERRED", cancellationToken);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (!saved.IsSuccess)
        {
            return saved;
        }

        try
        {
            await context.Database.ExecuteSqlRawAsync($"SET CONSTRAINTS {ConstraintErrors.SlotRoomOverlap} IMMEDIATE", cancellationToken);
            return saved;
        }
        catch (PostgresException refused) when (refused.ConstraintName == ConstraintErrors.SlotRoomOverlap)
        {
            return ProgrammeErrors.RoomOverlap(LocalizedText.Empty, LocalizedText.Empty);
        }
    }

    /// <summary>Everything that an organiser has said of a session.</summary>
    public static SessionFacts FactsOf(Session session) => new(session.Type, session.Access, session.Title, session.Abstract)
    {
        Classification = session.Classification,
        TrackId = session.TrackId,
        ExpectedAttendance = session.ExpectedAttendance,
        Layout = session.Layout,
        InterpretedInto = session.InterpretedInto,
        AgendaItems = session.AgendaItems,
        Notes = session.Notes,
    };
}
