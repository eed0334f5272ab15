using ScoEvents.Domain.Programme;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme.Public;

/// <summary>The persons of a release as readers may meet them: those who have a part in a public session that takes place.</summary>
public static class PublicSpeakers
{
    /// <summary>All of them, by name in the alphabet of the language; who only has a part in closed sessions is not among them.</summary>
    public static IReadOnlyList<PublicSpeaker> Of(PublicRelease release, PortalLanguage language) =>
        [.. release.Standing
            .SelectMany(session => session.People.Select(person => (session, person)))
            .GroupBy(part => part.person.SpeakerId)
            .Select(parts => new PublicSpeaker(parts.First().person, [.. parts.Select(part => new PublicSpeakerPart(part.session, part.person.Role))]))
            .OrderBy(speaker => speaker.Person.Name.In(language.Code), ReaderOrder.In(language.Code))
            .ThenBy(speaker => speaker.Person.SpeakerId)];

    /// <summary>One of them, or null.</summary>
    public static PublicSpeaker? Find(PublicRelease release, Guid speakerId, PortalLanguage language) =>
        Of(release, language).FirstOrDefault(speaker => speaker.Person.SpeakerId == speakerId);

    /// <summary>The spellings of the name in other languages than the reader gets, each once, in the order of the languages (domain rule 14).</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> OtherForms(FrozenSpeaker person, PortalLanguage language)
    {
        var shown = person.Name.In(language.Code);
        return [.. person.Name.Available
            .Select(code => KeyValuePair.Create(code, person.Name[code]!))
            .Where(form => form.Value != shown)
            .DistinctBy(form => form.Value)];
    }
}
