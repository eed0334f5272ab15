using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Exports;
using ScoEvents.Exports.Participants;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Exports;

namespace ScoEvents.Web.Features.Participants;

/// <summary>The lists of an event, latest first, with what the next one would hold.</summary>
/// <param name="CanIssue">Whether the reader may issue one.</param>
/// <param name="Kinds">The kinds that can follow.</param>
/// <param name="Accredited">Persons who would stand on it.</param>
/// <param name="AccreditedSides">Sides of those.</param>
/// <param name="Open">Persons whose accreditation is not decided.</param>
/// <param name="OpenSides">Sides of both together.</param>
/// <param name="Others">Persons who stand on no list: drafts, refused, suspended, reserve.</param>
public sealed record ParticipantLists(
    bool CanIssue, IReadOnlyList<ListLine> Lines, IReadOnlyList<SnapshotKind> Kinds, int Accredited, int AccreditedSides, int Open, int OpenSides, int Others)
{
    /// <summary>The number of the next list.</summary>
    public int NextNumber => Lines.Count == 0 ? 1 : Lines[0].Number + 1;
}

/// <summary>One issued list.</summary>
/// <param name="IssuedAt">In the event's zone.</param>
/// <param name="IssuedBy">Name of the issuer, or null where the account is gone.</param>
public sealed record ListLine(int Number, SnapshotKind Kind, DateTimeOffset IssuedAt, string? IssuedBy, string? Remark, int Persons, int Sides);

/// <summary>A list with its persons in order; erased persons are lines without a name.</summary>
public sealed record ListDetails(ListLine Line, IReadOnlyList<int> Numbers, IReadOnlyList<SnapshotEntry> Entries);

/// <summary>How a list differs from another.</summary>
/// <param name="To">The other list; null for what would be issued now.</param>
/// <param name="Numbers">All lists, latest first.</param>
/// <param name="Changes">In protocol order.</param>
public sealed record ListDifference(ListLine From, ListLine? To, IReadOnlyList<int> Numbers, IReadOnlyList<SnapshotChange> Changes);

/// <summary>What of a list is asked for as a file.</summary>
/// <param name="Alphabet">Which alphabet orders the states; null for the practice of the SCO, see <see cref="ProtocolOrder.Practice"/>.</param>
/// <param name="Language">Code of a language of the portal.</param>
public sealed record ListFileOptions(ProtocolAlphabet? Alphabet, string? Language)
{
    /// <summary>How lines are ordered in it.</summary>
    public SideOrder Order => new(Alphabet ?? ProtocolOrder.Practice, Language ?? "en");
}

/// <summary>A document about participants with what its file is called.</summary>
/// <param name="Document">The content.</param>
/// <param name="Slug">The event's.</param>
/// <param name="Content">What the file holds and how final it is, such as <c>participants-3-final</c>.</param>
public sealed record ParticipantFile(ParticipantDocument Document, string Slug, string Content)
{
    /// <summary>The name tells content, number, standing, language and marking, so that no file travels without its marking.</summary>
    public ExportFileName NameAs(ExportFormat format) => new()
    {
        Stem = Slug,
        Content = Content,
        Language = Document.Language,
        Classification = Document.Classification.Marking(),
        Extension = format.Extension(),
    };
}
