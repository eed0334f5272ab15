using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class SessionPage
{
    private SessionForm _form = new();
    private SessionForm? _stored;
    private SessionEdit? _edit;
    private EventHead? _head;
    private Error? _refused;
    private PortalForm? _portalForm;
    private SpeakerDialog? _speakerDialog;
    private ConfirmDialog? _confirm;
    private IReadOnlyList<SelectOption<SessionType?>> _types = [];
    private IReadOnlyList<SelectOption<SessionAccess?>> _accesses = [];
    private IReadOnlyList<SelectOption<DateOnly?>> _days = [];
    private IReadOnlyList<SelectOption<Guid?>> _rooms = [];
    private IReadOnlyList<SelectOption<Guid?>> _chairs = [];
    private IReadOnlyList<SelectOption<Guid>> _speakers = [];

    [Inject]
    public required ProgrammeService Service { get; init; }

    [Inject]
    public required ProgrammeQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ProgrammeSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [Parameter]
    public Guid? SessionId { get; set; }

    /// <summary>The day that a new session starts with.</summary>
    [SupplyParameterFromQuery]
    public DateOnly? Day { get; set; }

    protected override Task OnInitializedAsync() => ShowAsync(LoadAsync);

    private Task OnSaveAsync() => TryAsync(async actor =>
    {
        _stored = null;
        Result saved = SessionId is { } id
            ? await Service.EditSessionAsync(actor, EventId, id, _form, Lifetime)
            : await Service.AddSessionAsync(actor, EventId, _form, Lifetime);
        await FinishAsync(actor, saved);
    });

    private Task OnUnscheduleAsync() => TryAsync(async actor =>
        await FinishAsync(actor, await Service.UnscheduleSessionAsync(actor, EventId, SessionId!.Value, _form.Version, Lifetime)));

    private async Task OnDeleteAsync()
    {
        var title = _edit!.Form.Title.ToText().ForReader();
        if (await _confirm!.AskAsync(Texts["DeleteTitle"], Texts["DeleteText", title], Texts["Delete"], isDangerous: true))
        {
            await TryAsync(async actor => await FinishAsync(actor, await Service.DeleteSessionAsync(actor, EventId, SessionId!.Value, _form.Version, Lifetime)));
        }
    }

    private Task OnKeepMineAsync()
    {
        _form.Version = _stored!.Version;
        return OnSaveAsync();
    }

    private void OnTakeTheirs() => (_form, _stored) = (_stored!, null);

    private Task OnSpeakerAddedAsync(Guid speakerId) => TryAsync(async actor =>
    {
        var edit = await Queries.GetSessionAsync(actor, EventId, SessionId, Lifetime);
        if (edit.IsSuccess)
        {
            Offer(edit.Value);
            _form.Speakers = [.. _form.Speakers, speakerId];
        }
    });

    private async Task FinishAsync(Actor actor, Result result)
    {
        switch (result.Error)
        {
            case null:
                Navigation.NavigateTo(PortalRoutes.StaffProgramme(EventId));
                break;
            case { Kind: ErrorKind.Stale }:
                var edit = await Queries.GetSessionAsync(actor, EventId, SessionId, Lifetime);
                (_stored, _refused) = (edit.IsSuccess ? edit.Value.Form : null, edit.Error);
                break;
            case { Kind: ErrorKind.NotFound }:
                _refused = result.Error;
                break;
            default:
                _portalForm!.ShowErrors(Errors.Say(result));
                break;
        }
    }

    private async Task LoadAsync(Actor actor)
    {
        var edit = await Queries.GetSessionAsync(actor, EventId, SessionId, Lifetime);
        var head = edit.IsSuccess ? await Events.GetHeadAsync(actor, EventId, Lifetime) : edit.Error!;
        if (!head.IsSuccess)
        {
            _refused = head.Error;
            return;
        }

        _types = [.. Enum.GetValues<SessionType>().Select(type => new SelectOption<SessionType?>(type, Speech.Say(type)))];
        _accesses = [.. Enum.GetValues<SessionAccess>().Select(access => new SelectOption<SessionAccess?>(access, Speech.Say(access)))];
        Offer(edit.Value);
        (_head, _edit, _form) = (head.Value, edit.Value, Copy(edit.Value.Form));
        if (SessionId is null && Day is { } day && _edit.Days.Contains(day))
        {
            _form.Day = day;
        }
    }

    private void Offer(SessionEdit edit)
    {
        _days = [.. edit.Days.Append(edit.Form.Day ?? edit.Days.FirstOrDefault()).Where(day => day != default).Distinct().Order().Select(day => new SelectOption<DateOnly?>(day, ProgrammeSpeech.Day(day)))];
        _rooms = [.. edit.Rooms.Select(room => new SelectOption<Guid?>(room.Id, room.Name.ForReader(), room.Venue.ForReader()))];
        _speakers = [.. edit.Speakers.Select(speaker => new SelectOption<Guid>(
            speaker.Id, string.Join(", ", new[] { speaker.Name.ForReader(), speaker.Side?.ForReader() ?? "" }.Where(part => part.Length > 0))))];
        _chairs = [.. _speakers.Select(option => new SelectOption<Guid?>(option.Value, option.Text))];
    }

    // The page names the stored session while the form is being changed.
    private static SessionForm Copy(SessionForm form) => new()
    {
        Type = form.Type,
        Access = form.Access,
        Title = form.Title.ToText().ToInput(),
        Abstract = form.Abstract.ToText().ToInput(),
        Day = form.Day,
        RoomId = form.RoomId,
        StartsAt = form.StartsAt,
        EndsAt = form.EndsAt,
        EndsNextDay = form.EndsNextDay,
        ChairId = form.ChairId,
        Speakers = [.. form.Speakers],
        Version = form.Version,
    };

    private IReadOnlyList<VersionDifference> Differences()
    {
        var (mine, theirs) = (_form, _stored!);
        VersionDifference Row(string key, Func<SessionForm, string?> say) => new(Texts[key], say(mine) ?? "", say(theirs) ?? "");
        string Names(IEnumerable<Guid> ids) => string.Join("; ", ids.Select(id => _speakers.FirstOrDefault(speaker => speaker.Value == id)?.Text ?? "?"));
        return VersionDifference.Among(
        [
            Row("Type", form => form.Type is { } type ? Speech.Say(type) : null),
            Row("Access", form => form.Access is { } access ? Speech.Say(access) : null),
            .. VersionDifference.Of(Texts["Title"], mine.Title, theirs.Title),
            Row("Day", form => form.Day is { } day ? ProgrammeSpeech.Day(day) : null),
            Row("Room", form => _rooms.FirstOrDefault(room => room.Value == form.RoomId)?.Text),
            Row("StartsAt", form => form.StartsAt?.ToString("HH:mm", CultureInfo.CurrentCulture)),
            Row("EndsAt", form => form.EndsAt?.ToString("HH:mm", CultureInfo.CurrentCulture)),
            Row("EndsNextDay", form => form.EndsNextDay ? Texts["Yes"] : Texts["No"]),
            Row("Chair", form => form.ChairId is { } chair ? Names([chair]) : null),
            Row("Speakers", form => Names(form.Speakers)),
            .. VersionDifference.Of(Texts["Abstract"], mine.Abstract, theirs.Abstract),
        ]);
    }
}
