using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Says what a session, its tracks and its documents are in the reader's language.</summary>
public sealed class SessionSpeech(IStringLocalizer<SessionTexts> texts)
{
    private const double Kilobyte = 1024;

    /// <summary>What stands for the room of a session that takes all of them.</summary>
    public string AllRooms => texts["AllRoomsChosen"];

    public string Say(SessionState state) => texts[$"State.{state}"];

    public string Say(RoomLayout layout) => texts[$"Layout.{layout}"];

    public string Say(TrackColor color) => texts[$"Color.{color}"];

    /// <summary>The marking, which is the same in every language, with what it means.</summary>
    public string Say(Classification classification) => $"{classification.Marking()} – {texts[$"Classification.{classification}"]}";

    /// <summary>A language by its name in the reader's.</summary>
    public static string Language(string code) => CultureInfo.GetCultureInfo(code).DisplayName;

    /// <summary>Bytes in kilobytes or megabytes, one digit behind the point.</summary>
    public string Size(long bytes) => bytes < Kilobyte * Kilobyte ? texts["Kilobytes", Math.Max(1, Math.Round(bytes / Kilobyte))] : texts["Megabytes", Math.Round(bytes / Kilobyte / Kilobyte, 1)];

    /// <summary>How a state looks.</summary>
    public static Tone ToneOf(SessionState state) => state switch
    {
        SessionState.Draft => Tone.Neutral,
        SessionState.Nominated => Tone.Info,
        SessionState.Confirmed => Tone.Success,
        SessionState.Withdrawn => Tone.Warning,
        SessionState.Cancelled => Tone.Danger,
    };

    /// <summary>What can be said of a session in a state.</summary>
    public static IReadOnlyList<SessionState> NextOf(SessionState state) => state switch
    {
        SessionState.Draft => [SessionState.Nominated, SessionState.Confirmed, SessionState.Cancelled],
        SessionState.Nominated => [SessionState.Confirmed, SessionState.Draft, SessionState.Withdrawn, SessionState.Cancelled],
        SessionState.Confirmed => [SessionState.Draft, SessionState.Withdrawn, SessionState.Cancelled],
        SessionState.Withdrawn or SessionState.Cancelled => [SessionState.Draft],
    };
}
