using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Translations;

/// <summary>Which text of an event it is.</summary>
public enum TextKind
{
    /// <summary>The event's title.</summary>
    EventTitle,

    /// <summary>The city.</summary>
    EventCity,

    /// <summary>What readers are told of a postponement.</summary>
    EventNotice,

    /// <summary>A venue's name.</summary>
    VenueName,

    /// <summary>A venue's address.</summary>
    VenueAddress,

    /// <summary>A room's name.</summary>
    RoomName,

    /// <summary>A track's name.</summary>
    TrackName,

    /// <summary>A session's title.</summary>
    SessionTitle,

    /// <summary>What a session is about.</summary>
    SessionAbstract,

    /// <summary>The title of an item of a session's agenda.</summary>
    AgendaItem,

    /// <summary>A speaker's name.</summary>
    SpeakerName,

    /// <summary>What a speaker is.</summary>
    SpeakerFunction,

    /// <summary>Who a speaker is, at length.</summary>
    SpeakerBiography,

    /// <summary>The title of a document of a session.</summary>
    DocumentTitle,

    /// <summary>The name of an access zone on badges.</summary>
    ZoneName,
}

/// <summary>A text of an event that somebody has written in at least one language.</summary>
/// <param name="Kind">Which it is.</param>
/// <param name="Id">What it belongs to: the event, a room, a session, a speaker, a document, a zone.</param>
/// <param name="Index">Its place among several of the kind in one, from 0.</param>
/// <param name="Text">All its forms.</param>
/// <param name="Of">The name of what it belongs to, where that is not the text itself.</param>
/// <param name="Version">Row version of what it belongs to.</param>
public sealed record EventText(TextKind Kind, Guid Id, int Index, LocalizedText Text, LocalizedText? Of, uint Version)
{
    /// <summary>The session in whose editor it is changed; null where it belongs to none.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Whether it can be written in the list itself; the others have their own page only.</summary>
    public bool CanBeWrittenHere => Kind is not (TextKind.EventNotice or TextKind.ZoneName);

    /// <summary>Whether it may have several lines.</summary>
    public bool IsLong => Kind is TextKind.SessionAbstract or TextKind.SpeakerBiography;
}

/// <summary>All texts of an event, and in which languages they are wanted.</summary>
/// <param name="Form">What the event says, as its form shows it.</param>
/// <param name="Wanted">The languages in which texts are wanted, in the portal's order.</param>
/// <param name="Texts">In the order of kinds, then of the programme.</param>
/// <param name="CanChange">Whether the reader may write them.</param>
public sealed record EventTexts(EventLanguagesForm Form, IReadOnlyList<string> Wanted, IReadOnlyList<EventText> Texts, bool CanChange)
{
    /// <summary>How far each wanted language is.</summary>
    public IReadOnlyList<LanguageShare> Shares { get; } = [.. Wanted.Select(language => new LanguageShare(language, Texts.Count(text => text.Text[language] is not null), Texts.Count))];

    /// <summary>Every gap: a text and a wanted language that it lacks, text by text.</summary>
    public IReadOnlyList<(EventText Text, string Language)> Gaps { get; } = [.. Texts.SelectMany(text => text.Text.Missing(Wanted), (text, language) => (text, language))];
}

/// <summary>How many of an event's texts exist in a language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Written">Texts that exist in it.</param>
/// <param name="All">Texts that exist in any.</param>
public sealed record LanguageShare(string Language, int Written, int All)
{
    /// <summary>In whole percent, rounded down, so that 100 means all; 100 where there is nothing to write.</summary>
    public int Percent => All == 0 ? 100 : Written * 100 / All;
}
