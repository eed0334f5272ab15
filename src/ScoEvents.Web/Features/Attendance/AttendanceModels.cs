using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>Who was at an event, or in one of its sessions.</summary>
/// <param name="CanRecord">Whether the reader may record it.</param>
/// <param name="Sessions">Sessions to choose from, by time.</param>
/// <param name="Sides">The roster, in protocol order.</param>
/// <param name="Persons">Accredited persons of the side that was asked for; empty where none was.</param>
/// <param name="Statements">What is recorded of the sides, said by groups.</param>
/// <param name="Shares">Persons present of those accredited, of the event as a whole.</param>
public sealed record EventAttendanceRead(
    bool CanRecord, IReadOnlyList<SessionChoice> Sessions, IReadOnlyList<SideAttendance> Sides, IReadOnlyList<PersonAttendance> Persons,
    IReadOnlyList<AttendanceStatement> Statements, AttendanceShares Shares)
{
    /// <summary>Sides of which the portal proposes something that nobody has recorded.</summary>
    public int OpenProposals => Sides.Count(side => side.State is null && side.Proposed is not null);

    /// <summary>Names by side.</summary>
    public IReadOnlyDictionary<Guid, SideLabel> Labels => Sides.ToDictionary(side => side.Side.SideId, side => side.Side);
}

/// <summary>A session to choose.</summary>
public sealed record SessionChoice(Guid Id, LocalizedText Title);

/// <summary>A side of the roster.</summary>
/// <param name="State">What is recorded; null while nothing is.</param>
/// <param name="At">When, in the event's zone.</param>
/// <param name="By">Who; null where the account is gone.</param>
/// <param name="Proposed">What the portal proposes; null for nothing.</param>
/// <param name="Accredited">Accredited persons of it.</param>
public sealed record SideAttendance(SideLabel Side, Capacity Capacity, Domain.Events.Attendance? State, DateTimeOffset? At, string? By, Domain.Events.Attendance? Proposed, int Accredited);

/// <summary>An accredited person of a side; parts as of <see cref="SideAttendance"/>.</summary>
public sealed record PersonAttendance(
    Guid DelegateId, string Name, DelegationRole Role, Domain.Events.Attendance? State, DateTimeOffset? At, string? By, Domain.Events.Attendance? Proposed);

/// <summary>How many persons of how many were present, by side, role and category.</summary>
public sealed record AttendanceShares(IReadOnlyList<Share<SideLabel>> BySide, IReadOnlyList<Share<DelegationRole>> ByRole, IReadOnlyList<Share<AttendeeCategory?>> ByCategory);

/// <summary>A part of the persons.</summary>
/// <param name="Of">Whom it is of.</param>
/// <param name="Present">Persons present, in the room or by line.</param>
/// <param name="Accredited">Persons accredited, at least 1.</param>
public sealed record Share<T>(T Of, int Present, int Accredited);

/// <summary>States × events, latest events first.</summary>
/// <param name="States">The states that held a status at one of the events or took part in one, in protocol order.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageCount">At least 1.</param>
/// <param name="Labels">Names of all sides of the events.</param>
public sealed record AttendanceMatrix(
    IReadOnlyList<SideLabel> States, IReadOnlyList<MatrixEvent> Events, IReadOnlyDictionary<Guid, SideLabel> Labels, int Page, int PageCount);

/// <summary>An event of the matrix with its roster by side.</summary>
/// <param name="IsOfActor">Whether the reader works for it, and not a source recorded it.</param>
public sealed record MatrixEvent(
    Guid Id, string Slug, LocalizedText Title, EventDates Dates, bool IsOfActor, IReadOnlyDictionary<Guid, AttendingSide> Sides, IReadOnlyList<AttendanceStatement> Statements)
{
    /// <summary>Languages that stand in for a missing one, as the event says; empty for the portal's own order.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];
}

/// <summary>The answer to "all of these groups except some".</summary>
/// <param name="States">The exact list on the day, in protocol order.</param>
/// <param name="Choices">Everybody who holds a status on the day, for the exceptions.</param>
/// <param name="Events">Events in which exactly those of the groups took part.</param>
/// <param name="Labels">Names of all sides of the events.</param>
public sealed record SelectionAnswer(
    IReadOnlyList<SideLabel> States, IReadOnlyList<(StateStatus Status, SideLabel Side)> Choices, IReadOnlyList<MatrixEvent> Events, IReadOnlyDictionary<Guid, SideLabel> Labels);
