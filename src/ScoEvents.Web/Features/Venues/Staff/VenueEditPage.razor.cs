using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Venues.Staff;

public sealed partial class VenueEditPage
{
    private EventHead? _head;
    private VenueEdit? _edit;
    private VenueEditForm _form = new();
    private VenueEditForm? _stored;
    private Error? _refused;
    private PortalForm? _portalForm;
    private string _name = "";

    [Inject]
    public required RoomsService Service { get; init; }

    [Inject]
    public required VenuesQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<VenuesTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [Parameter]
    public Guid VenueId { get; set; }

    protected override Task OnInitializedAsync() => ShowAsync(LoadAsync);

    private Task OnSaveAsync() => TryAsync(async actor =>
    {
        _stored = null;
        var saved = await Service.EditVenueAsync(actor, EventId, VenueId, _form, Lifetime);
        switch (saved.Error)
        {
            case null:
                Navigation.NavigateTo(PortalRoutes.StaffVenue(EventId));
                break;
            case { Kind: ErrorKind.Stale }:
                var edit = await Queries.GetVenueAsync(actor, EventId, VenueId, Lifetime);
                (_stored, _refused) = (edit.IsSuccess ? edit.Value.Form : null, edit.Error);
                break;
            case { Kind: ErrorKind.NotFound }:
                _refused = saved.Error;
                break;
            default:
                _portalForm!.ShowErrors(Errors.Say(saved));
                break;
        }
    });

    private Task OnKeepMineAsync()
    {
        _form.Version = _stored!.Version;
        return OnSaveAsync();
    }

    private void OnTakeTheirs() => (_form, _stored) = (_stored!, null);

    private async Task LoadAsync(Actor actor)
    {
        var edit = await Queries.GetVenueAsync(actor, EventId, VenueId, Lifetime);
        var head = edit.IsSuccess ? await Events.GetHeadAsync(actor, EventId, Lifetime) : edit.Error!;
        if (!head.IsSuccess)
        {
            _refused = head.Error;
            return;
        }

        (_head, _edit, _form) = (head.Value, edit.Value, edit.Value.Form);
        _name = _form.Name.ToText().ForReader();
    }

    private IReadOnlyList<VersionDifference> Differences() => VersionDifference.Among(
    [
        .. VersionDifference.Of(Texts["VenueName"], _form.Name, _stored!.Name),
        .. VersionDifference.Of(Texts["Address"], _form.Address, _stored.Address),
    ]);
}
