namespace ScoEvents.Domain.Programme;

/// <summary>How strictly the programme of an event is checked; an event without settings has the defaults.</summary>
public sealed class ProgrammeSettings
{
    /// <summary>The longest way between two buildings, in minutes.</summary>
    public const int MaxTravelMinutes = 240;

    /// <summary>The way between two buildings unless said otherwise, in minutes.</summary>
    public const int DefaultTravelMinutes = 15;

    private ProgrammeSettings()
    {
    }

    /// <summary>The event; one row each.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Severities that differ from the defaults.</summary>
    public IReadOnlyDictionary<ConflictKind, ConflictSeverity> Severities { get; private set; } = new Dictionary<ConflictKind, ConflictSeverity>();

    /// <summary>Minutes between two buildings, 0 to <see cref="MaxTravelMinutes"/>.</summary>
    public int TravelMinutes { get; private set; } = DefaultTravelMinutes;

    /// <summary>Pairs of buildings that are nearer or farther.</summary>
    public IReadOnlyList<TravelTime> TravelTimes { get; private set; } = [];

    /// <summary>Languages in which titles have to exist; empty asks for none.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>The defaults for an event.</summary>
    public static ProgrammeSettings For(Guid eventId) => new() { EventId = eventId };
}

/// <summary>The way between two buildings, in either direction.</summary>
/// <param name="From">A venue.</param>
/// <param name="To">Another venue.</param>
/// <param name="Minutes">0 to <see cref="ProgrammeSettings.MaxTravelMinutes"/>.</param>
public sealed record TravelTime(Guid From, Guid To, int Minutes);
