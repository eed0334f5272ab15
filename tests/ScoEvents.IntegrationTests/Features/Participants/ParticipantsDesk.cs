using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Participants;

/// <summary>The services of lists over a test's database, and persons of every standing.</summary>
internal sealed class ParticipantsDesk
{
    private readonly TestDatabase _database;

    public ParticipantsDesk(TestDatabase database)
    {
        _database = database;
        Delegations = new DelegationsDesk(database);
        var speech = new ParticipantSpeech(DelegationsDesk.Texts<ParticipantTexts>(), DelegationsDesk.Texts<DelegationsTexts>());
        Service = new ParticipantService(database.Contexts, database.Clock, new ListFormValidator(new ErrorSpeech(DelegationsDesk.Texts<ErrorTexts>())));
        Queries = new ParticipantQueries(database.Contexts, new ParticipantDocuments(DelegationsDesk.Texts<ParticipantTexts>(), speech));
    }

    public DelegationsDesk Delegations { get; }

    public ParticipantService Service { get; }

    public ParticipantQueries Queries { get; }

    /// <summary>Registers a person and lets the accreditation stand where it is asked for.</summary>
    public async Task<Guid> PersonAsync((Actor FocalPoint, Guid InvitationId) side, string family, DelegationRole role, string state = "Approved")
    {
        var registered = await Delegations.Delegations.RegisterAsync(side.FocalPoint, side.InvitationId, DelegationsDesk.Person(family, role, "CANARY90017"), default);
        Assert.True(registered.IsSuccess, registered.Error?.Code);
        await SetAsync(registered.Value, state);
        return registered.Value;
    }

    /// <summary>Puts an accreditation into a state, past all who would have to agree.</summary>
    public async Task SetAsync(Guid delegateId, string state) =>
        await _database.ScalarAsync($"UPDATE accreditations SET state = '{state}' WHERE delegate_id = '{delegateId}' RETURNING 1");

    public async Task<int> IssueAsync(Actor actor, Guid eventId, SnapshotKind kind, bool includesOpen = false)
    {
        var issued = await Service.IssueAsync(actor, eventId, new ListForm { Kind = kind, IncludesOpen = includesOpen }, default);
        Assert.True(issued.IsSuccess, issued.Error?.Code);
        return issued.Value;
    }

    public async Task<IReadOnlyList<string>> NamesAsync(Actor actor, Guid eventId, int number) =>
        [.. (await Queries.GetAsync(actor, eventId, number, DelegationsDesk.RussianOrder, default)).Value.Entries.Select(entry => entry.FamilyName)];
}
