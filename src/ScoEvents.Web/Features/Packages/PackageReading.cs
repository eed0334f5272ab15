using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Documents;

namespace ScoEvents.Web.Features.Packages;

/// <summary>Tries whether the portal can read what was written from a package.</summary>
internal static class PackageReading
{
    /// <summary>Reads everything as the pages will, and looks into every document as if it were uploaded.</summary>
    public static async Task<bool> IsReadableAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        await context.Events.AsNoTracking().Where(row => row.Id == eventId).ToListAsync(cancellationToken);
        await context.Sessions.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.Slots.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.Speakers.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.Tracks.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.InterpreterTeams.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.Unavailabilities.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.ProgrammeSettings.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.ConflictAcknowledgements.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.Releases.AsNoTracking().Include(row => row.Sessions).Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.SessionDocuments.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.ExportPresets.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.DelegationSettings.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        await context.Venues.AsNoTracking().Include(row => row.Rooms).Where(row => row.Rooms.Any(room => context.Slots.Any(slot => slot.EventId == eventId && slot.RoomId == room.Id)))
            .ToListAsync(cancellationToken);
        var versions = await context.DocumentVersions.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        foreach (var version in versions)
        {
            var content = await context.DocumentContents.AsNoTracking().SingleOrDefaultAsync(row => row.VersionId == version.Id, cancellationToken);
            if (content is null || content.Bytes.LongLength != version.Size || Convert.ToHexStringLower(SHA256.HashData(content.Bytes)) != version.Sha256)
            {
                return false;
            }

            if (FileInspection.Inspect(version.FileName, content.Bytes) is not { IsSuccess: true } inspected || inspected.Value.ContentType != version.ContentType)
            {
                return false;
            }
        }

        return true;
    }
}
