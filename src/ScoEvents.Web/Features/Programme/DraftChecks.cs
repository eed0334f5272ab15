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
    /// <summary>Reads them untracked in four commands.</summary>
    /// <param name="context">Opened for the actor.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="rooms">The rooms, which are read with the names of their venues anyway.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<DraftChecks> OfAsync(
        ScoEventsDbContext context, Guid eventId, IReadOnlyDictionary<Guid, Room> rooms, CancellationToken cancellationToken)
    {
        var settings = await context.ProgrammeSettings.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId, cancellationToken);
        var teams = await context.InterpreterTeams.AsNoTracking().Where(team => team.EventId == eventId).OrderBy(team => team.Id).ToListAsync(cancellationToken);
        var absences = await context.Unavailabilities.AsNoTracking().Where(absence => absence.EventId == eventId).OrderBy(absence => absence.Id).ToListAsync(cancellationToken);
        var acknowledgements = await context.ConflictAcknowledgements.AsNoTracking().Where(known => known.EventId == eventId).OrderBy(known => known.Id)
            .Select(known => new KnownConflict(known, context.Users.Where(user => user.Id == known.By).Select(user => user.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return new DraftChecks(rooms, settings ?? ProgrammeSettings.For(eventId), teams, absences, acknowledgements);
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
