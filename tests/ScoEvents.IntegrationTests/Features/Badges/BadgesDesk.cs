using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.CheckIn;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Badges;

/// <summary>The services of badges and doors over a test's database, and persons who are admitted.</summary>
internal sealed class BadgesDesk
{
    private static readonly string[] _states = ["KZ", "UZ", "KG", "TJ", "PK", "CN", "RU", "IR", "BY"];

    private readonly TestDatabase _database;

    public BadgesDesk(TestDatabase database, IDbContextFactory<ScoEventsDbContext>? contexts = null)
    {
        _database = database;
        contexts ??= database.Contexts;
        Delegations = new DelegationsDesk(database, contexts);
        Keyring = new BadgeKeyring(Delegations.Cipher, database.Clock, NullLogger<BadgeKeyring>.Instance);
        Service = new BadgeService(contexts, Keyring, database.Clock);
        Queries = new BadgeQueries(contexts);
        Documents = new BadgeDocuments(DelegationsDesk.Texts<BadgeTexts>(), DelegationsDesk.Texts<DelegationsTexts>());
        Doors = new CheckInService(contexts, database.Clock);
        DoorQueries = new CheckInQueries(contexts, database.Clock);
    }

    public DelegationsDesk Delegations { get; }

    public BadgeKeyring Keyring { get; }

    public BadgeService Service { get; }

    public BadgeQueries Queries { get; }

    public BadgeDocuments Documents { get; }

    public CheckInService Doors { get; }

    public CheckInQueries DoorQueries { get; }

    /// <summary>A two-day event with so many persons of one side, admitted and without badges.</summary>
    public async Task<Gathering> GatheringAsync(int persons = 1, DateOnly? firstDay = null)
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await Delegations.EventAsync(firstDay, quota: Math.Max(persons, 1));
        var side = await Delegations.AcceptedAsync(organiser, eventId, _states[0]);
        var gathering = new Gathering(organiser, eventId, side.FocalPoint, side.InvitationId, []);
        for (var i = 0; i < persons; i++)
        {
            gathering.Persons.Add(await PersonAsync(gathering, $"Person{(char)('A' + (i % 26))}"));
        }

        return gathering;
    }

    /// <summary>Registers one more person, whose accreditation stands where it is asked for.</summary>
    public async Task<Guid> PersonAsync(Gathering gathering, string family, string state = "Approved", string? native = null)
    {
        var form = DelegationsDesk.Person(family, DelegationRole.Member);
        form.NativeName = native ?? form.NativeName;
        var registered = await Delegations.Delegations.RegisterAsync(gathering.FocalPoint, gathering.InvitationId, form, default);
        Assert.True(registered.IsSuccess, registered.Error?.Code);
        await SetAsync(registered.Value, state);
        return registered.Value;
    }

    /// <summary>Puts an accreditation into a state, past all who would have to agree.</summary>
    public async Task SetAsync(Guid delegateId, string state) =>
        await _database.ScalarAsync($"UPDATE accreditations SET state = '{state}', state_at = '{_database.Clock.GetUtcNow():O}' WHERE delegate_id = '{delegateId}' RETURNING 1");

    /// <summary>Gives the event zones, each open to some roles.</summary>
    public async Task<AccessZone[]> ZonesAsync(Gathering gathering, params DelegationRole[] roles)
    {
        var zones = roles.Select((role, index) => new AccessZone(Guid.CreateVersion7(), LocalizedText.Of(en: $"Zone {index}"), [role])).ToArray();
        var json = string.Join(',', zones.Select((zone, index) => $$$"""{"Id":"{{{zone.Id}}}","Name":{"en":"Zone {{{index}}}"},"Roles":["{{{roles[index]}}}"]}"""));
        await _database.ScalarAsync(
            $"INSERT INTO delegation_settings (event_id, quotas, fields, zones, languages) VALUES ('{gathering.EventId}', '[]', '[]', '[{json}]', '[]') RETURNING 1");
        return zones;
    }

    /// <summary>Issues a badge and reads it back.</summary>
    public async Task<Badge> IssuedAsync(Gathering gathering, Guid delegateId)
    {
        var issued = await Service.IssueAsync(gathering.Organiser, gathering.EventId, delegateId, default);
        Assert.True(issued.IsSuccess, issued.Error?.Code);
        return await LiveAsync(gathering, delegateId);
    }

    /// <summary>The valid badge of a person.</summary>
    public async Task<Badge> LiveAsync(Gathering gathering, Guid delegateId)
    {
        await using var context = await _database.OpenAsync(gathering.Organiser);
        return await context.Badges.SingleAsync(badge => badge.DelegateId == delegateId && badge.RevokedAt == null);
    }

    public async Task<AccreditationState> StateAsync(Gathering gathering, Guid delegateId)
    {
        await using var context = await _database.OpenAsync(gathering.Organiser);
        return await context.Accreditations.Where(accreditation => accreditation.DelegateId == delegateId).Select(accreditation => accreditation.State).SingleAsync();
    }

    /// <summary>Moves the clock to so long after the event's first midnight in New Delhi.</summary>
    public void GoTo(TimeSpan afterOpening, DateOnly? firstDay = null)
    {
        var opening = EventZone.Find("Asia/Kolkata")!.StartOfDay(firstDay ?? new DateOnly(2026, 12, 7));
        _database.Clock.Advance(opening + afterOpening - _database.Clock.GetUtcNow());
    }
}

/// <summary>An event whose organiser admits, and a side that comes.</summary>
internal sealed record Gathering(Actor Organiser, Guid EventId, Actor FocalPoint, Guid InvitationId, List<Guid> Persons);
