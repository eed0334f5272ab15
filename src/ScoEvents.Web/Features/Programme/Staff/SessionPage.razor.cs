using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
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
    private SessionOptions? _choices;
    private EventHead? _head;
    private Error? _refused;
    private PortalForm? _portalForm;
    private SpeakerDialog? _speakerDialog;
    private ConfirmDialog? _confirm;

    [Inject]
    public required ProgrammeService Service { get; init; }

    [Inject]
    public required SessionQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required SessionWords Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SessionTexts> Words { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required UndoShelf Undo { get; init; }

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
        var (id, was, state) = (SessionId!.Value, _edit!.Form.Copy(), _edit.State);
        var title = was.Title.ToText().ForReader();
        // Documents do not come back, so only what has some is asked about.
        var canUndo = _edit.Documents == 0;
        if (!canUndo && !await _confirm!.AskAsync(Texts["DeleteTitle"], $"{Texts["DeleteText", title]} {Words["DeleteDocuments", _edit.Documents]}", Texts["Delete"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            var deleted = await Service.DeleteSessionAsync(actor, EventId, id, _form.Version, Lifetime);
            if (deleted.IsSuccess && canUndo)
            {
                Undo.Offer(title, EventRoutes.Session(EventId, id), (again, cancellation) => Service.RestoreSessionAsync(again, EventId, id, was, state, cancellation));
            }

            await FinishAsync(actor, deleted);
        });
    }

    // What was typed and not yet saved stays; only what the change itself touches is read again.
    private async Task OnChangeStateAsync(SessionState state)
    {
        if (state is SessionState.Withdrawn or SessionState.Cancelled && !await _confirm!.AskAsync(
            Words[$"Do.{state}"], Words[_edit!.IsScheduled ? "OffFreesSlot" : "OffText", _edit.Form.Title.ToText().ForReader(), Speech.Slot(_edit)], Words[$"Do.{state}"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            _stored = null;
            var changed = await Service.ChangeStateAsync(actor, EventId, SessionId!.Value, state, _form.Version, Lifetime);
            if (!changed.IsSuccess)
            {
                await FinishAsync(actor, changed);
                return;
            }

            var edit = await Queries.GetAsync(actor, EventId, SessionId, Lifetime);
            if (edit.IsSuccess)
            {
                (_edit, _form.Version) = (edit.Value, edit.Value.Form.Version);
                if (!_edit.IsScheduled)
                {
                    (_form.Day, _form.RoomId, _form.AllRooms, _form.StartsAt, _form.EndsAt, _form.EndsNextDay) = (null, null, false, null, null, false);
                }
            }
        });
    }

    private Task OnKeepMineAsync()
    {
        _form.Version = _stored!.Version;
        return OnSaveAsync();
    }

    private void OnTakeTheirs() => (_form, _stored) = (_stored!, null);

    private Task OnSpeakerSavedAsync(Guid speakerId) => TryAsync(async actor =>
    {
        var edit = await Queries.GetAsync(actor, EventId, SessionId, Lifetime);
        if (edit.IsSuccess)
        {
            _choices = Speech.Offer(edit.Value);
            if (!_form.Speakers.Exists(part => part.SpeakerId == speakerId))
            {
                _form.Speakers = [.. _form.Speakers, speakerId];
            }
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
                var edit = await Queries.GetAsync(actor, EventId, SessionId, Lifetime);
                _refused = edit.Error;
                if (edit.IsSuccess)
                {
                    (_edit, _stored, _choices) = (edit.Value, edit.Value.Form.Copy(), Speech.Offer(edit.Value));
                }

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
        var edit = await Queries.GetAsync(actor, EventId, SessionId, Lifetime);
        var head = edit.IsSuccess ? await Events.GetHeadAsync(actor, EventId, Lifetime) : edit.Error!;
        if (!head.IsSuccess)
        {
            _refused = head.Error;
            return;
        }

        (_head, _edit, _choices, _form) = (head.Value, edit.Value, Speech.Offer(edit.Value), edit.Value.Form.Copy());
        if (SessionId is null && Day is { } day && _edit.Choices.Days.Contains(day))
        {
            _form.Day = day;
        }
    }

    private string ByAccess() => new SessionForm { Access = _form.Access }.MarkedAs.Marking();

    private static int? LengthOf(SessionForm form)
    {
        if (form is not { StartsAt: { } start, EndsAt: { } end })
        {
            return null;
        }

        var minutes = (int)(end - start).TotalMinutes;
        return form.EndsNextDay && end > start ? minutes + (24 * 60) : minutes;
    }
}
