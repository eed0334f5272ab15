using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Mail;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Events;

/// <summary>What an organiser works with: the real services over a test's database, and short ways to arrange an event.</summary>
public sealed class OrganiserDesk
{
    private readonly TestDatabase _database;

    public OrganiserDesk(TestDatabase database)
    {
        _database = database;
        var texts = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var speech = new ErrorSpeech(new StringLocalizer<ErrorTexts>(texts));
        Events = new EventsService(database.Contexts, database.Clock, new EventFormValidator(speech));
        EventsQueries = new EventsQueries(database.Contexts, database.Clock);
        Venues = new VenuesService(database.Contexts, database.Clock, new RoomFormValidator(speech), new UseRoomFormValidator(speech));
        VenuesQueries = new VenuesQueries(database.Contexts);
        Programme = new ProgrammeService(database.Contexts, database.Clock, new SessionFormValidator(speech));
        Sessions = new SessionQueries(database.Contexts);
        Speakers = new SpeakerService(database.Contexts, database.Clock, new SpeakerFormValidator(speech));
        SpeakerQueries = new SpeakerQueries(database.Contexts);
        Tracks = new TrackService(database.Contexts, new TrackFormValidator(speech));
        TrackQueries = new TrackQueries(database.Contexts);
        Documents = new DocumentService(database.Contexts, database.Clock, new DocumentFormValidator(speech));
        DocumentQueries = new DocumentQueries(database.Contexts, database.Clock);
        Rooms = new RoomsService(database.Contexts, new RoomEditFormValidator(speech), new VenueEditFormValidator(speech));
        Availability = new AvailabilityService(database.Contexts, new AvailabilityFormValidator(speech));
        AvailabilityQueries = new AvailabilityQueries(database.Contexts);
        Interpreters = new InterpretersService(database.Contexts, new InterpretersFormValidator(speech));
        InterpretersQueries = new InterpretersQueries(database.Contexts);
        Settings = new ProgrammeSettingsService(database.Contexts, new ProgrammeSettingsFormValidator(speech));
        Conflicts = new ConflictsService(database.Contexts, database.Clock, new AcknowledgeFormValidator(speech));
        ConflictsQueries = new ConflictsQueries(database.Contexts);
        ProgrammeQueries = new ProgrammeQueries(database.Contexts, database.Clock);
        Releases = new ReleaseService(database.Contexts, database.Clock, new ReleaseFormValidator(speech), MailDesk.Outbox());
        ReleaseQueries = new ReleaseQueries(database.Contexts);
    }

    public EventsService Events { get; }

    public EventsQueries EventsQueries { get; }

    public VenuesService Venues { get; }

    public VenuesQueries VenuesQueries { get; }

    public RoomsService Rooms { get; }

    public AvailabilityService Availability { get; }

    public AvailabilityQueries AvailabilityQueries { get; }

    public InterpretersService Interpreters { get; }

    public InterpretersQueries InterpretersQueries { get; }

    public ProgrammeSettingsService Settings { get; }

    public ConflictsService Conflicts { get; }

    public ConflictsQueries ConflictsQueries { get; }

    public ProgrammeService Programme { get; }

    public ProgrammeQueries ProgrammeQueries { get; }

    public SessionQueries Sessions { get; }

    public SpeakerService Speakers { get; }

    public SpeakerQueries SpeakerQueries { get; }

    public TrackService Tracks { get; }

    public TrackQueries TrackQueries { get; }

    public DocumentService Documents { get; }

    public DocumentQueries DocumentQueries { get; }

    public ReleaseService Releases { get; }

    public ReleaseQueries ReleaseQueries { get; }

    /// <summary>A seminar of two days in New Delhi, in a form that is accepted.</summary>
    public static EventForm Seminar(string title = "Seminar on the security of information") => new()
    {
        Type = EventType.Seminar,
        Title = new LocalizedTextInput { En = title },
        StartsOn = new DateOnly(2026, 12, 7),
        EndsOn = new DateOnly(2026, 12, 8),
        City = new LocalizedTextInput { En = "New Delhi" },
        TimeZone = "Asia/Kolkata",
    };

    /// <summary>A thematic session that is accepted in any event; unscheduled.</summary>
    public static SessionForm Session(string title) => new()
    {
        Type = SessionType.ThematicSession,
        Access = SessionAccess.Open,
        Title = new LocalizedTextInput { En = title },
    };

    /// <summary>A session in a room, at local times of a day of the seminar.</summary>
    public static SessionForm Session(string title, Guid room, string startsAt, string endsAt, DateOnly? day = null)
    {
        var form = Session(title);
        form.RoomId = room;
        form.Day = day ?? new DateOnly(2026, 12, 7);
        form.StartsAt = TimeOnly.Parse(startsAt, System.Globalization.CultureInfo.InvariantCulture);
        form.EndsAt = TimeOnly.Parse(endsAt, System.Globalization.CultureInfo.InvariantCulture);
        return form;
    }

    /// <summary>Plans an event.</summary>
    public async Task<Guid> EventAsync(Actor organiser, EventForm? form = null) =>
        Value(await Events.PlanAsync(organiser, form ?? Seminar(), CancellationToken.None));

    /// <summary>Adds a room in a venue of its own.</summary>
    public async Task<Guid> RoomAsync(Actor organiser, Guid eventId, string name = "Hall A") => Value(await Venues.AddRoomAsync(
        organiser, eventId, new RoomForm { VenueName = new LocalizedTextInput { En = "Venue of " + name }, Name = new LocalizedTextInput { En = name }, Capacity = 80 }, CancellationToken.None));

    /// <summary>Adds a session.</summary>
    public async Task<Guid> SessionAsync(Actor organiser, Guid eventId, SessionForm form) =>
        Value(await Programme.AddSessionAsync(organiser, eventId, form, CancellationToken.None));

    /// <summary>Adds a speaker.</summary>
    public async Task<Guid> SpeakerAsync(Actor organiser, Guid eventId, string name, Guid? side = null) => Value(await Speakers.AddAsync(
        organiser, eventId, new SpeakerForm { Name = new LocalizedTextInput { En = name }, SideId = side }, CancellationToken.None));

    /// <summary>The draft as its organiser reads it.</summary>
    public async Task<ProgrammeDraft> DraftAsync(Actor organiser, Guid eventId) =>
        Value(await ProgrammeQueries.GetDraftAsync(organiser, eventId, CancellationToken.None));

    /// <summary>The people who have another part in an event, or none, with the refusal each gets where only an organiser may.</summary>
    public async Task<IReadOnlyList<(Actor Actor, string Code)>> OthersAsync(Guid eventId) =>
    [
        (Actor.Public, "not-found"),
        (await _database.PersonAsync(), "not-found"),
        (await _database.OrganiserAsync("uz-isrs"), "not-found"),
        (await _database.FocalPointAsync("UZ"), "not-found"),
        (await _database.PersonAsync(Role.Administrator, GrantScope.Portal), "not-found"),
        (await _database.PersonAsync(Role.Staff, GrantScope.Event(eventId)), "forbidden"),
        (await _database.PersonAsync(Role.Registrar, GrantScope.Secretariat(await _database.SecretariatAsync())), "forbidden"),
    ];

    /// <summary>The value of what must have been done.</summary>
    public static T Value<T>(Result<T> result)
    {
        Assert.Equal([], result.Errors.Select(error => (error.Code, error.Field)));
        return result.Value;
    }

    /// <summary>The refusals as field and code.</summary>
    public static IReadOnlyList<(string? Field, string Code)> Refusals(Result result) => [.. result.Errors.Select(error => (error.Field, error.Code))];
}

/// <summary>Counts the SQL commands that one flow of work sends, whatever other tests do meanwhile.</summary>
public sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<CommandCount?> _current = new();
    private readonly List<IDisposable> _subscriptions = [];
    private int _commands;

    private CommandCount()
    {
    }

    /// <summary>How many commands <paramref name="work"/> sends.</summary>
    public static async Task<int> OfAsync(Func<Task> work)
    {
        using var counter = new CommandCount();
        _current.Value = counter;
        using var listeners = DiagnosticListener.AllListeners.Subscribe(counter);
        await work();
        _current.Value = null;
        return counter._commands;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (ReferenceEquals(_current.Value, this) && value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting")
        {
            Interlocked.Increment(ref _commands);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
