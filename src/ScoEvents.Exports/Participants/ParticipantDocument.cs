using ScoEvents.Domain.Documents;

namespace ScoEvents.Exports.Participants;

/// <summary>
/// A document about the participants of one event in one language: a list, or the difference between two. Passport, visa and
/// contact data have no place in it, so that no writer can leak them.
/// </summary>
public abstract record ParticipantDocument
{
    private protected ParticipantDocument()
    {
    }

    /// <summary>The event's title.</summary>
    public required string EventTitle { get; init; }

    /// <summary>What the document is, such as "List of participants (provisional)".</summary>
    public required string Heading { get; init; }

    /// <summary>BCP 47 tag of the texts: en, ru, zh, hi or ur.</summary>
    public required string Language { get; init; }

    /// <summary>Direction of the whole layout.</summary>
    public required TextDirection Direction { get; init; }

    /// <summary>Marking of the document, printed on every page.</summary>
    public required Classification Classification { get; init; }

    /// <summary>Stands before the marking on every page, such as "Provisional"; null for a final document.</summary>
    public string? Standing { get; init; }

    /// <summary>Number and date in words, at the foot of every page, such as "List 3, 5 December 2026".</summary>
    public required string Edition { get; init; }

    /// <summary>What stands below the title, term and text, in the order to print.</summary>
    public required IReadOnlyList<ParticipantFact> Facts { get; init; }

    /// <summary>When it was issued; every date of the file is this one, never the clock's.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The words around the content.</summary>
    public required ParticipantLabels Labels { get; init; }

    /// <summary>Title of the file: what it is, and of which event.</summary>
    public string Title => $"{EventTitle} – {Heading}";

    /// <summary>The marking as it runs at the head of every page.</summary>
    public string RunningMarking => Standing is null ? Classification.Marking() : $"{Standing} · {Classification.Marking()}";

    /// <summary>Said in place of the tables where there is nothing to list.</summary>
    internal abstract string NothingSaid { get; }

    /// <summary>The content for paper: a table for each section.</summary>
    internal abstract ParticipantPages Pages();

    /// <summary>The content for spreadsheets: one table, a row a person.</summary>
    internal abstract ParticipantSheet Sheet();
}

/// <summary>A fact below the title.</summary>
/// <param name="Term">What it is of, such as "Dates".</param>
/// <param name="Text">The fact.</param>
public sealed record ParticipantFact(string Term, string Text);

/// <summary>The words around the content, in the document's language.</summary>
public sealed record ParticipantLabels
{
    /// <summary>"No."</summary>
    public required string Number { get; init; }

    /// <summary>"Side".</summary>
    public required string Side { get; init; }

    /// <summary>"Capacity".</summary>
    public required string Capacity { get; init; }

    /// <summary>"Role".</summary>
    public required string Role { get; init; }

    /// <summary>"Form of address".</summary>
    public required string Address { get; init; }

    /// <summary>"Name".</summary>
    public required string Name { get; init; }

    /// <summary>"Name in own script".</summary>
    public required string NativeName { get; init; }

    /// <summary>"Function".</summary>
    public required string Function { get; init; }

    /// <summary>"Body".</summary>
    public required string Body { get; init; }

    /// <summary>"Function and body", head of one column on paper.</summary>
    public required string FunctionAndBody { get; init; }

    /// <summary>"Category".</summary>
    public required string Category { get; init; }

    /// <summary>"Accreditation".</summary>
    public required string Status { get; init; }

    /// <summary>"Persons", before how many they are.</summary>
    public required string Persons { get; init; }

    /// <summary>"Change", head of a column.</summary>
    public required string Change { get; init; }

    /// <summary>"Before".</summary>
    public required string Before { get; init; }

    /// <summary>"Now".</summary>
    public required string Now { get; init; }

    /// <summary>"What differs".</summary>
    public required string Difference { get; init; }

    /// <summary>"Classification".</summary>
    public required string Classification { get; init; }

    /// <summary>"Page {0} of {1}"; the places of both numbers differ by language.</summary>
    public required string PageOfPages { get; init; }

    /// <summary>A sentence for a list without persons.</summary>
    public required string NoPersons { get; init; }

    /// <summary>A sentence for two lists that say the same.</summary>
    public required string NoChanges { get; init; }

    /// <summary>"List", name of the sheet with the table; at most 31 characters, none of <c>\ / ? * [ ] :</c>.</summary>
    public required string List { get; init; }

    /// <summary>"About this file", name of the sheet with the facts; bounds as of <see cref="List"/>.</summary>
    public required string About { get; init; }
}
