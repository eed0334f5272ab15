using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Invitations;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Invitations;

/// <summary>Notes, delivery and reminders over a test's database, beside the desk of invitations and delegations.</summary>
internal sealed class InvitationsDesk
{
    private readonly TestDatabase _database;

    public InvitationsDesk(TestDatabase database)
    {
        _database = database;
        var speech = new ErrorSpeech(DelegationsDesk.Texts<ErrorTexts>());
        Delegations = new DelegationsDesk(database);
        var chosen = new ChosenInvitationsValidator(speech);
        Notes = new NoteService(database.Contexts, database.Clock, Writer(), chosen, new NoteTemplateFormValidator(speech));
        NoteQueries = new NoteQueries(database.Contexts, database.Clock, Writer());
        Reminders = new ReminderService(database.Contexts, database.Clock, Writer(), chosen);
        Delivery = new InvitationDeliveryService(database.Contexts, database.Clock, chosen, new AnswerFormValidator(speech));
        Desk = new InvitationDeskQueries(database.Contexts, database.Clock, Writer());
        Deadlines = new InvitationDeadlines(database.Contexts, database.Clock);
    }

    public DelegationsDesk Delegations { get; }

    public NoteService Notes { get; }

    public NoteQueries NoteQueries { get; }

    public ReminderService Reminders { get; }

    public InvitationDeliveryService Delivery { get; }

    public InvitationDeskQueries Desk { get; }

    public InvitationDeadlines Deadlines { get; }

    /// <summary>Writes as the portal at https://events.example.org does.</summary>
    public static NoteWriter Writer() => new(
        DelegationsDesk.Texts<NoteTexts>(), new PublicLinks(Options.Create(new PortalOptions { PublicAddress = new Uri("https://events.example.org") })));

    public static ChosenInvitations Chosen(params Guid[] ids) => new() { InvitationIds = [.. ids] };

    /// <summary>An event with a day to answer by, and its invitations in the order asked for.</summary>
    public async Task<(Guid EventId, Guid[] Invitations)> InvitedAsync(Actor organiser, params string[] codesOrKeys)
    {
        var eventId = await Delegations.EventAsync();
        var invitations = await Delegations.InviteAsync(organiser, eventId, codesOrKeys);
        await AnswerByAsync(organiser, eventId, new DateOnly(2026, 11, 20));
        return (eventId, invitations);
    }

    public async Task AnswerByAsync(Actor organiser, Guid eventId, DateOnly? day)
    {
        var version = (await OfEventAsync(organiser, eventId)).SettingsVersion;
        var set = await Delivery.SetDeadlineAsync(organiser, eventId, new DeadlineForm { AnswerBy = day, Version = version }, default);
        Assert.True(set.IsSuccess, set.Error?.Code);
    }

    public async Task<InvitationDesk> OfEventAsync(Actor organiser, Guid eventId) =>
        (await Desk.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value;

    public async Task<DeskRow> RowAsync(Actor organiser, Guid eventId, Guid invitationId) =>
        (await OfEventAsync(organiser, eventId)).Rows.Single(row => row.Id == invitationId);

    public async Task<List<NoteVerbale>> NotesOfAsync(Actor actor, Guid eventId)
    {
        await using var context = await _database.OpenAsync(actor);
        return await context.NotesVerbales.AsNoTracking().Where(note => note.EventId == eventId).OrderBy(note => note.Number).ToListAsync();
    }
}
