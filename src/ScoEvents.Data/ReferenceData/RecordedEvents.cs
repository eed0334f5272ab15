using System.Globalization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Data.ReferenceData;

/// <summary>Reads what the source documents state of their events; adds nothing.</summary>
internal static class RecordedEvents
{
    public static RecordedFacts Facts(SourceEvent source, Dictionary<string, State> states) => new(
        source.Type,
        source.Status,
        LocalizedText.Of(source.Title.Original.Language, source.Title.Original.Text).With(Languages.English, source.Title.En ?? source.Title.Original.Text),
        Dates(source.Dates),
        source.Dates.TimeZone,
        source.Place.City is null ? LocalizedText.Empty : LocalizedText.From(source.Place.City),
        source.Place.CountryIso2 is null ? null : states[source.Place.CountryIso2].Id,
        Record(source));

    public static bool Differs(ScoEvent recorded, RecordedFacts facts) =>
        recorded.Type != facts.Type || recorded.Status != facts.Status || !recorded.Title.Equals(facts.Title) || recorded.Dates != facts.Dates
        || recorded.TimeZone != facts.TimeZone || !recorded.City.Equals(facts.City) || recorded.CountryId != facts.CountryId
        || Json(recorded.Record) != Json(facts.Record);

    public static void SetPartiesAndAttendance(ScoEvent recorded, SourceEvent source, ReferenceDataLoader.Directory directory)
    {
        var parties = new List<(OrganisationRole Role, Guid Side)>();
        if (source.HostStateIso2 is { } host)
        {
            parties.Add((OrganisationRole.Host, directory.SideOfState(host)));
        }

        parties.AddRange((source.OrganiserStatesIso2 ?? []).Select(iso2 => (OrganisationRole.Organiser, directory.SideOfState(iso2))));
        parties.AddRange((source.Organisations ?? []).Select(named => (named.Role, directory.SideOfOrganisation(named.OrganisationId))));
        parties.AddRange((source.Auspices ?? []).Select(key => (OrganisationRole.Auspices, directory.SideOfOrganisation(key))));
        foreach (var role in Enum.GetValues<OrganisationRole>())
        {
            recorded.SetParties(role, [.. parties.Where(party => party.Role == role).Select(party => party.Side)]);
        }

        foreach (var side in source.Attendance ?? [])
        {
            recorded.RecordAttendance(directory.SideOfState(side.StateIso2), new AttendanceFacts(side.Status, side.Capacity, side.IsHost, side.Note));
        }
    }

    public static Result<Speaker> Speaker(Guid eventId, SourceSpeaker person, string language, ReferenceDataLoader.Directory directory)
    {
        var name = LocalizedText.Of(language, person.Name.Original).With(Languages.English, person.Name.En).With(Languages.Russian, person.Name.Ru);
        var function = LocalizedText.Of(language, person.TitlesOriginal is { Count: > 0 } original ? original[0] : null).With(Languages.English, person.Titles.FirstOrDefault());
        Guid? side = person.OrganisationIds.Count > 0 ? directory.SideOfOrganisation(person.OrganisationIds[0]) : null;
        return Domain.Programme.Speaker.Create(eventId, side, name, function);
    }

    private static SourceRecord Record(SourceEvent source) => new()
    {
        Document = source.Seed,
        Relation = source.SeedRelation,
        OriginalLanguage = source.Source.Language,
        Script = source.Source.Script,
        Direction = source.Source.Direction,
        Url = source.Source.Url,
        Publisher = source.Source.Publisher,
        Title = source.Source.Title,
        Note = source.Source.Note,
        StatedDates = source.Dates.Stated is { } dates ? new StatedText(dates, source.Dates.StatedEn) : null,
        YearDerivation = source.Dates.YearDerivation,
        StatedPlace = source.Place.Stated,
        TypesStated = source.TypesStated?.ConvertAll(Stated),
        OtherTitles = source.OtherTitles?.ConvertAll(title => new StatedText(title.Original.Text, title.En)),
        Series = source.Series,
        Audience = source.Audience is { } audience
            ? new StatedAudience(audience.Stated is null ? null : new StatedText(audience.Stated, audience.En), audience.Count, audience.CountQualifier, audience.Categories)
            : null,
        Topics = source.Topics?.ConvertAll(Stated),
        Speakers = source.Speakers?.ConvertAll(person => new StatedSpeaker(
            person.Name.Original, person.Name.En, person.Name.Ru, [.. person.Name.Variants ?? [], .. person.Name.EnVariants ?? []],
            person.Titles, person.TitlesOriginal, person.OrganisationIds, person.Role, person.Session)),
        Statements = source.Statements?.ConvertAll(said => new Statement(said.By, said.Kind, said.Text)),
        Outcomes = source.Outcomes?.ConvertAll(outcome => new StatedOutcome(outcome.Kind, new StatedText(outcome.Text, outcome.En), outcome.State)),
        Documents = source.Documents?.ConvertAll(document => new StatedDocument(
            document.Kind, new StatedText(document.Title.Original.Text, document.Title.En), document.Parties, document.State, document.Support,
            document.Aims, document.Interviewee, document.MediaOrganisationId)),
        Context = source.Context,
        Inconsistencies = source.Inconsistencies,
        Supplements = source.Supplement?.ConvertAll(fact => new SupplementaryFact(fact.Fact, fact.Source, fact.Confidence)),
    };

    private static StatedText Stated(SourceText text) => new(text.Text, text.En);

    // "2021-12-07", "2021-10" or "2017", as the precision says.
    private static EventDates Dates(SourceDates dates) => dates.Precision switch
    {
        DatePrecision.Day => new EventDates(Day(dates.Start!), Day(dates.End!), DatePrecision.Day),
        DatePrecision.Month => new EventDates(Day(dates.Start + "-01"), null, DatePrecision.Month),
        DatePrecision.Year => new EventDates(Day(dates.Start + "-01-01"), null, DatePrecision.Year),
        DatePrecision.Unknown => EventDates.Unknown,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Json(SourceRecord? record) => System.Text.Json.JsonSerializer.Serialize(record, Configurations.JsonColumn.Options);
}
