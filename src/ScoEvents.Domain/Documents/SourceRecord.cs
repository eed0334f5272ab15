using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Documents;

/// <summary>Everything a source document states of an event that is not kept as an entity of its own; nothing in it is invented, and what comes from elsewhere is apart in <see cref="Supplements"/>.</summary>
/// <remarks>A null list means not stated; an empty one means stated to be none.</remarks>
public sealed record SourceRecord
{
    /// <summary>File name of the source document.</summary>
    public required string Document { get; init; }

    /// <summary>Whether the document is about the event (<c>main</c>) or only names it (<c>mentioned</c>).</summary>
    public required string Relation { get; init; }

    /// <summary>Language of the document, as BCP 47 primary subtag.</summary>
    public required string OriginalLanguage { get; init; }

    /// <summary>Script of the document, ISO 15924.</summary>
    public required string Script { get; init; }

    /// <summary>Direction of the script: <c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>Address of the document, or null where it is lost.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Publisher { get; init; }

    /// <summary>Title of the document, or null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>What is to be known of the document itself.</summary>
    public string? Note { get; init; }

    /// <summary>The words for its days, as stated and in English.</summary>
    public StatedText? StatedDates { get; init; }

    /// <summary>How the year was found where the document does not state it.</summary>
    public string? YearDerivation { get; init; }

    /// <summary>The place as stated.</summary>
    public string? StatedPlace { get; init; }

    /// <summary>The words by which the document calls the event.</summary>
    public IReadOnlyList<StatedText>? TypesStated { get; init; }

    /// <summary>Other titles of the event in the document.</summary>
    public IReadOnlyList<StatedText>? OtherTitles { get; init; }

    /// <summary>The series it belongs to, in words.</summary>
    public string? Series { get; init; }

    /// <summary>For whom it was held.</summary>
    public StatedAudience? Audience { get; init; }

    /// <summary>What it was about.</summary>
    public IReadOnlyList<StatedText>? Topics { get; init; }

    /// <summary>Who spoke, was quoted or was interviewed.</summary>
    public IReadOnlyList<StatedSpeaker>? Speakers { get; init; }

    /// <summary>What was said, by whom and how (domain rule 17).</summary>
    public IReadOnlyList<Statement>? Statements { get; init; }

    /// <summary>What came of it.</summary>
    public IReadOnlyList<StatedOutcome>? Outcomes { get; init; }

    /// <summary>Documents that the source names.</summary>
    public IReadOnlyList<StatedDocument>? Documents { get; init; }

    /// <summary>What else the source says around the event.</summary>
    public IReadOnlyList<string>? Context { get; init; }

    /// <summary>Where the source contradicts itself or was read in one of several ways.</summary>
    public IReadOnlyList<string>? Inconsistencies { get; init; }

    /// <summary>Facts from other sources, each with its link.</summary>
    public IReadOnlyList<SupplementaryFact>? Supplements { get; init; }
}

/// <summary>Words as a source has them, with an English rendering where one is needed.</summary>
/// <param name="Text">The words in the source's language.</param>
/// <param name="English">The English rendering, or null where the words are English.</param>
public sealed record StatedText(string Text, string? English);

/// <summary>For whom an event was held.</summary>
/// <param name="Words">The words of the source with their rendering.</param>
/// <param name="Count">How many persons, or null.</param>
/// <param name="CountQualifier">How the number is meant, such as <c>MoreThan</c>, or null.</param>
/// <param name="Categories">The kinds of people, or null.</param>
public sealed record StatedAudience(StatedText? Words, int? Count, string? CountQualifier, IReadOnlyList<string>? Categories);

/// <summary>A person whom a source names, with every spelling and title it gives (domain rule 14).</summary>
/// <param name="OriginalName">The name as the source writes it.</param>
/// <param name="EnglishName">The name in Latin script.</param>
/// <param name="RussianName">The name in Cyrillic script, or null.</param>
/// <param name="Variants">Other spellings.</param>
/// <param name="Titles">Titles in English.</param>
/// <param name="OriginalTitles">Titles as the source writes them, or null.</param>
/// <param name="OrganisationKeys">Bodies the person stands for.</param>
/// <param name="Role">In what part, such as <c>Speaker</c> or <c>Interviewee</c>.</param>
/// <param name="Session">Title of the session the person spoke in, or null.</param>
public sealed record StatedSpeaker(
    string OriginalName, string EnglishName, string? RussianName, IReadOnlyList<string> Variants, IReadOnlyList<string> Titles,
    IReadOnlyList<string>? OriginalTitles, IReadOnlyList<string> OrganisationKeys, string Role, string? Session);

/// <summary>Something a person said.</summary>
/// <param name="By">Who.</param>
/// <param name="Kind">How: quotation, reported, stressed, affirmed, emphasised.</param>
/// <param name="Text">The words or their report, in English.</param>
public sealed record Statement(string By, string Kind, string Text);

/// <summary>What came of an event.</summary>
/// <param name="Kind">The kind of outcome.</param>
/// <param name="Words">The words of the source with their rendering.</param>
/// <param name="State">How far it was, such as <c>ToBeSigned</c>, or null.</param>
public sealed record StatedOutcome(string Kind, StatedText Words, string? State);

/// <summary>A document that a source names.</summary>
/// <param name="Kind">The kind of document.</param>
/// <param name="Title">Its title with a rendering.</param>
/// <param name="Parties">ISO codes of the states that are party to it, or null.</param>
/// <param name="State">How far it is, or null.</param>
/// <param name="Support">What support it had, or null.</param>
/// <param name="Aims">What it aims at, or null.</param>
/// <param name="Interviewee">Whom the interview is with, or null.</param>
/// <param name="MediaOrganisationKey">The outlet of the interview, or null.</param>
public sealed record StatedDocument(
    string Kind, StatedText Title, IReadOnlyList<string>? Parties, string? State, string? Support, IReadOnlyList<string>? Aims,
    string? Interviewee, string? MediaOrganisationKey);

/// <summary>A fact that another source states.</summary>
/// <param name="Fact">The fact, in English.</param>
/// <param name="Source">The link.</param>
/// <param name="Confidence">How sure it is: high, medium or low.</param>
public sealed record SupplementaryFact(string Fact, string Source, string Confidence);
