using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Badges;

/// <summary>Badges of one event in one language, in the order in which they are printed. Passport and contact data have no place in it.</summary>
public sealed record BadgeDocument
{
    /// <summary>BCP 47 tag of the labels.</summary>
    public required string Language { get; init; }

    /// <summary>Direction of the labels.</summary>
    public required TextDirection Direction { get; init; }

    /// <summary>Title of the file, for readers of PDF.</summary>
    public required string Title { get; init; }

    /// <summary>What stands at the head of every badge.</summary>
    public required BadgeEvent Event { get; init; }

    /// <summary>The fixed words.</summary>
    public required BadgeLabels Labels { get; init; }

    /// <summary>Sheets of four with cut marks, or one badge a page.</summary>
    public required BadgeLayout Layout { get; init; }

    /// <summary>The paper of a sheet; a single badge makes its own.</summary>
    public PaperSize Paper { get; init; }

    /// <summary>The badges, at least one.</summary>
    public required IReadOnlyList<BadgeCard> Cards { get; init; }
}

/// <summary>How badges lie on paper.</summary>
public enum BadgeLayout
{
    /// <summary>Four a sheet, fronts and backs on facing pages: the backs fit when the sheet is turned over its long edge.</summary>
    Sheet,

    /// <summary>A page of the badge's own size for each side.</summary>
    Single,
}

/// <summary>The event on its badges.</summary>
/// <param name="Title">In the document's language.</param>
/// <param name="Dates">In words, such as "7–8 December 2026".</param>
/// <param name="Place">City, or null where it is not known.</param>
public sealed record BadgeEvent(string Title, string Dates, string? Place);

/// <summary>The fixed words of a badge.</summary>
/// <param name="Zones">"Zones"</param>
/// <param name="Valid">"Valid"</param>
/// <param name="Number">"No."</param>
/// <param name="Notice">"Personal. To be worn visibly …"</param>
/// <param name="CodeOf">"Code of badge {0}", for those who hear a page.</param>
/// <param name="PhotoOf">"Photo of {0}"</param>
public sealed record BadgeLabels(string Zones, string Valid, string Number, string Notice, string CodeOf, string PhotoOf);

/// <summary>One person's badge.</summary>
public sealed record BadgeCard
{
    /// <summary>Running number within the event, from 1.</summary>
    public required int Serial { get; init; }

    /// <summary>Given names in Latin script.</summary>
    public required string GivenNames { get; init; }

    /// <summary>Family name in Latin script; printed in capitals.</summary>
    public required string FamilyName { get; init; }

    /// <summary>The name in its own script, or null where that is Latin.</summary>
    public string? NativeName { get; init; }

    /// <summary>Function, or null.</summary>
    public string? Function { get; init; }

    /// <summary>Body, or null.</summary>
    public string? Body { get; init; }

    /// <summary>Name of the side.</summary>
    public required string Side { get; init; }

    /// <summary>ISO code of the state, or null for an organization. It decides how Arabic letters are drawn, see <see cref="NativeScript"/>.</summary>
    public string? StateCode { get; init; }

    /// <summary>Part in the delegation, in words.</summary>
    public required string Role { get; init; }

    /// <summary>The color of the category; the words beside it say the same.</summary>
    public required BadgeTone Tone { get; init; }

    /// <summary>Names of the zones it opens; empty where the event has none.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>When it admits, in words.</summary>
    public required string Valid { get; init; }

    /// <summary>The signed text of the square code.</summary>
    public required string Payload { get; init; }

    /// <summary>The photo, or null.</summary>
    public BadgePhoto? Photo { get; init; }
}

/// <summary>A photo as the portal keeps it: checked and written anew.</summary>
/// <param name="ContentType"><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>.</param>
/// <param name="Bytes">The picture.</param>
public sealed record BadgePhoto(string ContentType, byte[] Bytes);

/// <summary>Categories that a guard tells apart from ten steps away.</summary>
public enum BadgeTone
{
    /// <summary>Heads and deputy heads.</summary>
    Head,

    /// <summary>Members, advisers, experts.</summary>
    Delegate,

    /// <summary>Interpreters, protocol, support.</summary>
    Support,

    /// <summary>Security.</summary>
    Security,

    /// <summary>Press.</summary>
    Press,
}
