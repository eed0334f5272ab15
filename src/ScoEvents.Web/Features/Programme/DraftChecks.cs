using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What the sessions of a draft are held against.</summary>
/// <param name="Rooms">The rooms of the event and of its sessions.</param>
/// <param name="Settings">How strictly the programme is checked.</param>
/// <param name="Teams">Interpreter teams by the order in which they were added.</param>
/// <param name="Absences">When somebody cannot take part.</param>
/// <param name="Acknowledgements">Conflicts that were acknowledged, with the name of who did so.</param>
internal sealed record DraftChecks(
    IReadOnlyDictionary<Guid, Room> Rooms, ProgrammeSettings Settings, IReadOnlyList<InterpreterTeam> Teams, IReadOnlyList<Unavailability> Absences,
    IReadOnlyList<KnownConflict> Acknowledgements)
{
    /// <summary>Reads those of several events, by event, untracked in four commands.</summary>
    /// <param name="context">Opened for the actor.</param>
    /// <param name="eventIds">The events.</param>
    /// <param name="roomsOf">The rooms of an event, which are read with the names of their venues anyway.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Dictionary<Guid, DraftChecks>> OfAllAsync(
        ScoEventsDbContext context, IReadOnlyCollection<Guid> eventIds, Func<Guid, IReadOnlyDictionary<Guid, Room>> roomsOf, CancellationToken cancellationToken)
    {
        var settings = await context.ProgrammeSettings.AsNoTracking().Where(row => eventIds.Contains(row.EventId)).ToDictionaryAsync(row => row.EventId, cancellationToken);
        var teams = (await context.InterpreterTeams.AsNoTracking().Where(team => eventIds.Contains(team.EventId)).OrderBy(team => team.Id).ToListAsync(cancellationToken))
            .ToLookup(team => team.EventId);
        var absences = (await context.Unavailabilities.AsNoTracking().Where(absence => eventIds.Contains(absence.EventId)).OrderBy(absence => absence.Id).ToListAsync(cancellationToken))
            .ToLookup(absence => absence.EventId);
        var acknowledgements = (await context.ConflictAcknowledgements.AsNoTracking().Where(known => eventIds.Contains(known.EventId)).OrderBy(known => known.Id)
            .Select(known => new KnownConflict(known, context.Users.Where(user => user.Id == known.By).Select(user => user.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellationToken))
            .ToLookup(known => known.Acknowledgement.EventId);
        return eventIds.ToDictionary(id => id, id => new DraftChecks(
            roomsOf(id), settings.GetValueOrDefault(id) ?? ProgrammeSettings.For(id), [.. teams[id]], [.. absences[id]], [.. acknowledgements[id]]));
    }

    /// <summary>The programme as the finder looks at it.</summary>
    public ProgrammeFacts Facts(ScoEvent planned, IReadOnlyList<Session> sessions) => new()
    {
        Sessions = [.. sessions.Select(Plan)],
        Span = planned.Span,
        Zone = Domain.Shared.EventZone.Find(planned.TimeZone),
        Rooms = Rooms.ToDictionary(
            room => room.Key,
            room => new PlannedRoom(room.Value.VenueId, room.Value.Capacity, room.Value.CapacityByLayout, room.Value.BookableHours, room.Value.Booths, room.Value.Clearance)),
        Teams = Teams.ToDictionary(team => team.Id, team => team.Languages),
        Absences = [.. Absences.Select(absence => new Absence(absence.SubjectKind, absence.SubjectId, new(absence.StartsAt, absence.EndsAt)))],
        Severities = Settings.Severities,
        Travel = new TravelRules(Settings.TravelMinutes, Settings.TravelTimes),
        Languages = Settings.Languages,
    };

    private static PlannedSession Plan(Session session) => new()
    {
        SessionId = session.Id,
        Type = session.Type,
        Access = session.Access,
        State = session.State,
        Classification = session.Classification,
        Title = session.Title,
        Rooms = [.. session.Slot?.Rooms.Select(room => room.RoomId) ?? []],
        During = session.Slot?.During,
        Chair = session.Speakers.Where(person => person.Role == SpeakerRole.Chair).Select(person => (Guid?)person.SpeakerId).FirstOrDefault(),
        People = [.. session.Speakers.Select(person => person.SpeakerId).Distinct()],
        Teams = [.. session.Interpreters.Select(team => team.TeamId)],
        Languages = session.InterpretedInto,
        Expected = session.ExpectedAttendance,
        Layout = session.Layout,
    };
}

/// <summary>An acknowledgement with the display name of who made it, or null where the account is gone.</summary>
internal sealed record KnownConflict(ConflictAcknowledgement Acknowledgement, string? By);
