using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class TracksPanel
{
    private IReadOnlyList<TrackRow>? _tracks;
    private Guid? _editedId;
    private TrackForm _form = new();
    private TrackForm? _theirs;
    private TrackFields? _fields;
    private ConfirmDialog? _confirm;
    private string? _failure;

    [Inject]
    public required UndoShelf Undo { get; init; }

    [Inject]
    public required TrackService Service { get; init; }

    [Inject]
    public required TrackQueries Queries { get; init; }

    [Inject]
    public required SessionSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<SessionTexts> Words { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter]
    public bool CanChange { get; set; }

    /// <summary>The track whose form is opened with the panel; null for none.</summary>
    [Parameter]
    public Guid? Opened { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await ShowAsync(LoadAsync);
        if (CanChange && _tracks?.FirstOrDefault(track => track.Id == Opened) is { } opened)
        {
            Edit(opened);
        }
    }

    private void Edit(TrackRow track) => (_editedId, _form, _theirs, _failure) = (track.Id, FormOf(track), null, null);

    private Task OnAddAsync() => SaveAsync(async actor => await Service.AddAsync(actor, EventId, _form, Lifetime));

    private Task OnSaveAsync() => SaveAsync(actor => Service.EditAsync(actor, EventId, _editedId!.Value, _form, Lifetime));

    private Task OnMoveAsync(TrackRow track, int by) => ActAsync(actor => Service.MoveAsync(actor, EventId, track.Id, by, Lifetime));

    private async Task OnDeleteAsync(TrackRow track)
    {
        var name = track.Name.ForReader();
        // Sessions that lose their track do not find back to it.
        var canUndo = track.Sessions == 0;
        if (!canUndo && !await _confirm!.AskAsync(Words["DeleteTrackTitle"], Words["DeleteTrackText", name, track.Sessions], Words["Delete"], isDangerous: true))
        {
            return;
        }

        await ActAsync(async actor =>
        {
            var deleted = await Service.DeleteAsync(actor, EventId, track.Id, track.Version, Lifetime);
            if (deleted.IsSuccess && canUndo)
            {
                Undo.Offer(name, ProgrammeRoutes.Tracks(EventId), async (again, cancellation) => await Service.AddAsync(again, EventId, FormOf(track), cancellation));
            }

            return deleted;
        });
    }

    private Task OnKeepMineAsync()
    {
        _form.Version = _theirs!.Version;
        return OnSaveAsync();
    }

    private void OnTakeTheirs() => (_form, _theirs) = (_theirs!, null);

    private Task SaveAsync(Func<Actor, Task<Result>> save) => TryAsync(async actor =>
    {
        (_theirs, _failure) = (null, null);
        var saved = await save(actor);
        if (saved.IsSuccess)
        {
            (_editedId, _form) = (null, new TrackForm());
            await LoadAsync(actor);
        }
        else if (saved.Error is { Kind: ErrorKind.Stale })
        {
            await LoadAsync(actor);
            _theirs = _tracks?.FirstOrDefault(track => track.Id == _editedId) is { } stored ? FormOf(stored) : null;
        }
        else
        {
            _fields!.ShowErrors(Errors.Say(saved));
        }
    });

    private Task ActAsync(Func<Actor, Task<Result>> act) => TryAsync(async actor =>
    {
        var done = await act(actor);
        _failure = done.Error is { } error ? Errors.Say(error) : null;
        await LoadAsync(actor);
    });

    private async Task LoadAsync(Actor actor)
    {
        var tracks = await Queries.ListAsync(actor, EventId, Lifetime);
        (_tracks, _failure) = tracks.IsSuccess ? (tracks.Value, _failure) : ([], Errors.Say(tracks.Error!));
    }

    private static TrackForm FormOf(TrackRow track) => new() { Name = track.Name.ToInput(), Color = track.Color, Version = track.Version };

    private IReadOnlyList<VersionDifference> Differences() => VersionDifference.Among(
    [
        .. VersionDifference.Of(Words["TrackName"], _form.Name, _theirs!.Name),
        new VersionDifference(Words["TrackColor"], Say(_form), Say(_theirs)),
    ]);

    private string Say(TrackForm form) => form.Color is { } color ? Speech.Say(color) : "";
}
