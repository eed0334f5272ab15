using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.States;

namespace ScoEvents.Data.ReferenceData;

/// <summary>The shape of the reference files beside this class.</summary>
internal static class SourceFiles
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    // Grows when the files are read in another way, so that a database takes the new reading over.
    private const int Reading = 1;

    /// <summary>Changes with the files' content and with the way they are read.</summary>
    public static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in new[] { "states", "organisations", "events" })
        {
            using var file = Open(name);
            using var content = new MemoryStream();
            file.CopyTo(content);
            hash.AppendData(content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        return $"{Reading}-{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    public static IReadOnlyList<SourceState> States() => Read<SourceState>("states");

    public static IReadOnlyList<SourceOrganisation> Organisations() => Read<SourceOrganisation>("organisations");

    public static IReadOnlyList<SourceEvent> Events() => Read<SourceEvent>("events");

    private static IReadOnlyList<T> Read<T>(string name)
    {
        using var file = Open(name);
        return JsonSerializer.Deserialize<List<T>>(file, _options)!;
    }

    private static Stream Open(string name) => typeof(SourceFiles).Assembly.GetManifestResourceStream($"ScoEvents.Data.ReferenceData.{name}.json")
        ?? throw new InvalidOperationException($"The reference file {name}.json is not in the assembly.");
}

internal sealed record SourceState(
    string Iso2, string Iso3, Dictionary<string, string?> Names, Dictionary<string, string?> FormalNames, Dictionary<string, string?> Capital,
    string TimeZone, Dictionary<string, int> ProtocolOrder, List<SourcePeriod> Statuses, List<SourceNamePeriod>? NameHistory);

internal sealed record SourcePeriod(
    StateStatus Status, DateOnly From, DateOnly? To, string Source, DateOnly? DecidedOn, string? Basis, string Confidence);

internal sealed record SourceNamePeriod(
    DateOnly? From, DateOnly? To, Dictionary<string, string?> Names, Dictionary<string, string?>? FormalNames, string? Source);

internal sealed record SourceOrganisation(
    string Id, Dictionary<string, string?>? Abbreviation, string Type, Dictionary<string, string?> Names, string? CountryIso2,
    SourceSeat? Seat, string? ParentId, List<SourceNamePeriod> NameHistory);

internal sealed record SourceSeat(Dictionary<string, string?>? City, string? CountryIso2);

internal sealed record SourceEvent(
    string Id, string Seed, string SeedRelation, EventType Type, List<SourceText>? TypesStated, SourceTitle Title, List<SourceTitle>? OtherTitles,
    EventStatus Status, SourceDates Dates, SourcePlace Place, string? HostStateIso2, List<string>? OrganiserStatesIso2,
    List<SourceRole>? Organisations, List<string>? Auspices, string? Series, SourceAudience? Audience, List<SourceAttendance>? Attendance,
    List<SourceSession>? Sessions, List<SourceText>? Topics, List<SourceSpeaker>? Speakers, List<SourceStatement>? Statements,
    List<SourceOutcome>? Outcomes, List<SourceDocument>? Documents, List<string>? RelatedEvents, List<string>? Context,
    SourceOrigin Source, List<string>? Inconsistencies, List<SourceFact>? Supplement);

internal sealed record SourceText(string Text, string? En);

internal sealed record SourceTitle(SourceOriginal Original, string? En);

internal sealed record SourceOriginal(string Language, string Text);

internal sealed record SourceDates(string? Stated, string? StatedEn, string? Start, string? End, DatePrecision Precision, string? TimeZone, string? YearDerivation);

internal sealed record SourcePlace(Dictionary<string, string?>? City, string? CountryIso2, string? Venue, string? Stated);

internal sealed record SourceRole(string OrganisationId, OrganisationRole Role);

internal sealed record SourceAudience(string? Stated, string? En, int? Count, string? CountQualifier, List<string>? Categories);

internal sealed record SourceAttendance(string StateIso2, Attendance? Status, Domain.Delegations.Capacity? Capacity, bool IsHost, string? Note);

internal sealed record SourceSession(Domain.Programme.SessionType Type, string Title, List<string>? Speakers);

internal sealed record SourceSpeaker(
    SourceName Name, List<string> Titles, List<string>? TitlesOriginal, List<string> OrganisationIds, string Role, string? Session);

internal sealed record SourceName(string Original, List<string>? Variants, string En, List<string>? EnVariants, string? Ru);

internal sealed record SourceStatement(string By, string Kind, string Text);

internal sealed record SourceOutcome(string Kind, string Text, string? En, string? State);

internal sealed record SourceDocument(
    string Kind, SourceTitle Title, List<string>? Parties, string? State, string? Support, List<string>? Aims, string? Interviewee, string? MediaOrganisationId);

internal sealed record SourceOrigin(string? Url, string? Publisher, string? Title, string Language, string Script, string Direction, string? Note);

internal sealed record SourceFact(string Fact, string Source, string Confidence);
