using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.UiKit;

namespace ScoEvents.IntegrationTests.Features.Programme;

/// <summary>A seminar of two days in New Delhi with two rooms, whose sessions are moved.</summary>
internal sealed class ScheduleDesk
{
    /// <summary>The first day.</summary>
    public static readonly DateOnly Monday = new(2026, 12, 7);

    private readonly TestDatabase _database;

    private ScheduleDesk(TestDatabase database, OrganiserDesk desk, Actor organiser, Guid eventId, Guid hallA, Guid hallB)
    {
        (_database, Desk, Organiser, EventId, HallA, HallB) = (database, desk, organiser, eventId, hallA, hallB);
        Schedule = new ScheduleService(database.Contexts, database.Clock);
        Queries = new ScheduleQueries(database.Contexts);
    }

    public OrganiserDesk Desk { get; }

    public ScheduleService Schedule { get; }

    public ScheduleQueries Queries { get; }

    public Actor Organiser { get; }

    public Guid EventId { get; }

    public Guid HallA { get; }

    public Guid HallB { get; }

    public static async Task<ScheduleDesk> OpenAsync(TestDatabase database, string zone = "Asia/Kolkata", DateOnly? day = null)
    {
        var desk = new OrganiserDesk(database);
        var organiser = await database.OrganiserAsync();
        var form = OrganiserDesk.Seminar();
        form.TimeZone = zone;
        (form.StartsOn, form.EndsOn) = (day ?? Monday, (day ?? Monday).AddDays(1));
        var eventId = await desk.EventAsync(organiser, form);
        return new ScheduleDesk(database, desk, organiser, eventId, await desk.RoomAsync(organiser, eventId), await desk.RoomAsync(organiser, eventId, "Hall B"));
    }

    /// <summary>A break, which needs no chair; placed on the first day unless said otherwise.</summary>
    public async Task<Guid> AddAsync(string title, Guid? room = null, string? from = null, string? to = null, Guid[]? speakers = null, DateOnly? day = null)
    {
        var form = room is { } place ? OrganiserDesk.Session(title, place, from!, to!, day) : OrganiserDesk.Session(title);
        form.Type = SessionType.Break;
        form.Speakers = [.. speakers ?? []];
        return await Desk.SessionAsync(Organiser, EventId, form);
    }

    /// <summary>The draft as it is stored now.</summary>
    public async Task<TimetableDraft> DraftAsync() => OrganiserDesk.Value(await Queries.GetAsync(Organiser, EventId, CancellationToken.None));

    /// <summary>A wish for a session as it is stored now.</summary>
    public async Task<SessionMove> MoveAsync(Guid session, SessionPlace? place) => new(session, (await DraftAsync()).Find(session)!.Version, place);

    public Task<Result<IReadOnlyList<MovedSession>>> SendAsync(params SessionMove[] moves) =>
        Schedule.MoveAsync(Organiser, EventId, moves, CancellationToken.None);

    /// <summary>Moves one session as it is stored now.</summary>
    public async Task<Result<IReadOnlyList<MovedSession>>> SendAsync(Guid session, SessionPlace? place) => await SendAsync(await MoveAsync(session, place));

    /// <summary>A place at local times of New Delhi on the first day, or so many days later.</summary>
    public static SessionPlace At(Guid? room, string from, string to, int days = 0) => new(room, new TimeInterval(Instant(from, days), Instant(to, days)));

    /// <summary>Where all scheduled sessions are: title, room, local start and end.</summary>
    public async Task<IReadOnlyList<string>> TimetableAsync()
    {
        var draft = await DraftAsync();
        return [.. draft.Sessions.Select(session => session.Slot is { } slot
            ? string.Create(CultureInfo.InvariantCulture, $"{session.Title["en"]}: {draft.Rooms.FirstOrDefault(room => room.Id == slot.Place.RoomId)?.Name["en"] ?? "all"} {slot.Start:dd HH:mm}-{slot.End:HH:mm}")
            : $"{session.Title["en"]}: none")];
    }

    public async Task<int> OccupiedAsync()
    {
        await using var context = await _database.OpenAsync(Organiser);
        return await context.Set<SlotRoom>().CountAsync(slot => slot.RoomId == HallA || slot.RoomId == HallB);
    }

    private static DateTimeOffset Instant(string time, int days) =>
        EventZone.Find("Asia/Kolkata")!.ToInstant(Monday.AddDays(days), TimeOnly.Parse(time, CultureInfo.InvariantCulture))!.Value;
}
