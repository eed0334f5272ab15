using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Import;

/// <summary>Says what an import does in the reader's language.</summary>
public sealed class ImportSpeech(IStringLocalizer<ImportTexts> texts, ProgrammeSpeech programme)
{
    /// <summary>Code of a file that did not arrive whole.</summary>
    public const string UploadBroken = "import.upload-broken";

    public string Say(ImportOutcome outcome) => texts[$"Outcome.{outcome}"];

    public string Say(ImportKind kind) => texts[$"Kind.{kind}"];

    public string SayOne(ImportKind kind) => texts[$"One.{kind}"];

    public string Say(ScheduleSeverity severity) => texts[$"Severity.{severity}"];

    /// <summary>The sentence for a remark. Names out of the file stand isolated, for they may run the other way.</summary>
    public string Say(ImportRemark remark) => texts[remark.Code, [.. remark.Arguments.Select(Isolate)]];

    /// <summary>A column's meaning, with the language of a text.</summary>
    public string SayMeaning(string meaning)
    {
        var parts = meaning.Split('.');
        return SayField(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary>A field's name, with the language of a text.</summary>
    public string SayField(string field, string? language)
    {
        var name = texts[$"Field.{field}"];
        return PortalLanguages.Find(language) is { } known ? $"{name} ({known.NativeName})" : name;
    }

    /// <summary>A value of a field as people read it.</summary>
    public string SayValue(string field, string value) =>
        field == "type" && Enum.TryParse<SessionType>(value, out var type) ? programme.Say(type) : value;

    /// <summary>The marking is the same in every language.</summary>
    /// <remarks>FIRST, Traffic Light Protocol 2.0.</remarks>
    public static string Say(Classification classification) => classification switch
    {
        Classification.Clear => "TLP:CLEAR",
        Classification.Green => "TLP:GREEN",
        Classification.Amber => "TLP:AMBER",
        Classification.AmberStrict => "TLP:AMBER+STRICT",
        Classification.Red => "TLP:RED",
    };

    public static Tone ToneOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Create => Tone.Success,
        ImportOutcome.Change => Tone.Info,
        ImportOutcome.Skip => Tone.Neutral,
        ImportOutcome.Refuse => Tone.Danger,
    };

    public static Tone ToneOf(ScheduleSeverity severity) => severity switch
    {
        ScheduleSeverity.Note => Tone.Neutral,
        ScheduleSeverity.Repaired => Tone.Warning,
        ScheduleSeverity.Refused => Tone.Danger,
    };

    private static object Isolate(string argument) => $"\u2068{argument}\u2069";
}
