using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Participants.Staff;

/// <summary>How one list differs from another, or from what would be issued now; the address holds both numbers.</summary>
public sealed partial class ListDifferencePage
{
    private readonly string _language = PortalLanguages.Current.Code;

    private EventHead? _head;
    private ListDifference? _difference;
    private Error? _refused;
    private int _from;
    private int _to;

    [Inject]
    public required ParticipantQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ParticipantSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<ParticipantTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>Number of the earlier list.</summary>
    [SupplyParameterFromQuery]
    public int? From { get; set; }

    /// <summary>Number of the later list; what would be issued now where it is missing.</summary>
    [SupplyParameterFromQuery]
    public int? To { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        (_from, _to) = (From ?? 0, To ?? 0);
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var order = new SideOrder(ProtocolOrder.Practice, _language);
        var difference = head.IsSuccess ? await Queries.CompareAsync(actor, EventId, _from, To, order, Lifetime) : head.Error!;
        _refused = difference.Error;
        if (difference.IsSuccess)
        {
            (_head, _difference) = (head.Value, difference.Value);
        }
    });

    private void OnCompare() => Navigation.NavigateTo(ParticipantRoutes.Difference(EventId, _from, _to == 0 ? null : _to));
}
