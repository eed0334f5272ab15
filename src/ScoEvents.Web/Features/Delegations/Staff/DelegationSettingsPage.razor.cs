using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class DelegationSettingsPage
{
    private static readonly DelegationRole[] _roles = Enum.GetValues<DelegationRole>();
    private static readonly FieldNeed[] _needs = Enum.GetValues<FieldNeed>();

    private IReadOnlyList<SelectOption<QuotaKind>> _kinds = [];
    private IReadOnlyList<SelectOption<Capacity?>> _capacities = [];
    private IReadOnlyList<SelectOption<DelegationRole?>> _roleOptions = [];
    private DelegationSettingsForm? _form;
    private PortalForm? _portalForm;
    private IReadOnlyList<EventRoomRow> _rooms = [];
    private EventHead? _head;
    private Error? _refused;

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required VenuesQueries Venues { get; init; }

    [Inject]
    public required DelegationSettingsQueries Queries { get; init; }

    [Inject]
    public required DelegationSettingsService Service { get; init; }

    [Inject]
    public required IStringLocalizer<DelegateTexts> Words { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override void OnInitialized()
    {
        _kinds = [.. Enum.GetValues<QuotaKind>().Select(kind => new SelectOption<QuotaKind>(kind, Words[$"Kind.{kind}"]))];
        _capacities = [.. Enum.GetValues<Capacity>().Select(capacity => new SelectOption<Capacity?>(capacity, Texts[$"Capacity.{capacity}"]))];
        _roleOptions = [.. _roles.Select(role => new SelectOption<DelegationRole?>(role, Texts[$"Role.{role}"]))];
    }

    protected override Task OnParametersSetAsync() => TryAsync(async actor =>
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        (_head, _refused) = (head.IsSuccess ? head.Value : null, head.Error);
        var venue = await Venues.GetAsync(actor, EventId, Lifetime);
        _rooms = venue.IsSuccess ? venue.Value.Rooms : [];
        await ReadAsync(actor);
    });

    private async Task OnSaveAsync()
    {
        var outcome = await SendAsync((actor, cancellation) => Service.ChangeAsync(actor, EventId, _form!, cancellation));
        if (outcome is { IsSuccess: true })
        {
            await TryAsync(ReadAsync);
            Done = Words["Settings.Saved"];
        }
        else if (outcome is { Error.Field: not null })
        {
            _portalForm?.ShowErrors(Speech.Say(outcome));
        }
        else
        {
            Succeeded(outcome);
        }
    }

    private static void OnNeed(FieldNeedForm row, DelegationRole role, string? chosen)
    {
        if (Enum.TryParse<FieldNeed>(chosen, out var need))
        {
            row.ByRole[role] = need;
        }
        else
        {
            row.ByRole.Remove(role);
        }
    }

    private static List<T> Toggled<T>(List<T> chosen, T one, bool isChosen) => isChosen ? [.. chosen, one] : [.. chosen.Where(other => !Equals(other, one))];

    private async Task ReadAsync(Actor actor)
    {
        var read = await Queries.GetFormAsync(actor, EventId, Lifetime);
        (_form, _refused) = (read.IsSuccess ? read.Value : null, _refused ?? read.Error);
    }
}
