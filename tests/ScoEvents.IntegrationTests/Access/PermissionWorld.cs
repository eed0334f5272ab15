using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>One planned event with a room, a session, two invitations and a delegation, and one person of each kind.</summary>
public sealed partial class PermissionWorld : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly Dictionary<Asker, Actor> _people = [];
    private ServiceProvider? _services;

    public Guid EventId { get; private set; }

    public Guid RoomId { get; private set; }

    public Guid VenueId { get; private set; }

    public Guid TeamId { get; private set; }

    public Guid AbsenceId { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid SpeakerId { get; private set; }

    public Guid TrackId { get; private set; }

    public Guid DocumentId { get; private set; }

    public Guid VersionId { get; private set; }

    public Guid SpareVersionId { get; private set; }

    public Guid InvitationId { get; private set; }

    public Guid WithdrawnInvitationId { get; private set; }

    public Guid DelegationId { get; private set; }

    public Guid DelegateId { get; private set; }

    public Guid SeriesId { get; private set; }

    public Guid SpareDelegateId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid MailId { get; private set; }

    public Guid WebhookId { get; private set; }

    public Guid FocalPointLinkId { get; private set; }

    public Guid StandingFocalPointId { get; private set; }

    public Guid MandateId { get; private set; }

    public Actor this[Asker asker] => _people[asker];

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>The same people and services, every id replaced by one that is nowhere.</summary>
    public PermissionWorld Elsewhere(Guid nowhere)
    {
        var elsewhere = (PermissionWorld)MemberwiseClone();
        (elsewhere.EventId, elsewhere.RoomId, elsewhere.SessionId, elsewhere.InvitationId) = (nowhere, nowhere, nowhere, nowhere);
        (elsewhere.MailId, elsewhere.WebhookId, elsewhere.CaseId) = (nowhere, nowhere, nowhere);
        (elsewhere.VenueId, elsewhere.TeamId, elsewhere.AbsenceId) = (nowhere, nowhere, nowhere);
        (elsewhere.SpeakerId, elsewhere.TrackId, elsewhere.DocumentId, elsewhere.VersionId, elsewhere.SpareVersionId) = (nowhere, nowhere, nowhere, nowhere, nowhere);
        (elsewhere.WithdrawnInvitationId, elsewhere.DelegationId, elsewhere.DelegateId, elsewhere.SpareDelegateId) = (nowhere, nowhere, nowhere, nowhere);
        (elsewhere.FocalPointLinkId, elsewhere.StandingFocalPointId, elsewhere.MandateId) = (nowhere, nowhere, nowhere);
        elsewhere.SeriesId = nowhere;
        return elsewhere;
    }

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = Services();
        var secretariat = GrantScope.Secretariat(await _database.SecretariatAsync());
        _people[Asker.Public] = Actor.Public;
        _people[Asker.NoRole] = await _database.PersonAsync();
        _people[Asker.Administrator] = await _database.PersonAsync(Role.Administrator, GrantScope.Portal);
        _people[Asker.Auditor] = await _database.PersonAsync(Role.Auditor, GrantScope.Portal);
        _people[Asker.Organiser] = await _database.PersonAsync(Role.Organiser, secretariat);
        _people[Asker.Registrar] = await _database.PersonAsync(Role.Registrar, secretariat);
        _people[Asker.Staff] = await _database.PersonAsync(Role.Staff, secretariat);
        _people[Asker.OrganiserElsewhere] = await _database.OrganiserAsync("sco-rats-ec");
        _people[Asker.FocalPoint] = await _database.FocalPointAsync("KZ");
        _people[Asker.OtherFocalPoint] = await _database.FocalPointAsync("UZ");
        await ArrangeAsync();
        _people[Asker.EventOrganiser] = await _database.PersonAsync(Role.Organiser, GrantScope.Event(EventId));
    }

    public async Task DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _database.DisposeAsync();
    }
}
