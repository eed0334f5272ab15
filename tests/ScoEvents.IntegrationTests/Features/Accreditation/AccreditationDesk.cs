using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Hosting;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Accreditation;

/// <summary>The services of review and letters over a test's database, and persons who were handed in.</summary>
internal sealed class AccreditationDesk
{
    private readonly TestDatabase _database;

    public AccreditationDesk(TestDatabase database)
    {
        _database = database;
        Delegations = new DelegationsDesk(database);
        var links = new PublicLinks(Options.Create(new PortalOptions { PublicAddress = new Uri("https://events.example.org") }));
        Service = new AccreditationService(database.Contexts, database.Clock, new DecisionMails(new DecisionWriter(DelegationsDesk.Texts<AccreditationTexts>(), links)));
        Queries = new AccreditationQueries(database.Contexts, new AlikeRegister(NullLogger<AlikeRegister>.Instance));
        Letters = new LetterService(
            database.Contexts, database.Clock, Delegations.Cipher, new LetterWriter(DelegationsDesk.Texts<AccreditationTexts>(), DelegationsDesk.Texts<DelegationsTexts>()));
    }

    public DelegationsDesk Delegations { get; }

    public AccreditationService Service { get; }

    public AccreditationQueries Queries { get; }

    public LetterService Letters { get; }

    public Guid EventId { get; private set; }

    public Actor Organiser { get; private set; } = Actor.Public;

    /// <summary>Registers for this event and nothing else.</summary>
    public Actor Registrar { get; private set; } = Actor.Public;

    public (Actor FocalPoint, Guid InvitationId) Kazakhstan { get; private set; }

    public (Actor FocalPoint, Guid InvitationId) Uzbekistan { get; private set; }

    /// <summary>An event to which two sides come, with a registrar.</summary>
    public static async Task<AccreditationDesk> OpenAsync(TestDatabase database)
    {
        var desk = new AccreditationDesk(database) { Organiser = await database.OrganiserAsync() };
        desk.EventId = await desk.Delegations.EventAsync(quota: 50);
        desk.Registrar = await database.PersonAsync(Role.Registrar, GrantScope.Event(desk.EventId));
        desk.Kazakhstan = await desk.Delegations.AcceptedAsync(desk.Organiser, desk.EventId, "KZ");
        desk.Uzbekistan = await desk.Delegations.AcceptedAsync(desk.Organiser, desk.EventId, "UZ");
        await database.AppointAsync(desk.Kazakhstan.FocalPoint, "KZ", "Kanat Focal", "kanat@mfa.example", "ru");
        await database.AppointAsync(desk.Uzbekistan.FocalPoint, "UZ", "Umid Focal", "umid@mfa.example");
        return desk;
    }

    /// <summary>Registers a person and puts the case into a state, past all who would have to agree.</summary>
    public async Task<SeenCase> PersonAsync(
        (Actor FocalPoint, Guid InvitationId) side, string family, string state = "Submitted", string? native = null, string passport = "N12345678", DelegationRole role = DelegationRole.Member)
    {
        var form = DelegationsDesk.Person(family, role, passport);
        form.NativeName = native;
        var registered = await Delegations.Delegations.RegisterAsync(side.FocalPoint, side.InvitationId, form, default);
        Assert.True(registered.IsSuccess, registered.Error?.Code);
        await _database.ScalarAsync($"UPDATE accreditations SET state = '{state}' WHERE delegate_id = '{registered.Value}'");
        await using var context = await _database.OpenAsync(Registrar);
        var found = await context.Accreditations.AsNoTracking().SingleAsync(one => one.DelegateId == registered.Value);
        return new SeenCase(found.Id, found.Version);
    }

    public async Task<AccreditationCase> CaseAsync(Guid caseId)
    {
        await using var context = await _database.OpenAsync(Registrar);
        return await context.Accreditations.AsNoTracking().Include(found => found.Steps.OrderBy(step => step.Id)).SingleAsync(found => found.Id == caseId);
    }

    public Task<Result> ActAsync(Actor actor, SeenCase seen, ReviewAct act, string? reason = null, Dictionary<string, string?>? comments = null) =>
        Service.ActAsync(actor, EventId, new ReviewForm { Act = act, CaseId = seen.CaseId, Version = seen.Version, Reason = reason, Comments = comments ?? [] }, default);

    public async Task<ReviewQueue> QueueAsync(ReviewFilter? filter = null)
    {
        var queue = await Queries.QueueAsync(Registrar, EventId, filter ?? new ReviewFilter(ReviewShelf.Everybody), DelegationsDesk.RussianOrder, default);
        Assert.True(queue.IsSuccess, queue.Error?.Code);
        return queue.Value;
    }

    public async Task<IReadOnlyList<string>> NamesAsync(ReviewFilter filter) => [.. (await QueueAsync(filter)).Rows.Select(row => row.DisplayName)];

    public async Task<IReadOnlyList<OutboxMail>> MailsAsync()
    {
        await using var context = await _database.OpenAsync(Organiser);
        return await context.OutboxMails.AsNoTracking().Where(mail => mail.EventId == EventId).OrderBy(mail => mail.ToAddress).ThenBy(mail => mail.Id).ToListAsync();
    }
}
