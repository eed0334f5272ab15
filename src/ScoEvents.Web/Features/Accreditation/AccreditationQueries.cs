using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Security;
using Presence = ScoEvents.Domain.Events.Attendance;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Reads what reviewers decide on.</summary>
public sealed class AccreditationQueries(IDbContextFactory<ScoEventsDbContext> contexts, AlikeRegister alike)
{
    /// <summary>Persons on a page of the queue.</summary>
    public const int PageSize = 50;

    /// <summary>One page of an event's queue: who waits longest first. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    /// <param name="actor">Organiser or registrar of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="filter">Who is asked for.</param>
    /// <param name="order">How the choice of sides is ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<ReviewQueue>> QueueAsync(Actor actor, Guid eventId, ReviewFilter filter, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var read = await ReviewReading.ReadAsync(context, eventId, cancellationToken);
        var (named, alikeOf) = alike.Ask(eventId, read.Traces(), known => (
            string.IsNullOrWhiteSpace(filter.Text) ? null : known.Find(filter.Text),
            read.Persons.ToDictionary(found => found.Person.Id, found => known.Of(found.Person.Id).Count)));
        var found = read.Persons
            .Where(person => Fits(person, filter) && named?.Contains(person.Person.Id) != false)
            .Where(person => !filter.IsAlike || alikeOf[person.Person.Id] > 0)
            .Where(person => !filter.IsMissing || read.Missing(person).Count > 0)
            .OrderBy(person => person.Case.StateAt).ThenBy(person => person.Case.Id).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        return new ReviewQueue(
            read.Persons.GroupBy(person => person.Case.State).ToDictionary(group => group.Key, group => group.Count()),
            read.Persons.Count(person => AccreditationMoves.IsWaiting(person.Case.State) && read.Missing(person).Count > 0),
            alikeOf.Values.Count(count => count > 0),
            [.. found.Select(person => new SeenCase(person.Case.Id, person.Case.Version))], page, pages,
            [.. found.Skip((page - 1) * PageSize).Take(PageSize).Select(person => read.Row(person, alikeOf[person.Person.Id]))],
            [.. read.Sides.Values.OrderBy(side => side.KeyFor(read.Capacities.GetValueOrDefault(side.Id, Capacity.Guest), read.FirstDay, order.Language), order.Comparer())
                .Select(side => side.LabelOn(read.FirstDay))],
            read.TimeZone);
    }

    /// <summary>One person with history, and who may be the same. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    /// <param name="actor">Organiser or registrar of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<ReviewCase>> CaseAsync(Actor actor, Guid eventId, Guid caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var read = await ReviewReading.ReadAsync(context, eventId, cancellationToken);
        if (read.Persons.FirstOrDefault(found => found.Case.Id == caseId) is not { } asked)
        {
            return Error.NotFound();
        }

        var person = asked.Person;
        var steps = await (
            from step in context.AccreditationSteps.AsNoTracking()
            where step.CaseId == caseId && step.EventId == eventId
            from user in context.Users.Where(user => user.Id == step.By).DefaultIfEmpty()
            orderby step.At descending, step.Id descending
            select new ReviewStep(step.From, step.To, step.At, user!.DisplayName, step.Reason, step.Comments, step.Vetting)).ToListAsync(cancellationToken);
        var states = await context.States.AsNoTracking().Where(state => state.Id == person.NationalityId || state.Id == person.PassportStateId)
            .ToDictionaryAsync(state => state.Id, state => state.Names, cancellationToken);
        var wasPresent = await context.AttendanceRecords.AnyAsync(
            record => record.DelegateId == person.Id && (record.State == Presence.Present || record.State == Presence.PresentOnline), cancellationToken);
        var others = alike.Ask(eventId, read.Traces(), known => known.Of(person.Id).Select(id => (Id: id, known.Of(id).Count)).ToDictionary(pair => pair.Id, pair => pair.Count));
        var row = read.Row(asked, others.Count);
        return new ReviewCase(
            row, Facts(asked, states), asked.Case.ReviewerId == actor.UserId, asked.Case.Comments, asked.Case.Reason, asked.Case.VettingAt, steps,
            [.. read.Persons.Where(found => others.ContainsKey(found.Person.Id)).Select(found => new AlikeRow(
                read.Row(found, others[found.Person.Id]), found.Person.Email, HaveSamePassport(person.Passport.Mark, found.Person.Passport.Mark)))],
            AccreditationMoves.IsWaiting(asked.Case.State) ? ApprovalRules.Check(person, read.Settings, asked.HasPhoto) : null,
            [.. Enum.GetValues<LetterKind>().Where(kind => LetterRules.IsEntitled(kind, asked.Case.State, person.Stay.NeedsVisa, wasPresent))],
            read.TimeZone)
        {
            CanSeePassports = admitted.Value.Reach.CanSeePassports(admitted.Value.Scope),
        };
    }

    /// <summary>The photograph of a person. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    /// <param name="actor">Organiser or registrar of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<PhotoFacts>> PhotoAsync(Actor actor, Guid eventId, Guid caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var photo = await (
            from reviewed in context.Accreditations.AsNoTracking()
            where reviewed.Id == caseId && reviewed.EventId == eventId
            join found in context.DelegatePhotos.AsNoTracking() on reviewed.DelegateId equals found.DelegateId
            select new PhotoFacts(found.Bytes, found.ContentType, found.Width, found.Height)).SingleOrDefaultAsync(cancellationToken);
        return photo is null ? Error.NotFound() : photo;
    }

    private static bool Fits(ReviewedPerson found, ReviewFilter filter) =>
        filter.Shelf.Holds(found.Case.State)
        && (filter.SideId is not { } side || found.Person.SideId == side)
        && (filter.Role is not { } role || found.Person.Role == role)
        && (filter.Category is not { } category || found.Person.Category == category)
        && (filter.Vetting is not { } vetting || found.Case.Vetting == vetting);

    private static bool? HaveSamePassport(string? one, string? other) => one is null || other is null ? null : one == other;

    private static ReviewFacts Facts(ReviewedPerson found, Dictionary<Guid, LocalizedText> states)
    {
        var person = found.Person;
        return new ReviewFacts(
            person.FamilyName, person.GivenNames, person.FormOfAddress, person.Email,
            person.NationalityId is { } nationality ? states.GetValueOrDefault(nationality) : null,
            person.PassportStateId is { } issuer ? states.GetValueOrDefault(issuer) : null,
            person.PassportExpiresOn, person.Passport.Masked, person.Stay, person.Languages, person.ConsentAt, person.RegisteredAt, person.ModifiedAt,
            found.HasPhoto, person.DelegationId);
    }
}
