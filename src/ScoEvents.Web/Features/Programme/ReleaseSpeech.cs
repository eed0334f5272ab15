using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>One part of a session that differs, in words.</summary>
/// <param name="Part">What.</param>
/// <param name="Label">Its name.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record DifferenceWords(SessionPart Part, string Label, string Before, string After);

/// <summary>Says what releases hold and how they differ, in the language of whoever reads: on pages and in mails.</summary>
public sealed class ReleaseSpeech(IStringLocalizer<ReleaseTexts> texts, ProgrammeSpeech programme)
{
    public string Say(SessionChangeKind kind) => texts[$"Kind.{kind}"];

    public string Say(SessionPart part) => texts[$"Part.{part}"];

    public string Say(LeftOutSession left) => texts[$"LeftOut.{left.Reason}", left.Title.ForReader(), left.Room.IsEmpty ? texts["AllRooms"].Value : left.Room.ForReader()];

    /// <summary>How strongly a kind of change speaks.</summary>
    public static Tone ToneOf(SessionChangeKind kind) => kind switch
    {
        SessionChangeKind.New => Tone.Success,
        SessionChangeKind.Moved => Tone.Warning,
        SessionChangeKind.Changed => Tone.Info,
        SessionChangeKind.Cancelled => Tone.Danger,
    };

    /// <summary>Such as "Monday, 7 December 2026, 09:00–10:30".</summary>
    public string When(FrozenEntry entry) =>
        texts["DayAndTime", DateWords.WithWeekday(DateOnly.FromDateTime(entry.Start), PortalLanguages.Current), programme.Say(new DraftSlot(Guid.Empty, entry.Start, entry.End))];

    /// <summary>The room with its building, or all rooms.</summary>
    public string Where(FrozenEntry entry) => (entry.IsAllRooms, entry.Venue.IsEmpty) switch
    {
        (true, _) => texts["AllRooms"],
        (false, true) => entry.Room.ForReader(),
        (false, false) => texts["RoomInVenue", entry.Room.ForReader(), entry.Venue.ForReader()],
    };

    /// <summary>What differs in a session, part by part, each as it was and as it is; nothing for one that is new or gone.</summary>
    public IReadOnlyList<DifferenceWords> Say(SessionDifference difference) => difference is { Before: { } before, After: { } after }
        ? [.. difference.Parts.Select(part => new DifferenceWords(part, Say(part), Say(part, before), Say(part, after))).Select(Tell)]
        : [];

    /// <summary>A person with function, side and time.</summary>
    public string Person(FrozenSpeaker person)
    {
        var facts = Facts(person);
        return facts.Length == 0 ? person.Name.ForReader() : texts["PersonWithFacts", person.Name.ForReader(), facts];
    }

    /// <summary>Function, side and time of a person; empty where nothing is known.</summary>
    public string Facts(FrozenSpeaker person) => PortalLanguages.Current.Join(
        person.Function.ForReader(), person.Side.ForReader(), person.Minutes is { } minutes ? texts["Minutes", minutes].Value : null);

    private string Say(SessionPart part, FrozenEntry entry) => part switch
    {
        SessionPart.Time => When(entry),
        SessionPart.Room => Where(entry),
        SessionPart.Title => entry.Title.ForReader(),
        SessionPart.Type => programme.Say(entry.Type),
        SessionPart.Access => programme.Say(entry.Access),
        SessionPart.Classification => entry.Classification.Marking(),
        SessionPart.Track => entry.Track?.Name.ForReader() ?? Nothing,
        SessionPart.Chair => entry.Chair is { } chair ? Person(chair) : Nothing,
        SessionPart.Speakers => List(entry.Speakers.Select(Person)),
        SessionPart.Interpretation => List(entry.InterpretedInto.Select(Language)),
        SessionPart.AgendaItems => List(entry.AgendaItems.Select((item, index) => string.Create(CultureInfo.CurrentCulture, $"{index + 1}. {item.Title.ForReader()}"))),
        SessionPart.Abstract => entry.Abstract.IsEmpty ? Nothing : entry.Abstract.ForReader(),
    };

    // What differs in a language that the reader does not see, or in what is not told here, would look the same on both sides.
    private DifferenceWords Tell(DifferenceWords words) =>
        words.Before == words.After ? words with { After = texts["ElsewhereChanged", words.After] } : words;

    private string Nothing => texts["Nothing"];

    private string List(IEnumerable<string> words)
    {
        var list = words.ToList();
        return list.Count == 0 ? Nothing : string.Join(texts["Semicolon"], list);
    }

    /// <summary>The name of a language in the reader's, such as "Russian".</summary>
    /// <remarks>The names that the platform has for languages come in the language of whoever asked first.</remarks>
    public string Language(string code) => texts[$"Language.{code}"];

    /// <summary>How many sessions differ, by kind: "2 sessions move, 1 is new".</summary>
    public string Count(IReadOnlyCollection<SessionDifference> sessions) => Join(Enum.GetValues<SessionChangeKind>()
        .Select(kind => (kind, count: sessions.Count(session => session.Kind == kind))).Where(pair => pair.count > 0).Select(pair => texts.Counted($"Count.{pair.kind}", pair.count)));

    /// <summary>The question before the next release is published: what moves, and who is told.</summary>
    public string Ask(ReleasePreview preview) => texts["Publish.Ask", preview.Number, Join(
    [
        .. new (SessionChangeKind Kind, int Count)[]
        {
            (SessionChangeKind.Moved, preview.Moved.Count), (SessionChangeKind.Cancelled, preview.Cancelled.Count),
            (SessionChangeKind.New, preview.New.Count), (SessionChangeKind.Changed, preview.Changed.Count),
        }.Where(pair => pair.Count > 0).Select(pair => texts.Counted($"Count.{pair.Kind}", pair.Count)),
        texts.Counted("Publish.Delegations", preview.NotifiedSides),
        .. preview.NotifiedSpeakers > 0 ? new[] { texts.Counted("Publish.Speakers", preview.NotifiedSpeakers) } : [],
    ])];

    /// <summary>The question before a release is loaded back: what will happen.</summary>
    public string Ask(LoadPreview preview) =>
        texts["Load.Ask", Outcome(preview)] + (preview.LeftOut.Count == 0 ? "" : " " + texts.Counted("Load.LeftOut", preview.LeftOut.Count));

    /// <summary>What loading a release back has done.</summary>
    public string Tell(LoadPreview outcome) => texts["Load.Told", Outcome(outcome)];

    private string Outcome(LoadPreview preview) => preview.IsUnchanged ? texts["Load.NothingElse"] : Join(
        new (string Key, int Count)[]
        {
            ("Load.Returning", preview.Returning.Count), ("Load.Moving", preview.Moving.Count), ("Load.Changing", preview.Changing.Count), ("Load.Leaving", preview.Leaving.Count),
        }.Where(pair => pair.Count > 0).Select(pair => texts.Counted(pair.Key, pair.Count)));

    private string Join(IEnumerable<string> parts) => PortalLanguages.Current.Join(parts);
}
