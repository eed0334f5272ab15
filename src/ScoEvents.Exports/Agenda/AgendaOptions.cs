using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;

namespace ScoEvents.Exports.Agenda;

/// <summary>How much an agenda tells of each session.</summary>
public enum AgendaDetail
{
    /// <summary>Times, titles and rooms.</summary>
    Titles,

    /// <summary>Also who presides and speaks, and the points of the session's agenda.</summary>
    WithSpeakers,

    /// <summary>Everything, abstracts as well.</summary>
    WithAbstracts,
}

/// <summary>A size of paper.</summary>
public enum PaperSize
{
    /// <summary>210 × 297 mm.</summary>
    A4,

    /// <summary>8.5 × 11 in.</summary>
    Letter,
}

/// <summary>The paper of a printed agenda.</summary>
/// <param name="Size">Its size.</param>
/// <param name="IsLandscape">True where the long side lies across.</param>
public sealed record AgendaPaper(PaperSize Size, bool IsLandscape)
{
    /// <summary>Width as it lies, in twentieths of a point.</summary>
    public int WidthInTwips => IsLandscape ? LongSide : ShortSide;

    /// <summary>Height as it lies, in twentieths of a point.</summary>
    public int HeightInTwips => IsLandscape ? ShortSide : LongSide;

    private int ShortSide => Size == PaperSize.A4 ? 11_906 : 12_240;

    private int LongSide => Size == PaperSize.A4 ? 16_838 : 15_840;
}

/// <summary>What somebody wants of an agenda. Every list that is empty asks for all; lists of different kinds narrow each other.</summary>
public sealed record AgendaOptions
{
    /// <summary>BCP 47 tag of the language: en, ru, zh, hi or ur.</summary>
    public required string Language { get; init; }

    /// <summary>The language printed beside it; null for none. Calendars have one language only and take no notice.</summary>
    public string? SecondLanguage { get; init; }

    /// <summary>Days of the place on which sessions begin.</summary>
    public IReadOnlyCollection<DateOnly> Days { get; init; } = [];

    /// <summary>Rooms; what takes all rooms is in each of them.</summary>
    public IReadOnlyCollection<Guid> Rooms { get; init; } = [];

    /// <summary>Tracks.</summary>
    public IReadOnlyCollection<Guid> Tracks { get; init; } = [];

    /// <summary>Sides for which somebody presides or speaks.</summary>
    public IReadOnlyCollection<Guid> Sides { get; init; } = [];

    /// <summary>Persons who preside or speak.</summary>
    public IReadOnlyCollection<Guid> Speakers { get; init; } = [];

    /// <summary>Single sessions.</summary>
    public IReadOnlyCollection<Guid> Sessions { get; init; } = [];

    /// <summary>How much is told of each session.</summary>
    public AgendaDetail Detail { get; init; } = AgendaDetail.WithAbstracts;

    /// <summary>The most restricted attendance that is told in full; more restricted sessions are printed as closed.</summary>
    public SessionAccess Access { get; init; } = SessionAccess.NamedPersons;

    /// <summary>The highest classification that is told in full; sessions above it are printed as closed.</summary>
    public Classification Ceiling { get; init; } = Classification.Red;

    /// <summary>Whether withdrawn sessions are in it, as calendars need them.</summary>
    public bool WithCancelled { get; init; }

    /// <summary>Whether anything but the whole agenda is asked for.</summary>
    public bool IsPart => Days.Count + Rooms.Count + Tracks.Count + Sides.Count + Speakers.Count + Sessions.Count > 0;

    /// <summary>The paper, for formats that have pages.</summary>
    public AgendaPaper Paper { get; init; } = new(PaperSize.A4, IsLandscape: false);
}

/// <summary>What a reader may know, whatever is asked for.</summary>
/// <param name="Access">The most restricted attendance whose sessions the reader may know.</param>
/// <param name="Ceiling">The highest classification the reader may know.</param>
/// <param name="MayReadDraft">Whether the reader may see what is not published.</param>
public sealed record AgendaRight(SessionAccess Access, Classification Ceiling, bool MayReadDraft)
{
    /// <summary>Everybody: sessions that are open and clear.</summary>
    public static AgendaRight Everybody { get; } = new(SessionAccess.Open, Classification.Clear, MayReadDraft: false);

    /// <summary>The staff of the event, who prepare the whole of it.</summary>
    public static AgendaRight Staff { get; } = new(SessionAccess.NamedPersons, Classification.Red, MayReadDraft: true);
}
