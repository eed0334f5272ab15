using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Auditing;
using ScoEvents.Data.Constraints;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Invitations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using Delegate = ScoEvents.Domain.Delegations.Delegate;
using Presence = ScoEvents.Domain.Events.Attendance;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Writes letters about persons who are entitled to them.</summary>
public sealed class LetterService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, FieldCipher cipher, LetterWriter writer)
{
    /// <summary>The most letters at once.</summary>
    public const int MaxLetters = 500;

    /// <summary>Letters of one kind in one language, in the order of the list of participants; who is not entitled is left out. A visa letter gets its number the first time and keeps it; that it shows a passport is written into the trail, for each person. Refused: <c>not-found</c>, <c>forbidden</c>, <c>accreditation.nothing-chosen</c>, <c>accreditation.too-many-chosen</c>, <c>accreditation.letter-not-entitled</c> where nobody is left.</summary>
    /// <param name="actor">Organiser or registrar of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="wanted">Which, about whom, in which language.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<IReadOnlyList<LetterFile>>> WriteAsync(Actor actor, Guid eventId, LettersWanted wanted, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (PortalLanguages.Find(wanted.Language) is not { } language || !Enum.IsDefined(wanted.Kind))
        {
            return Error.NotFound();
        }

        if (wanted.CaseIds.Count is 0 or > MaxLetters)
        {
            return wanted.CaseIds.Count == 0 ? Error.Refused("accreditation.nothing-chosen") : Error.Refused("accreditation.too-many-chosen", MaxLetters);
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == eventId, cancellationToken);
        var entitled = await EntitledAsync(context, eventId, wanted, cancellationToken);
        if (entitled.Count == 0 || planned.SecretariatId is not { } secretariatId)
        {
            return Error.Refused("accreditation.letter-not-entitled");
        }

        var sides = await context.SidesAsync([.. entitled.Select(person => person.SideId).Distinct()], cancellationToken);
        var persons = await InOrderAsync(context, planned, sides, entitled, language, cancellationToken);

        var now = clock.GetUtcNow();
        var numbers = wanted.Kind == LetterKind.VisaSupport
            ? await NumberAsync(context, planned, secretariatId, persons, actor.UserId!.Value, now, cancellationToken) : [];
        var sheet = await SheetAsync(context, planned, secretariatId, sides, persons, cancellationToken);
        var files = persons.ConvertAll(person => writer.Write(
            planned, wanted.Kind, sheet, person,
            wanted.Kind == LetterKind.VisaSupport ? new VisaFacts(numbers[person.Id], PassportOf(context, actor, person, now)) : null, now, language));
        var saved = await context.TrySaveAsync(cancellationToken);
        if (!saved.IsSuccess)
        {
            return Result<IReadOnlyList<LetterFile>>.Fail(saved.Errors);
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Ok<IReadOnlyList<LetterFile>>(files);
    }

    private static async Task<List<Delegate>> EntitledAsync(ScoEventsDbContext context, Guid eventId, LettersWanted wanted, CancellationToken cancellationToken)
    {
        var ids = wanted.CaseIds.ToList();
        var found = await (
            from reviewed in context.Accreditations.AsNoTracking()
            where reviewed.EventId == eventId && ids.Contains(reviewed.Id)
            join person in context.Delegates.AsNoTracking() on reviewed.DelegateId equals person.Id
            select new
            {
                Person = person,
                reviewed.State,
                WasPresent = context.AttendanceRecords.Any(
                    record => record.DelegateId == person.Id && (record.State == Presence.Present || record.State == Presence.PresentOnline)),
            }).ToListAsync(cancellationToken);
        return [.. found.Where(one => LetterRules.IsEntitled(wanted.Kind, one.State, one.Person.Stay.NeedsVisa, one.WasPresent) && one.Person.ErasedAt is null)
            .Select(one => one.Person)];
    }

    // As on the list of participants in the letters' language.
    private static async Task<List<Delegate>> InOrderAsync(
        ScoEventsDbContext context, ScoEvent planned, IReadOnlyDictionary<Guid, SideRow> sides, List<Delegate> persons, PortalLanguage language, CancellationToken cancellationToken)
    {
        var capacities = await context.Invitations.AsNoTracking().Where(invitation => invitation.EventId == planned.Id)
            .ToDictionaryAsync(invitation => invitation.SideId, invitation => invitation.Capacity, cancellationToken);
        var order = new SideOrder(ProtocolOrder.Practice, language.Code).Comparer();
        return [.. persons
            .OrderBy(person => sides[person.SideId].KeyFor(capacities.GetValueOrDefault(person.SideId, Capacity.Guest), planned.StartsOn, language.Code), order)
            .ThenBy(person => person.SideId).ThenBy(person => person.Role).ThenBy(person => person.RegisteredAt).ThenBy(person => person.Id)];
    }

    // Numbers are drawn under the counter's lock, so whoever prints the same letters meanwhile waits and finds them numbered.
    private static async Task<Dictionary<Guid, LetterNumber>> NumberAsync(
        ScoEventsDbContext context, ScoEvent planned, Guid secretariatId, List<Delegate> persons, Guid by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = persons.ConvertAll(person => person.Id);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({secretariatId.ToString()}, 0))", cancellationToken);
        var numbers = await context.IssuedLetters.AsNoTracking().Where(letter => ids.Contains(letter.DelegateId) && letter.Kind == LetterKind.VisaSupport)
            .ToDictionaryAsync(letter => letter.DelegateId, letter => new LetterNumber(letter.SecretariatId, letter.Year, letter.Number), cancellationToken);
        var unnumbered = persons.FindAll(person => !numbers.ContainsKey(person.Id));
        if (unnumbered.Count > 0)
        {
            var year = NotePress.DayOf(planned, now).Year;
            var first = await NotePress.DrawAsync(context, secretariatId, year, unnumbered.Count, cancellationToken);
            foreach (var (person, index) in unnumbered.Select((person, index) => (person, index)))
            {
                var number = new LetterNumber(secretariatId, year, first + index);
                numbers[person.Id] = number;
                context.IssuedLetters.Add(IssuedLetter.Issue(person, LetterKind.VisaSupport, number, by, now));
            }
        }

        return numbers;
    }

    private static async Task<LetterSheet> SheetAsync(
        ScoEventsDbContext context, ScoEvent planned, Guid secretariatId, IReadOnlyDictionary<Guid, SideRow> sides, List<Delegate> persons, CancellationToken cancellationToken)
    {
        var stateIds = persons.SelectMany(person => new[] { person.NationalityId, person.PassportStateId }).Append(planned.CountryId).OfType<Guid>().Distinct().ToList();
        var secretariat = await context.Secretariats.AsNoTracking().Where(found => found.Id == secretariatId)
            .Join(context.Organisations, found => found.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation).SingleAsync(cancellationToken);
        return new LetterSheet(
            secretariat.Names, secretariat.SeatCity,
            sides.ToDictionary(side => side.Key, side => side.Value.LabelOn(planned.StartsOn).Names),
            await context.States.AsNoTracking().Where(state => stateIds.Contains(state.Id)).ToDictionaryAsync(state => state.Id, state => state.Names, cancellationToken));
    }

    // A passport that was purged is not printed; the letter says nothing of it.
    private string? PassportOf(ScoEventsDbContext context, Actor actor, Delegate person, DateTimeOffset now)
    {
        if (person.Passport.Envelope.Length == 0)
        {
            return null;
        }

        context.AuditEntries.Add(new AuditEntry
        {
            At = now,
            ActorId = actor.UserId,
            EventId = person.EventId,
            Entity = nameof(Delegate),
            EntityId = person.Id.ToString(),
            Action = "PassportViewed",
            Changes = JsonSerializer.Serialize(new { Reason = new[] { null, nameof(LetterKind.VisaSupport) } }),
        });
        return cipher.Reveal(person.Passport, person.Id);
    }
}

/// <summary>What letters of one event have in common.</summary>
internal sealed record LetterSheet(
    LocalizedText Secretariat, LocalizedText Seat, IReadOnlyDictionary<Guid, LocalizedText> Sides, IReadOnlyDictionary<Guid, LocalizedText> States);

/// <summary>What only a visa letter says.</summary>
internal sealed record VisaFacts(LetterNumber Number, string? Passport)
{
    /// <inheritdoc/>
    public override string ToString() => "***";
}
