using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class SpeakerDialog
{
    private ElementReference _dialog;
    private string _titleId = "";
    private Guid? _speakerId;
    private SpeakerForm _form = new();
    private SpeakerForm? _stored;
    private SpeakerEdit? _edit;
    private Error? _refused;
    private PortalForm? _portalForm;
    private ConfirmDialog? _confirm;
    private IReadOnlyList<AlikeSpeaker> _alike = [];
    private IReadOnlyList<SelectOption<Guid?>> _sides = [];
    private IReadOnlyList<SelectOption<string?>> _languages = [];

    [Inject]
    public required UndoShelf Undo { get; init; }

    [Inject]
    public required SpeakerService Service { get; init; }

    [Inject]
    public required SpeakerQueries Queries { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required ElementIds ElementIds { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SessionTexts> Words { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    /// <summary>Tells the page who was added, changed or chosen; an empty id where somebody is gone.</summary>
    [Parameter]
    public EventCallback<Guid> OnSaved { get; set; }

    protected override void OnInitialized()
    {
        _titleId = ElementIds.Next("speaker-dialog");
        _languages = [.. PortalLanguages.All.Select(language => new SelectOption<string?>(language.Code, language.NativeName))];
    }

    /// <summary>Shows the dialog with an empty form, or with a person.</summary>
    public async Task OpenAsync(Guid? speakerId = null)
    {
        (_speakerId, _edit, _stored, _refused, _alike) = (speakerId, null, null, null, []);
        await Script.InvokeVoidAsync("portalDialog.open", Lifetime, _dialog);
        await TryAsync(async actor =>
        {
            await ReadAsync(actor);
            _form = _edit is null ? new SpeakerForm() : _edit.Form;
            if (_edit is not null && speakerId is not null)
            {
                await LookAroundAsync(actor);
            }
        });
        StateHasChanged();
    }

    private Task OnSaveAsync() => SaveAsync(isAsked: false);

    private Task OnSomebodyElseAsync() => SaveAsync(isAsked: true);

    private async Task SaveAsync(bool isAsked)
    {
        Guid? saved = null;
        await TryAsync(async actor =>
        {
            _stored = null;
            if (_speakerId is null && !isAsked)
            {
                await LookAroundAsync(actor);
                if (_alike.Count > 0)
                {
                    return;
                }
            }

            Result result = _speakerId is { } known ? await Service.EditAsync(actor, EventId, known, _form, Lifetime) : await Service.AddAsync(actor, EventId, _form, Lifetime);
            saved = result.IsSuccess ? _speakerId ?? ((Result<Guid>)result).Value : null;
            await ShowRefusalAsync(actor, result);
        });
        await FinishAsync(saved);
    }

    // A person who is stored is merged into the one who was chosen; a new one is that one.
    private async Task OnChooseAsync(AlikeSpeaker person)
    {
        if (_speakerId is null)
        {
            await FinishAsync(person.Id);
            return;
        }

        var (goes, stays) = (_edit!.Form.Name.ToText().ForReader(), person.Name.ForReader());
        if (!await _confirm!.AskAsync(Words["MergeTitle"], Words["MergeText", goes, stays, _edit.Sessions.Count], Words["MergeWith", stays], isDangerous: true))
        {
            return;
        }

        await RemoveAsync(actor => Service.MergeAsync(
            actor, EventId, new MergeForm { StaysId = person.Id, StaysVersion = person.Version, GoesId = _speakerId.Value, GoesVersion = _form.Version }, Lifetime));
    }

    private async Task OnDeleteAsync()
    {
        var was = _edit!.Form;
        await RemoveAsync(async actor =>
        {
            var deleted = await Service.DeleteAsync(actor, EventId, _speakerId!.Value, _form.Version, Lifetime);
            if (deleted.IsSuccess)
            {
                Undo.Offer(was.Name.ToText().ForReader(), ProgrammeRoutes.Speakers(EventId), async (again, cancellation) => await Service.AddAsync(again, EventId, was, cancellation));
            }

            return deleted;
        });
    }

    private async Task RemoveAsync(Func<Actor, Task<Result>> remove)
    {
        Guid? gone = null;
        await TryAsync(async actor =>
        {
            _stored = null;
            var removed = await remove(actor);
            gone = removed.IsSuccess ? Guid.Empty : null;
            await ShowRefusalAsync(actor, removed);
        });
        await FinishAsync(gone);
    }

    private Task OnKeepMineAsync()
    {
        _form.Version = _stored!.Version;
        return SaveAsync(isAsked: true);
    }

    private void OnTakeTheirs() => (_form, _stored) = (_stored!, null);

    private async Task ShowRefusalAsync(Actor actor, Result result)
    {
        if (result.Error is { Kind: ErrorKind.Stale })
        {
            var mine = _form;
            await ReadAsync(actor);
            (_form, _stored) = (mine, _edit?.Form);
            await LookAroundAsync(actor);
        }
        else if (!result.IsSuccess)
        {
            _portalForm!.ShowErrors(Errors.Say(result));
        }
    }

    private async Task ReadAsync(Actor actor)
    {
        var edit = await Queries.GetAsync(actor, EventId, _speakerId, Lifetime);
        (_refused, _edit) = (edit.Error, edit.IsSuccess ? edit.Value : null);
        _sides = [.. (_edit?.Sides ?? []).Select(side => new SelectOption<Guid?>(side.Id, side.Name.ForReader(), Texts[side.IsState ? "States" : "Organisations"]))];
    }

    private async Task LookAroundAsync(Actor actor)
    {
        var alike = await Queries.FindAlikeAsync(actor, EventId, _form.Name.ToText(), _speakerId, Lifetime);
        _alike = alike.IsSuccess ? alike.Value : [];
    }

    private async Task FinishAsync(Guid? speakerId)
    {
        if (speakerId is { } saved)
        {
            await CloseAsync();
            await OnSaved.InvokeAsync(saved);
        }
    }

    private async Task CloseAsync()
    {
        await Script.InvokeVoidAsync("portalDialog.close", Lifetime, _dialog);
        (_edit, _stored, _alike) = (null, null, []);
    }

    private IReadOnlyList<VersionDifference> Differences()
    {
        var (mine, theirs) = (_form, _stored!);
        VersionDifference Row(string label, Func<SpeakerForm, string?> say) => new(label, say(mine) ?? "", say(theirs) ?? "");
        return VersionDifference.Among(
        [
            .. VersionDifference.Of(Texts["SpeakerName"], mine.Name, theirs.Name),
            .. VersionDifference.Of(Texts["SpeakerFunction"], mine.Function, theirs.Function),
            Row(Texts["SpeakerSide"], form => _sides.FirstOrDefault(side => side.Value == form.SideId)?.Text),
            Row(Words["Email"], form => form.Email?.Trim()),
            Row(Words["MailLanguage"], form => _languages.FirstOrDefault(language => language.Value == form.Language)?.Text),
            .. VersionDifference.Of(Words["Biography"], mine.Biography, theirs.Biography),
        ]);
    }
}
