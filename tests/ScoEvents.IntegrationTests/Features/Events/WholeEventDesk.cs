using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Mail;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.IntegrationTests.Features.Events;

/// <summary>What an organiser works with who does something to an event as a whole: the real services over a test's database.</summary>
public sealed class WholeEventDesk
{
    private readonly TestDatabase _database;

    public WholeEventDesk(TestDatabase database)
    {
        _database = database;
        Organiser = new OrganiserDesk(database);
        var texts = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var speech = new ErrorSpeech(new StringLocalizer<ErrorTexts>(texts));
        Cloning = new EventCloningService(database.Contexts, database.Clock, new CloneFormValidator(speech));
        Status = new EventStatusService(database.Contexts, database.Clock, MailDesk.Outbox(), new PostponeFormValidator(speech), new ResumeFormValidator(speech), new CancelFormValidator(speech));
        Templates = new EventTemplateService(database.Contexts, database.Clock, new TemplateFormValidator(speech));
        Queries = new WholeEventQueries(database.Contexts, MailDesk.Outbox());
        Invitations = new InvitationService(database.Contexts, database.Clock, new InviteFormValidator(speech), new QuotaFormValidator(speech));
    }

    public OrganiserDesk Organiser { get; }

    public EventCloningService Cloning { get; }

    public EventStatusService Status { get; }

    public EventTemplateService Templates { get; }

    public WholeEventQueries Queries { get; }

    public InvitationService Invitations { get; }

    /// <summary>The clone that is proposed, on another first day.</summary>
    public async Task<CloneForm> CloneFormAsync(Actor organiser, Guid eventId, DateOnly firstDay)
    {
        var form = OrganiserDesk.Value(await Queries.GetCloneFormAsync(organiser, eventId, CancellationToken.None)).Form;
        form.StartsOn = firstDay;
        return form;
    }

    /// <summary>Clones an event on another first day.</summary>
    public async Task<CloneOutcome> CloneAsync(Actor organiser, Guid eventId, DateOnly firstDay) =>
        OrganiserDesk.Value(await Cloning.CloneAsync(organiser, eventId, await CloneFormAsync(organiser, eventId, firstDay), CancellationToken.None));

    /// <summary>Postpones an event at the version it has.</summary>
    public async Task<Result<ProgrammeMove>> PostponeAsync(Actor organiser, Guid eventId, DateOnly? firstDay) => await Status.PostponeAsync(
        organiser, eventId,
        new PostponeForm { Notice = new LocalizedTextInput { En = "The venue is flooded." }, HasNewDays = firstDay is not null, StartsOn = firstDay, Version = await VersionAsync(organiser, eventId) },
        CancellationToken.None);

    /// <summary>Cancels an event at the version it has.</summary>
    public async Task<Result<int>> CancelAsync(Actor organiser, Guid eventId) => await Status.CancelAsync(
        organiser, eventId, new CancelForm { Notice = new LocalizedTextInput { En = "The venue is flooded." }, Version = await VersionAsync(organiser, eventId) }, CancellationToken.None);

    /// <summary>Row version of an event.</summary>
    public async Task<uint> VersionAsync(Actor organiser, Guid eventId) => (await EventAsync(organiser, eventId)).Version;

    /// <summary>An event as it is stored.</summary>
    public async Task<ScoEvent> EventAsync(Actor organiser, Guid eventId)
    {
        await using var context = await _database.OpenAsync(organiser);
        return await context.Events.AsNoTracking().Include(row => row.Parties).Include(row => row.Rooms).AsSplitQuery().SingleAsync(row => row.Id == eventId);
    }

    /// <summary>The sessions of an event as they are stored, by their English titles.</summary>
    public async Task<IReadOnlyList<Session>> SessionsAsync(Actor organiser, Guid eventId)
    {
        await using var context = await _database.OpenAsync(organiser);
        return [.. (await context.Sessions.AsNoTracking().Where(session => session.EventId == eventId)
            .Include(session => session.Slot).Include(session => session.Speakers).Include(session => session.Interpreters).AsSplitQuery()
            .ToListAsync()).OrderBy(session => session.Title.In("en"), StringComparer.Ordinal)];
    }

    /// <summary>Where and when each placed session is on the clock of a zone, such as <c>"Opening": "2026-12-07 09:30–10:30"</c>.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TimesAsync(Actor organiser, Guid eventId, string zone)
    {
        var clock = EventZone.Find(zone)!;
        return (await SessionsAsync(organiser, eventId)).Where(session => session.Slot is not null)
            .ToDictionary(session => session.Title.In("en"), session => $"{clock.ToLocal(session.Slot!.StartsAt):yyyy-MM-dd HH:mm}–{clock.ToLocal(session.Slot.EndsAt):HH:mm}");
    }

    /// <summary>Invites states by their codes.</summary>
    public async Task InviteAsync(Actor organiser, Guid eventId, params string[] codes)
    {
        var planned = await EventAsync(organiser, eventId);
        var sides = new List<Guid>();
        foreach (var code in codes)
        {
            sides.Add(await _database.SideAsync(code));
        }

        OrganiserDesk.Value(await Invitations.InviteAsync(organiser, eventId, new InviteForm { FirstDay = planned.StartsOn, GuestSideIds = sides }, CancellationToken.None));
    }
}
