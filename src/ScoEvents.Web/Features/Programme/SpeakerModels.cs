using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What is looked for among the people of an event.</summary>
/// <param name="Text">Part of a name in any spelling, or null.</param>
/// <param name="Page">From 1.</param>
/// <param name="Language">The language whose alphabet orders the list.</param>
public sealed record SpeakerFilter(string? Text, int Page, string Language);

/// <summary>A page of the people of an event.</summary>
/// <param name="Rows">The people.</param>
/// <param name="Everybody">How many there are.</param>
/// <param name="Found">How many were found.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">How many pages, at least 1.</param>
/// <param name="CanChange">Whether the actor may change them.</param>
public sealed record SpeakersPageRows(IReadOnlyList<SpeakerRow> Rows, int Everybody, int Found, int Page, int Pages, bool CanChange);

/// <summary>A person in the list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">The name in all its spellings.</param>
/// <param name="Function">What the person is, or empty.</param>
/// <param name="Side">Name of the side on the event's first day, or null.</param>
/// <param name="SideCode">ISO code where the side is a state, or null.</param>
/// <param name="Sessions">Titles of the sessions that name the person.</param>
/// <param name="Version">Row version.</param>
public sealed record SpeakerRow(
    Guid Id, LocalizedText Name, LocalizedText Function, LocalizedText? Side, string? SideCode, IReadOnlyList<LocalizedText> Sessions, uint Version);

/// <summary>A person as the form shows it.</summary>
/// <param name="Form">As stored, or empty for a new person.</param>
/// <param name="Sides">Every side.</param>
/// <param name="Sessions">Titles of the sessions that name the person.</param>
public sealed record SpeakerEdit(SpeakerForm Form, IReadOnlyList<SideChoice> Sides, IReadOnlyList<LocalizedText> Sessions);

/// <summary>Somebody who may be the same person under another spelling.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">The name in all its spellings.</param>
/// <param name="Function">What the person is, or empty.</param>
/// <param name="Side">Name of the side, or null.</param>
/// <param name="Version">Row version.</param>
public sealed record AlikeSpeaker(Guid Id, LocalizedText Name, LocalizedText Function, LocalizedText? Side, uint Version);
