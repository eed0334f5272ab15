using System.Data;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Packages;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Packages;

/// <summary>A whole event as one file.</summary>
/// <param name="Name">Of the file.</param>
public sealed record EventPackage(string Name, byte[] Bytes);

/// <summary>Writes a whole event into one file, and takes such a file in.</summary>
public sealed class PackageService(IDbContextFactory<ScoEventsDbContext> contexts)
{
    private const string NotOurs = "package.content";

    /// <summary>The event with programme, releases, documents and settings; its delegations are not part of it.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<EventPackage>> ExportAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        // One moment for all tables, whoever writes meanwhile.
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var slug = await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.Slug).SingleAsync(cancellationToken);
        var files = await PackageRows.ReadAsync(context, eventId, await PortableIds.ReadAsync(context, cancellationToken), cancellationToken);
        return new EventPackage($"{slug}-event.zip", PackageFile.Write(files));
    }

    /// <summary>Whether the actor may bring an event in at all, for pages to say before a file is sent.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Refused: <c>forbidden</c> where the actor plans nowhere, <c>not-found</c> for whoever is not staff.</returns>
    public async Task<Result> MayImportAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        return RefusalOf(await context.ReachAsync(cancellationToken)) is { } refusal ? refusal : Result.Success;
    }

    /// <summary>
    /// What is in a file, what of it is here already, and whether <see cref="ImportAsync"/> would take it: tried to the end, then
    /// undone.
    /// </summary>
    /// <param name="actor">Somebody who may plan in the event's secretariat.</param>
    /// <param name="package">The file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The plan, with its refusal where the event in the file cannot be taken in. Refused: as <see cref="ImportAsync"/>, where the file does not even tell what is in it.</returns>
    public Task<Result<PackagePlan>> PlanAsync(Actor actor, byte[] package, CancellationToken cancellationToken) => WithAsync<PackagePlan>(
        actor, package, async (context, reach, opened) =>
        {
            try
            {
                var plan = await PackagePlanReader.ReadAsync(context, opened.EventId, opened.Files, cancellationToken);
                return plan with
                {
                    HereId = await IsForAsync(context, plan.HereId, cancellationToken) ? plan.HereId : null,
                    Refusal = (await TryAsync(context, reach, opened, isKept: false, cancellationToken)).Error,
                };
            }
            catch (Exception exception) when (IsOfRows(exception))
            {
                return Error.Refused(NotOurs);
            }
        },
        cancellationToken);

    /// <summary>
    /// Takes an event in as it left the other portal, identities included. What was written is read back the way it is
    /// exported, and must be the package to the byte: nothing is lost, nothing else was touched, or nothing is written.
    /// </summary>
    /// <param name="actor">Somebody who may plan in the event's secretariat.</param>
    /// <param name="package">The file.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The event. Refused: <c>forbidden</c> where the actor plans nowhere or not in that secretariat, <c>package.not-one</c>, <c>package.too-large</c>, <c>package.name</c>, <c>package.hash</c>, <c>package.older</c>, <c>package.newer</c>, <c>package.version</c>, <c>package.taken</c> where the event or its name is here already, <c>package.content</c> where rows or documents are not such as the portal writes.</returns>
    public Task<Result<Guid>> ImportAsync(Actor actor, byte[] package, CancellationToken cancellationToken) => WithAsync<Guid>(
        actor, package, async (context, reach, opened) =>
        {
            var taken = await TryAsync(context, reach, opened, isKept: true, cancellationToken);
            return taken.IsSuccess ? opened.EventId : taken.Error!;
        },
        cancellationToken);

    private async Task<Result<T>> WithAsync<T>(Actor actor, byte[] package, Func<ScoEventsDbContext, Reach, OpenPackage, Task<Result<T>>> use, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var opened = await OpenAsync(context, reach, package, cancellationToken);
        return opened.Error is { } closed ? closed : await use(context, reach, opened.Value);
    }

    private static async Task<bool> IsForAsync(ScoEventsDbContext context, Guid? eventId, CancellationToken cancellationToken) =>
        eventId is { } here && (await context.AdmitAsync(here, (reach, scope) => reach.CanReadDraft(scope), cancellationToken)).IsSuccess;

    private static async Task<Result<OpenPackage>> OpenAsync(ScoEventsDbContext context, Reach reach, byte[] package, CancellationToken cancellationToken)
    {
        if (RefusalOf(reach) is { } refusal)
        {
            return refusal;
        }

        var (files, problem) = PackageFile.Read(package);
        if (files is null)
        {
            return Error.Refused(problem switch
            {
                PackageProblem.TooLarge => "package.too-large",
                PackageProblem.BadName => "package.name",
                PackageProblem.BadHash => "package.hash",
                _ => "package.not-one",
            });
        }

        var held = await PackageRows.EventOfAsync(context, files, cancellationToken);
        if (held.Error is { } other)
        {
            return other;
        }

        return PackageTables.All.Any(table => !files.ContainsKey(PackageRows.FileOf(table))) ? Error.Refused("package.version") : new OpenPackage(held.Value, files);
    }

    private static async Task<Result> TryAsync(ScoEventsDbContext context, Reach reach, OpenPackage package, bool isKept, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var taken = await TakeInAsync(context, reach, package.EventId, package.Files, cancellationToken);
            if (taken.IsSuccess && isKept)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            return taken;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return Error.Refused("package.taken");
        }
        catch (Exception exception) when (IsOfRows(exception))
        {
            return Error.Refused(NotOurs);
        }
    }

    // Rows that the database does not take, or that the portal cannot read back: the file was not written by a portal.
    private static bool IsOfRows(Exception exception) =>
        exception is PostgresException { SqlState: not "57014" } or JsonException or FormatException or ArgumentException or InvalidOperationException or InvalidCastException or KeyNotFoundException;

    private static async Task<Result> TakeInAsync(
        ScoEventsDbContext context, Reach reach, Guid eventId, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        var ids = await PortableIds.ReadAsync(context, cancellationToken);
        var (secretariatId, isRecord) = HeadOf(ids.ToLocal(Encoding.UTF8.GetString(files[PackageRows.FileOf(PackageTables.All.Single(table => table.Name == PackageTables.Events))])));
        if (isRecord || secretariatId is null || !reach.CanPlanIn(secretariatId.Value))
        {
            return Error.Forbidden();
        }

        if (await context.Events.AnyAsync(planned => planned.Id == eventId, cancellationToken))
        {
            return Error.Refused("package.taken");
        }

        await PackageRows.WriteAsync(context, files, ids, cancellationToken);
        if (await context.Venues.AnyAsync(
            venue => venue.SecretariatId != secretariatId && venue.Rooms.Any(room => context.Slots.Any(slot => slot.EventId == eventId && slot.RoomId == room.Id)), cancellationToken)
            || !await PackageReading.IsReadableAsync(context, eventId, cancellationToken))
        {
            return Error.Refused(NotOurs);
        }

        var written = await PackageRows.ReadAsync(context, eventId, ids, cancellationToken);
        return written.Count == files.Count && written.All(file => files.TryGetValue(file.Key, out var bytes) && bytes.AsSpan().SequenceEqual(file.Value))
            ? Result.Success
            : Error.Refused(NotOurs);
    }

    private static (Guid? SecretariatId, bool IsRecord) HeadOf(string events)
    {
        using var rows = JsonDocument.Parse(events);
        var row = rows.RootElement.EnumerateArray().Single();
        return (row.GetProperty("secretariat_id").ValueKind == JsonValueKind.Null ? null : row.GetProperty("secretariat_id").GetGuid(),
            row.GetProperty("record").ValueKind != JsonValueKind.Null);
    }

    private static Error? RefusalOf(Reach reach) => reach switch
    {
        { CanPlanSomewhere: true } => null,
        { IsStaffSomewhere: true } => Error.Forbidden(),
        _ => Error.NotFound(),
    };

    private sealed record OpenPackage(Guid EventId, IReadOnlyDictionary<string, byte[]> Files);
}
