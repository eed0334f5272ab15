using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.States;

/// <summary>A state with its names and its standing in the SCO over time.</summary>
public sealed class State
{
    private readonly List<StatePeriod> _periods = [];

    private State()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 code, upper case.</summary>
    public string Iso2 { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-3 code, upper case.</summary>
    public string Iso3 { get; private set; } = "";

    /// <summary>Short names today.</summary>
    public LocalizedText Names { get; private set; } = LocalizedText.Empty;

    /// <summary>Formal names today.</summary>
    public LocalizedText FormalNames { get; private set; } = LocalizedText.Empty;

    /// <summary>The capital's name today.</summary>
    public LocalizedText Capital { get; private set; } = LocalizedText.Empty;

    /// <summary>IANA name of the capital's time zone.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Rank in the order of the Russian alphabet of short names, from 1: the protocol order of the SCO.</summary>
    public int ProtocolRankRussian { get; private set; }

    /// <summary>Rank in the order of the English alphabet, from 1: the other choice of a host.</summary>
    public int ProtocolRankEnglish { get; private set; }

    /// <summary>Earlier names with their days.</summary>
    public IReadOnlyList<NamePeriod> NameHistory { get; private set; } = [];

    /// <summary>The status periods in order of time; no two share a day.</summary>
    public IReadOnlyList<StatePeriod> Periods => _periods;

    /// <summary>Makes a state without any status.</summary>
    public static State Create(StateFacts facts)
    {
        var state = new State { Id = Guid.CreateVersion7(), Iso2 = facts.Iso2 };
        state.Describe(facts);
        return state;
    }

    /// <summary>Takes over names, zone and ranks; the code does not change.</summary>
    public void Describe(StateFacts facts)
    {
        Iso3 = facts.Iso3;
        Names = facts.Names;
        FormalNames = facts.FormalNames;
        Capital = facts.Capital;
        TimeZone = facts.TimeZone;
        ProtocolRankRussian = facts.ProtocolRankRussian;
        ProtocolRankEnglish = facts.ProtocolRankEnglish;
        if (!NameHistory.SequenceEqual(facts.NameHistory))
        {
            NameHistory = facts.NameHistory;
        }
    }

    /// <summary>The status on a day, or null where the state had none.</summary>
    public StateStatus? StatusOn(DateOnly day) => _periods.FirstOrDefault(period => period.Covers(day))?.Status;

    /// <summary>The short names that were valid on a day; today's where the day is null.</summary>
    public LocalizedText NamesOn(DateOnly? day) =>
        day is { } known ? NameHistory.FirstOrDefault(period => period.Covers(known))?.Names ?? Names : Names;

    /// <summary>Adds a status period. Refused: <c>state.period-empty</c>, <c>state.period-overlap</c>.</summary>
    public Result AddPeriod(StatePeriodFacts facts)
    {
        if (facts.To is { } to && to <= facts.From)
        {
            return Error.Refused("state.period-empty");
        }

        if (_periods.Any(period => period.Overlaps(facts.From, facts.To)))
        {
            return Error.Refused("state.period-overlap");
        }

        _periods.Add(StatePeriod.Create(Id, facts));
        _periods.Sort((left, right) => left.From.CompareTo(right.From));
        return Result.Success;
    }

    /// <summary>Makes the periods exactly those given, keeping the ones that did not change. Refused as <see cref="AddPeriod"/>, and then nothing changes.</summary>
    public Result SetPeriods(IReadOnlyCollection<StatePeriodFacts> facts)
    {
        var before = _periods.ToList();
        _periods.RemoveAll(period => !facts.Any(period.Matches));
        foreach (var wanted in facts.Where(wanted => !_periods.Any(period => period.Matches(wanted))))
        {
            if (AddPeriod(wanted) is { IsSuccess: false } refused)
            {
                _periods.Clear();
                _periods.AddRange(before);
                return refused;
            }
        }

        return Result.Success;
    }
}

/// <summary>What is known of a state; see <see cref="State"/> for the meaning of each part.</summary>
public sealed record StateFacts(
    string Iso2, string Iso3, LocalizedText Names, LocalizedText FormalNames, LocalizedText Capital, string TimeZone,
    int ProtocolRankRussian, int ProtocolRankEnglish, IReadOnlyList<NamePeriod> NameHistory);
