using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The choices of a session's form in words.</summary>
public sealed record SessionOptions
{
    public required IReadOnlyList<SelectOption<SessionType?>> Types { get; init; }

    public required IReadOnlyList<SelectOption<SessionAccess?>> Accesses { get; init; }

    public required IReadOnlyList<SelectOption<Classification?>> Classifications { get; init; }

    public required IReadOnlyList<SelectOption<Guid?>> Tracks { get; init; }

    public required IReadOnlyList<SelectOption<DateOnly?>> Days { get; init; }

    public required IReadOnlyList<SelectOption<Guid?>> Rooms { get; init; }

    public required IReadOnlyList<SelectOption<RoomLayout?>> Layouts { get; init; }

    public required IReadOnlyList<SelectOption<Guid>> Speakers { get; init; }

    public required IReadOnlyList<SelectOption<Guid?>> Chairs { get; init; }

    public required IReadOnlyList<SelectOption<string>> Languages { get; init; }

    public required IReadOnlyList<SelectOption<Guid>> Teams { get; init; }
}

/// <summary>Puts what can be chosen for a session into words.</summary>
public sealed class SessionWords(ProgrammeSpeech programme, SessionSpeech speech)
{
    /// <summary>Everything that the form of a session offers.</summary>
    public SessionOptions Offer(SessionEdit edit)
    {
        var (choices, form) = (edit.Choices, edit.Form);
        var speakers = choices.Speakers.Select(speaker => new SelectOption<Guid>(
            speaker.Id, PortalLanguages.Current.Join(speaker.Name.ForReader(), speaker.Side?.ForReader()))
        {
            Language = speaker.Name.For(PortalLanguages.Current.Code) is { IsReaders: false } other ? other.Language : null,
        }).ToList();
        return new SessionOptions
        {
            Types = [.. Enum.GetValues<SessionType>().Select(type => new SelectOption<SessionType?>(type, programme.Say(type)))],
            Accesses = [.. Enum.GetValues<SessionAccess>().Select(access => new SelectOption<SessionAccess?>(access, programme.Say(access)))],
            Classifications = [.. Enum.GetValues<Classification>().Select(classification => new SelectOption<Classification?>(classification, speech.Say(classification)))],
            Tracks = [.. choices.Tracks.Select(track => new SelectOption<Guid?>(track.Id, track.Name.ForReader()))],
            // A session left outside when the days of the event changed keeps its day to choose.
            Days = [.. choices.Days.Append(form.Day ?? choices.Days.FirstOrDefault()).Where(day => day != default).Distinct().Order()
                .Select(day => new SelectOption<DateOnly?>(day, ProgrammeSpeech.Day(day)))],
            Rooms = [.. choices.Rooms.Select(room => new SelectOption<Guid?>(room.Id, room.Name.ForReader(), room.Venue.ForReader()))],
            Layouts = [.. Enum.GetValues<RoomLayout>().Select(layout => new SelectOption<RoomLayout?>(layout, speech.Say(layout)))],
            Speakers = speakers,
            Chairs = [.. speakers.Select(option => new SelectOption<Guid?>(option.Value, option.Text))],
            Languages = [.. InterpretationLanguages.All.Select(code => new SelectOption<string>(code, SessionSpeech.Language(code)))],
            Teams = [.. choices.Teams.Select(team => new SelectOption<Guid>(team.Id, $"{team.Name} ({PortalLanguages.Current.List(team.Languages.Select(SessionSpeech.Language))})"))],
        };
    }

    /// <summary>The place and time of a stored session in words; empty while it has none.</summary>
    public string Slot(SessionEdit edit)
    {
        var form = edit.Form;
        if (form is not { Day: { } day, StartsAt: { } start, EndsAt: { } end })
        {
            return "";
        }

        var startsAt = day.ToDateTime(start);
        var endsAt = (form.EndsNextDay || end == TimeOnly.MinValue ? day.AddDays(1) : day).ToDateTime(end);
        var room = form.AllRooms ? speech.AllRooms : edit.Choices.Rooms.FirstOrDefault(candidate => candidate.Id == form.RoomId)?.Name.ForReader() ?? "";
        return string.Join(" · ", new[] { ProgrammeSpeech.Day(day), programme.Say(new DraftSlot(form.RoomId, startsAt, endsAt)), room }.Where(part => part.Length > 0));
    }
}
