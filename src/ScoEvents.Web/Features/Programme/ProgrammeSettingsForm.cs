using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of how strictly a programme is checked.</summary>
public sealed class ProgrammeSettingsForm
{
    /// <summary>One row for each kind that an event can choose for, in their order.</summary>
    public List<SeverityRow> Severities { get; set; } = [];

    public int? TravelMinutes { get; set; }

    public List<TravelRow> TravelTimes { get; set; } = [];

    /// <summary>One row for each language of the portal, in their order.</summary>
    public List<LanguageRow> Languages { get; set; } = [];

    /// <summary>Row version that was read; 0 where the event had the defaults.</summary>
    public uint Version { get; set; }

    /// <summary>As the form shows settings.</summary>
    internal static ProgrammeSettingsForm Of(ProgrammeSettings settings) => new()
    {
        Severities =
        [
            .. Enum.GetValues<ConflictKind>().Where(kind => !ConflictSeverities.IsFixed(kind))
                .Select(kind => new SeverityRow { Kind = kind, Severity = ConflictSeverities.Of(settings.Severities, kind) }),
        ],
        TravelMinutes = settings.TravelMinutes,
        TravelTimes = [.. settings.TravelTimes.Select(time => new TravelRow { From = time.From, To = time.To, Minutes = time.Minutes })],
        Languages = [.. Domain.Shared.Languages.All.Select(code => new LanguageRow { Code = code, IsWanted = settings.Languages.Contains(code) })],
        Version = settings.Version,
    };
}

/// <summary>How severe a kind of conflict is.</summary>
public sealed class SeverityRow
{
    public ConflictKind Kind { get; set; }

    public ConflictSeverity Severity { get; set; }
}

/// <summary>The way between two venues.</summary>
public sealed class TravelRow
{
    public Guid? From { get; set; }

    public Guid? To { get; set; }

    public int? Minutes { get; set; }
}

/// <summary>Whether titles must exist in a language.</summary>
public sealed class LanguageRow
{
    public string Code { get; set; } = "";

    public bool IsWanted { get; set; }
}

/// <summary>What holds for every <see cref="ProgrammeSettingsForm"/>, whatever is in the database.</summary>
public sealed class ProgrammeSettingsFormValidator : FormRules<ProgrammeSettingsForm>
{
    /// <summary>Pairs among a dozen buildings.</summary>
    private const int MaxPairs = 66;

    public ProgrammeSettingsFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.TravelMinutes).NotNull(), "required");
        Refuse(RuleFor(form => form.TravelMinutes).InclusiveBetween(0, ProgrammeSettings.MaxTravelMinutes), "settings.travel-out-of-range", ProgrammeSettings.MaxTravelMinutes);
        Refuse(RuleFor(form => form.TravelTimes).Must(times => times.Count <= MaxPairs), "settings.travel-too-many", MaxPairs);
        Refuse(RuleFor(form => form.Languages).Must(languages => languages.TrueForAll(row => Languages.IsKnown(row.Code))), "settings.language-unknown");
        RuleForEach(form => form.Severities).SetValidator(new SeverityRowValidator(speech));
        RuleForEach(form => form.TravelTimes).SetValidator(new TravelRowValidator(speech));
    }

    private sealed class SeverityRowValidator : FormRules<SeverityRow>
    {
        public SeverityRowValidator(ErrorSpeech speech)
            : base(speech)
        {
            Refuse(RuleFor(row => row.Kind).IsInEnum(), "choice");
            Refuse(RuleFor(row => row.Severity).IsInEnum(), "choice");
        }
    }

    private sealed class TravelRowValidator : FormRules<TravelRow>
    {
        public TravelRowValidator(ErrorSpeech speech)
            : base(speech)
        {
            Refuse(RuleFor(row => row.From).NotNull(), "required");
            Refuse(RuleFor(row => row.To).NotNull(), "required");
            Refuse(RuleFor(row => row.To).Must((row, to) => to is null || to != row.From), "settings.travel-same-venue");
            Refuse(RuleFor(row => row.Minutes).NotNull(), "required");
            Refuse(RuleFor(row => row.Minutes).InclusiveBetween(0, ProgrammeSettings.MaxTravelMinutes), "settings.travel-out-of-range", ProgrammeSettings.MaxTravelMinutes);
        }
    }
}
