using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Who has a part in an event, and when they are busy or away.</summary>
/// <param name="TimeZone">IANA name of the zone of all local times, or null where the place is not known; then nothing can be noted.</param>
/// <param name="Days">The days of the event and those on which somebody is away, in order.</param>
/// <param name="Subjects">Chairs and speakers by name's order of entry, heads by protocol order of entry, then teams.</param>
public sealed record AvailabilityOverview(string? TimeZone, IReadOnlyList<DateOnly> Days, IReadOnlyList<AvailabilitySubjectRow> Subjects);

/// <summary>Somebody who can be away.</summary>
/// <param name="Kind">Who it is.</param>
/// <param name="Id">The speaker, the side of the head, or the team.</param>
/// <param name="Name">Name of the person, of the side, or of the team.</param>
/// <param name="Side">Name of the speaker's side, or null.</param>
/// <param name="Absences">When the subject is away, in order.</param>
/// <param name="Parts">Placed sessions that need the subject, in order.</param>
public sealed record AvailabilitySubjectRow(
    AvailabilitySubject Kind, Guid Id, LocalizedText Name, LocalizedText? Side, IReadOnlyList<AbsenceRow> Absences, IReadOnlyList<PartRow> Parts)
{
    /// <summary>Identity of the row among all kinds.</summary>
    public string Key => SubjectKey.Write(Kind, Id);
}

/// <summary>A stretch in which somebody is away; local date and times, half-open.</summary>
public sealed record AbsenceRow(Guid Id, DateTime Start, DateTime End, string? Note, uint Version)
{
    /// <summary>The part of it on one day, or null.</summary>
    public (TimeSpan Start, TimeSpan End)? On(DateOnly day)
    {
        var (from, to) = (day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return Start < to && from < End ? ((Start > from ? Start : from) - from, (End < to ? End : to) - from) : null;
    }
}

/// <summary>A session that needs somebody; local date and times.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Title">Its title.</param>
/// <param name="Start">Local date and time.</param>
/// <param name="End">Local date and time.</param>
/// <param name="IsMissed">Whether the subject is away for a part of it.</param>
public sealed record PartRow(Guid SessionId, LocalizedText Title, DateTime Start, DateTime End, bool IsMissed);

/// <summary>An interpreter team in the list.</summary>
/// <param name="Id">The team.</param>
/// <param name="Name">What those who prepare the event call it.</param>
/// <param name="Languages">Codes of the languages between which it interprets.</param>
/// <param name="Sessions">Sessions of the draft that it interprets.</param>
/// <param name="Version">Row version, for changing and deleting what was seen.</param>
public sealed record InterpreterTeamRow(Guid Id, string Name, IReadOnlyList<string> Languages, int Sessions, uint Version);
