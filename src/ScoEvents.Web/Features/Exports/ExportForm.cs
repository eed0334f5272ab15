using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Agenda;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Exports;

/// <summary>What of an agenda goes into a file; written as the query of an address, in links and in presets.</summary>
public sealed class ExportForm
{
    /// <summary>No list is longer; nobody ticks more, and an address has to end somewhere.</summary>
    public const int MaxChoices = 50;

    private const string DraftEdition = "draft";

    /// <summary>Number of a release; null for the draft, 0 for the latest release whichever that is.</summary>
    public int? Edition { get; set; }

    public ExportFormat Format { get; set; } = ExportFormat.Pdf;

    public string Language { get; set; } = PortalLanguages.English.Code;

    /// <summary>Null for none.</summary>
    public string? Second { get; set; }

    public AgendaDetail Detail { get; set; } = AgendaDetail.WithAbstracts;

    public List<DateOnly> Days { get; set; } = [];

    public List<Guid> Rooms { get; set; } = [];

    public List<Guid> Tracks { get; set; } = [];

    public SessionAccess Access { get; set; } = SessionAccess.NamedPersons;

    public Classification Ceiling { get; set; } = Classification.Red;

    public PaperSize Paper { get; set; }

    public bool IsLandscape { get; set; }

    public bool IsDraft => Edition is null;

    /// <summary>The number asked for; null for the latest.</summary>
    public int? Release => Edition is 0 ? null : Edition;

    public AgendaOptions ToOptions() => new()
    {
        Language = Language,
        SecondLanguage = Format == ExportFormat.Ics ? null : Second,
        Days = Days,
        Rooms = Rooms,
        Tracks = Tracks,
        Detail = Detail,
        Access = Access,
        Ceiling = Ceiling,
        Paper = new AgendaPaper(Paper, IsLandscape),
        WithCancelled = Format == ExportFormat.Ics,
    };

    /// <summary>The query of an address, without its question mark; the same choice is always the same text.</summary>
    public string ToQuery()
    {
        var parts = new List<KeyValuePair<string, string?>>
        {
            new("edition", Edition is { } number ? number.ToString(CultureInfo.InvariantCulture) : DraftEdition),
            new("format", Format.Extension()),
            new("language", Language),
            new("second", Second),
            new("detail", Detail.ToString()),
            new("access", Access.ToString()),
            new("ceiling", Ceiling.ToString()),
            new("paper", Paper.ToString()),
            new("landscape", IsLandscape ? "true" : null),
        };
        parts.AddRange(Days.Order().Select(day => KeyValuePair.Create("day", (string?)day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        parts.AddRange(Rooms.Order().Select(id => KeyValuePair.Create("room", (string?)id.ToString())));
        parts.AddRange(Tracks.Order().Select(id => KeyValuePair.Create("track", (string?)id.ToString())));
        return string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
    }

    /// <summary>The choice of a query, or null where it says something that cannot be chosen. What is left out stays as usual.</summary>
    public static ExportForm? Parse(string query) => Parse(QueryHelpers.ParseQuery(query));

    /// <summary>The same of a query that was taken apart already.</summary>
    public static ExportForm? Parse(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var form = new ExportForm { Edition = 0 };
        return query.All(part => part.Value.Count <= MaxChoices && part.Value.All(value => form.TrySet(part.Key, value ?? string.Empty)))
            && new ExportFormValidator().Validate(form).IsValid ? form : null;
    }

    private bool TrySet(string name, string value) => name switch
    {
        "edition" => TrySetEdition(value),
        "format" => TryParse<ExportFormat>(value, out var format) && Set(() => Format = format),
        "language" => PortalLanguages.Find(value) is not null && Set(() => Language = value),
        "second" => PortalLanguages.Find(value) is not null && Set(() => Second = value),
        "detail" => TryParse<AgendaDetail>(value, out var detail) && Set(() => Detail = detail),
        "access" => TryParse<SessionAccess>(value, out var access) && Set(() => Access = access),
        "ceiling" => TryParse<Classification>(value, out var ceiling) && Set(() => Ceiling = ceiling),
        "paper" => TryParse<PaperSize>(value, out var paper) && Set(() => Paper = paper),
        "landscape" => bool.TryParse(value, out var isLandscape) && Set(() => IsLandscape = isLandscape),
        "day" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Set(() => Days.Add(day)),
        "room" => Guid.TryParse(value, out var room) && Set(() => Rooms.Add(room)),
        "track" => Guid.TryParse(value, out var track) && Set(() => Tracks.Add(track)),
        _ => false,
    };

    private bool TrySetEdition(string value)
    {
        Edition = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Edition is not null || value == DraftEdition;
    }

    // Enum.TryParse takes numbers too, which name nothing to a reader.
    private static bool TryParse<T>(string value, out T parsed)
        where T : struct, Enum => Enum.TryParse(value, ignoreCase: true, out parsed) && Enum.IsDefined(parsed) && char.IsAsciiLetter(value[0]);

    private static bool Set(Action set)
    {
        set();
        return true;
    }
}

/// <summary>Holds a choice to what can be chosen, whatever a browser sends.</summary>
internal sealed class ExportFormValidator : AbstractValidator<ExportForm>
{
    /// <param name="speech">Says the refusals; null where only whether there are any is asked.</param>
    public ExportFormValidator(ErrorSpeech? speech = null)
    {
        Choice(RuleFor(form => form.Language).Must(code => PortalLanguages.Find(code) is not null));
        Choice(RuleFor(form => form.Second).Must(code => code is null || PortalLanguages.Find(code) is not null));
        Choice(RuleFor(form => form.Format).IsInEnum());
        Choice(RuleFor(form => form.Detail).IsInEnum());
        Choice(RuleFor(form => form.Access).IsInEnum());
        Choice(RuleFor(form => form.Ceiling).IsInEnum());
        Choice(RuleFor(form => form.Paper).IsInEnum());
        Choice(RuleFor(form => form.Days.Count).LessThanOrEqualTo(ExportForm.MaxChoices));
        Choice(RuleFor(form => form.Rooms.Count).LessThanOrEqualTo(ExportForm.MaxChoices));
        Choice(RuleFor(form => form.Tracks.Count).LessThanOrEqualTo(ExportForm.MaxChoices));
        Choice(RuleFor(form => form.Edition).GreaterThanOrEqualTo(0));

        void Choice<T>(IRuleBuilderOptions<ExportForm, T> rule) =>
            rule.WithErrorCode("choice").WithMessage(_ => speech?.Say(Error.Invalid("", "choice")) ?? "");
    }
}
