using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.UiKit;

public sealed partial class UndoToast
{
    private UndoOffer? _offer;
    private string? _said;

    [Inject]
    public required UndoShelf Shelf { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<UiKitTexts> Texts { get; init; }

    protected override void OnInitialized()
    {
        Shelf.Changed += OnChanged;
        Lifetime.Register(() => Shelf.Changed -= OnChanged);
    }

    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        (_offer, _said) = (Shelf.Current, Shelf.Current is null ? _said : null);
        StateHasChanged();
        if (_offer is { } shown)
        {
            await Task.Delay(UndoShelf.Kept, Clock, Lifetime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (ReferenceEquals(Shelf.Current, shown) && !Lifetime.IsCancellationRequested)
            {
                Shelf.Take();
            }
        }
    });

    private async Task OnUndoAsync()
    {
        if (Shelf.Take() is not { } offer)
        {
            return;
        }

        await TryAsync(actor => RestoreAsync(actor, offer));
        if (IsDataAway)
        {
            Shelf.Offer(offer.Name, offer.Address, offer.RestoreAsync);
        }
    }

    private async Task RestoreAsync(Actor actor, UndoOffer offer)
    {
        var restored = await offer.RestoreAsync(actor, Lifetime);
        _said = restored.IsSuccess
            ? Texts["Undo.Done", offer.Name]
            : Texts["Undo.Failed", offer.Name, string.Join(' ', restored.Errors.Select(Speech.Say))];
        if (restored.IsSuccess)
        {
            // A page that is open reads again when it is gone to again.
            Navigation.NavigateTo(offer.Address, new NavigationOptions { ForceLoad = Navigation.ToAbsoluteUri(offer.Address).AbsolutePath == new Uri(Navigation.Uri).AbsolutePath });
        }
    }
}
