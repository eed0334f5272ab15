using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Badges;

/// <summary>Reads who has a badge and who waits for one.</summary>
public sealed class BadgeQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    private const int PageSize = 50;

    /// <summary>One page of the persons who are admitted or had a badge, in protocol order. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    /// <param name="actor">Whoever admits persons to the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="filter">Which persons.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<BadgeBoard>> BoardAsync(Actor actor, Guid eventId, BadgeFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var ground = await context.GroundAsync(eventId, cancellationToken);
        var persons = await PersonsAsync(context, eventId, cancellationToken);
        var key = await context.BadgeKeys.AsNoTracking().Where(known => known.RetiredAt == null)
            .OrderByDescending(known => known.CreatedAt).Select(known => new BadgeKeyInUse(known.Id, known.CreatedAt)).FirstOrDefaultAsync(cancellationToken);
        var sides = await context.SidesAsync([.. persons.Select(person => person.SideId).Distinct()], cancellationToken);
        var day = await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.StartsOn).SingleAsync(cancellationToken);

        var rows = persons
            .OrderBy(person => sides[person.SideId].KeyFor(person.Capacity, day, filter.Language), new SideOrder(ProtocolAlphabet.Russian, filter.Language).Comparer())
            .ThenBy(person => person.Role).ThenBy(person => person.FamilyName, StringComparer.InvariantCulture).ThenBy(person => person.DelegateId)
            .Select(person => Row(person, sides[person.SideId].LabelOn(day), ground))
            .ToList();
        var counts = Enum.GetValues<BadgeShelf>().ToDictionary(shelf => shelf, shelf => rows.Count(row => IsOn(row, shelf)));
        var found = rows.Where(row => IsOn(row, filter.Shelf) && Finds(filter.Text, row)).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        return new BadgeBoard(filter.Shelf, [.. found.Skip((page - 1) * PageSize).Take(PageSize)], page, pages, counts, key);
    }

    /// <summary>The badges of an event that open nothing, by badge. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Whoever lets people in.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<IReadOnlyList<RevokedBadge>>> RevokedAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanCheckIn(scope), cancellationToken);
        return admitted.Error is { } refused ? refused : Result.Ok(await context.RevokedBadgesAsync(eventId, cancellationToken));
    }

    private static async Task<List<Person>> PersonsAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) => await (
        from accreditation in context.Accreditations.AsNoTracking()
        where accreditation.EventId == eventId
        join person in context.Delegates on accreditation.DelegateId equals person.Id
        join invitation in context.Invitations on new { person.EventId, person.SideId } equals new { invitation.EventId, invitation.SideId }
        from badge in context.Badges.Where(badge => badge.CaseId == accreditation.Id).OrderByDescending(badge => badge.Serial).Take(1).DefaultIfEmpty()
        where badge != null || accreditation.State == AccreditationState.Approved || accreditation.State == AccreditationState.BadgeIssued
            || accreditation.State == AccreditationState.CheckedIn
        select new Person(
            person.Id, person.GivenNames, person.FamilyName, person.NativeName, person.SideId, invitation.Capacity, person.Role, accreditation.State,
            badge == null ? null : new LastBadge(badge.Serial, badge.Payload, badge.RevokedAt, badge.RevokedReason))).ToListAsync(cancellationToken);

    private static BadgeRow Row(Person person, SideLabel side, BadgeGround? ground)
    {
        var isAdmitted = AccreditationMoves.IsAccredited(person.State);
        var standing = person.Badge switch
        {
            null => BadgeStanding.Waiting,
            { RevokedAt: not null } => BadgeStanding.Revoked,
            _ when !isAdmitted => BadgeStanding.Suspended,
            { Payload: var payload } => ground?.IsCurrent(payload, person.Role) is true ? BadgeStanding.Live : BadgeStanding.Stale,
        };
        return new BadgeRow(
            person.DelegateId, $"{person.GivenNames} {person.FamilyName.ToUpperInvariant()}".Trim(), person.NativeName, side, person.Role, standing, person.Badge?.Serial,
            person.State == AccreditationState.CheckedIn, person.Badge?.RevokedReason) { IsAdmitted = isAdmitted };
    }

    private static bool IsOn(BadgeRow row, BadgeShelf shelf) => shelf switch
    {
        BadgeShelf.All => true,
        BadgeShelf.Waiting => row.CanIssue,
        BadgeShelf.Live => row.HasLive,
        BadgeShelf.Revoked => row.Standing == BadgeStanding.Revoked,
        _ => false,
    };

    private static bool Finds(string? text, BadgeRow row) => string.IsNullOrWhiteSpace(text)
        || PersonNames.Finds(text, NamesOf(row.Name, row.NativeName));

    /// <summary>A person's spellings, for the comparison of names.</summary>
    internal static LocalizedText NamesOf(string name, string? nativeName) => LocalizedText.Of(
        en: name, ru: nativeName is not null && nativeName.Any(letter => letter is >= '\u0400' and <= '\u052F') ? nativeName : null,
        zh: nativeName is not null && nativeName.Any(letter => letter is >= '\u2E80' and <= '\u9FFF') ? nativeName : null,
        hi: nativeName is not null && nativeName.Any(letter => letter is >= '\u0900' and <= '\u097F') ? nativeName : null,
        ur: nativeName is not null && nativeName.Any(letter => letter is >= '\u0600' and <= '\u06FF') ? nativeName : null);

    private sealed record Person(
        Guid DelegateId, string GivenNames, string FamilyName, string? NativeName, Guid SideId, Capacity Capacity, DelegationRole Role, AccreditationState State, LastBadge? Badge);

    private sealed record LastBadge(int Serial, string Payload, DateTimeOffset? RevokedAt, string? RevokedReason);
}
