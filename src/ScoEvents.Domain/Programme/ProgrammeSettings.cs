using ScoEvents.Domain.Shared;

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

    /// <summary>The same settings for another event.</summary>
    public ProgrammeSettings CopyTo(Guid eventId) => new()
    {
        EventId = eventId,
        Severities = Severities,
        TravelMinutes = TravelMinutes,
        TravelTimes = TravelTimes,
        Languages = Languages,
    };

    /// <summary>The defaults for an event.</summary>
    public static ProgrammeSettings For(Guid eventId) => new() { EventId = eventId };

    /// <summary>Changes all of it. Refused: <c>settings.severity-fixed</c>, <c>settings.travel-out-of-range</c>, <c>settings.travel-same-venue</c>, <c>settings.travel-twice</c>, <c>settings.language-unknown</c>.</summary>
    /// <param name="severities">Severities by kind; what equals the default is not kept, so that it follows the default.</param>
    /// <param name="travel">Minutes between buildings.</param>
    /// <param name="languages">Languages in which titles have to exist.</param>
    public Result Change(IReadOnlyDictionary<ConflictKind, ConflictSeverity> severities, TravelRules travel, IReadOnlyCollection<string> languages)
    {
        var errors = new List<Error>();
        if (severities.Any(choice => ConflictSeverities.IsFixed(choice.Key) && choice.Value != ConflictSeverities.Default(choice.Key)))
        {
            errors.Add(Error.Invalid("Severities", "settings.severity-fixed"));
        }

        if (travel.Minutes is < 0 or > MaxTravelMinutes)
        {
            errors.Add(Error.Invalid("TravelMinutes", "settings.travel-out-of-range", MaxTravelMinutes));
        }

        errors.AddRange(travel.Times.SelectMany((time, index) => Wrong(time, travel.Times.Take(index), $"TravelTimes[{index}]")));
        if (!languages.All(Shared.Languages.IsKnown))
        {
            errors.Add(Error.Invalid("Languages", "settings.language-unknown"));
        }

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        Severities = severities.Where(choice => choice.Value != ConflictSeverities.Default(choice.Key)).OrderBy(choice => choice.Key).ToDictionary();
        (TravelMinutes, TravelTimes) = (travel.Minutes, [.. travel.Times]);
        Languages = [.. Shared.Languages.All.Where(languages.Contains)];
        return Result.Success;
    }

    private static IEnumerable<Error> Wrong(TravelTime time, IEnumerable<TravelTime> before, string field)
    {
        if (time.Minutes is < 0 or > MaxTravelMinutes)
        {
            yield return Error.Invalid($"{field}.Minutes", "settings.travel-out-of-range", MaxTravelMinutes);
        }

        if (time.From == time.To)
        {
            yield return Error.Invalid($"{field}.To", "settings.travel-same-venue");
        }
        else if (before.Any(other => (other.From, other.To) == (time.From, time.To) || (other.To, other.From) == (time.From, time.To)))
        {
            yield return Error.Invalid($"{field}.To", "settings.travel-twice");
        }
    }
}

/// <summary>The way between two buildings, in either direction.</summary>
/// <param name="From">A venue.</param>
/// <param name="To">Another venue.</param>
/// <param name="Minutes">0 to <see cref="ProgrammeSettings.MaxTravelMinutes"/>.</param>
public sealed record TravelTime(Guid From, Guid To, int Minutes);
