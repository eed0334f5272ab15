namespace ScoEvents.Web.Features.Programme;

/// <summary>What somebody who has the timetable open tells the others.</summary>
public enum BoardState
{
    /// <summary>Has it open; said again and again.</summary>
    Here,

    /// <summary>Has just opened it, and wants to hear who else is there.</summary>
    Asks,

    /// <summary>Has closed it, or lost the connection.</summary>
    Left,
}

/// <summary>Who has the timetable of one event open, from what they say over PostgreSQL's notifications; it is kept in no table.</summary>
/// <remarks>Who fell silent is forgotten, so a node that dies leaves nobody behind.</remarks>
public sealed class BoardPresence(TimeProvider clock)
{
    /// <summary>How often everybody says that they are here.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _patience = Interval * 2.5;

    private readonly Dictionary<Guid, DateTimeOffset> _heard = [];

    /// <summary>Whoever is here, in the order in which they came.</summary>
    public IReadOnlyList<Guid> Here => [.. _heard.Keys];

    /// <summary>The topic of the change feed on which people of an event are heard.</summary>
    public static string Topic(Guid eventId) => $"board:{eventId}";

    /// <summary>What is said: <c>board:event:user:state</c>.</summary>
    public static string Payload(Guid eventId, Guid userId, BoardState state) => $"{Topic(eventId)}:{userId}:{state}";

    /// <summary>Whom a payload is about, and what it says; null for one that says nothing.</summary>
    public static (Guid UserId, BoardState State)? Read(string payload) =>
        payload.Split(':') is ["board", _, var user, var state] && Guid.TryParse(user, out var userId) && Enum.TryParse<BoardState>(state, out var said) && Enum.IsDefined(said)
            ? (userId, said)
            : null;

    /// <summary>Takes note of what somebody said.</summary>
    /// <returns>Whether it changes who is here.</returns>
    public bool Hear(Guid userId, BoardState state)
    {
        if (state is BoardState.Left)
        {
            return _heard.Remove(userId);
        }

        var isNew = !_heard.ContainsKey(userId);
        _heard[userId] = clock.GetUtcNow();
        return isNew;
    }

    /// <summary>Forgets who fell silent.</summary>
    /// <returns>Whether it changes who is here.</returns>
    public bool Prune()
    {
        var silent = _heard.Where(heard => clock.GetUtcNow() - heard.Value > _patience).Select(heard => heard.Key).ToList();
        silent.ForEach(userId => _heard.Remove(userId));
        return silent.Count > 0;
    }
}
