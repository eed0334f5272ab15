using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;

namespace ScoEvents.Exports.Agenda;

/// <summary>
/// The one place where an agenda is cut down to what its reader may know and asked for. Every writer gets its result,
/// so no format can tell more than another.
/// </summary>
public static class AgendaSelection
{
    /// <summary>
    /// The agenda for this reader, in both languages where there are two: first everything above the right or the asked
    /// ceiling is hidden, then the rest is filtered, so that no filter finds what is hidden; the marking becomes the
    /// highest that is left.
    /// </summary>
    /// <exception cref="ArgumentException">A draft for a reader who may not read drafts; the caller must have refused.</exception>
    public static AgendaDocument Choose(AgendaDocument agenda, AgendaOptions options, AgendaRight right)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(right);
        if (agenda.IsDraft && !right.MayReadDraft)
        {
            throw new ArgumentException("The draft is not for this reader.", nameof(right));
        }

        var days = agenda.Days.Select(day => day with
        {
            Entries =
            [
                .. day.Entries
                    .Select(entry => IsAbove(entry, options, right) ? Hidden(entry, agenda.Labels) : entry)
                    .Where(entry => IsAsked(day, entry, options))
                    .Select(entry => InDetail(entry, options.Detail)),
            ],
        }).Where(day => day.Entries.Count > 0).ToList();
        return agenda with
        {
            Days = days,
            IsPart = options.IsPart,
            Detail = options.Detail,
            Paper = options.Paper,
            Classification = days.SelectMany(day => day.Entries).Select(Marking).Append(agenda.IsDraft ? Classification.Green : Classification.Clear).Max(),
            Beside = agenda.Beside is { } beside ? Choose(beside with { Beside = null }, options, right) : null,
        };
    }

    /// <summary>How far a document travels that holds the session: what is not open to everybody is at least for the community only.</summary>
    internal static Classification Marking(AgendaEntry entry) => entry switch
    {
        { IsHidden: true } => Classification.Clear,
        { Access: not SessionAccess.Open, Classification: Classification.Clear } => Classification.Green,
        _ => entry.Classification,
    };

    private static bool IsAbove(AgendaEntry entry, AgendaOptions options, AgendaRight right) => entry.IsHidden
        || entry.Access > right.Access || entry.Access > options.Access
        || entry.Classification > right.Ceiling || entry.Classification > options.Ceiling;

    private static AgendaEntry InDetail(AgendaEntry entry, AgendaDetail detail) => detail switch
    {
        AgendaDetail.Titles => entry with { Abstract = null, Chair = null, Speakers = [], Points = [] },
        AgendaDetail.WithSpeakers => entry with { Abstract = null },
        _ => entry,
    };

    // Written as a new entry, not as a copy with parts taken out: what is added to an entry later must not leak here.
    private static AgendaEntry Hidden(AgendaEntry entry, AgendaLabels labels) => new()
    {
        SessionId = entry.SessionId,
        Start = entry.Start,
        End = entry.End,
        TypeLabel = entry.TypeLabel,
        IsPause = entry.IsPause,
        Title = labels.Closed,
        Access = entry.Access,
        AccessLabel = entry.AccessLabel,
        IsHidden = true,
        Sequence = entry.Sequence,
        LastModified = entry.LastModified,
        IsCancelled = entry.IsCancelled,
    };

    private static bool IsAsked(AgendaDay day, AgendaEntry entry, AgendaOptions options)
    {
        var people = entry.Chair is { } chair ? entry.Speakers.Append(chair) : entry.Speakers;
        return (options.WithCancelled || !entry.IsCancelled)
            && (options.Days.Count == 0 || options.Days.Contains(day.Date))
            && (options.Rooms.Count == 0 || entry.IsInAllRooms || Holds(options.Rooms, entry.RoomId))
            && (options.Tracks.Count == 0 || Holds(options.Tracks, entry.TrackId))
            && (options.Sessions.Count == 0 || options.Sessions.Contains(entry.SessionId))
            && (options.Sides.Count == 0 || people.Any(person => Holds(options.Sides, person.SideId)))
            && (options.Speakers.Count == 0 || people.Any(person => Holds(options.Speakers, person.Id)));
    }

    private static bool Holds(IReadOnlyCollection<Guid> asked, Guid? id) => id is { } known && asked.Contains(known);
}
