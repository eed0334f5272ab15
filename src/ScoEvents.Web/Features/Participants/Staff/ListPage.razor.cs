using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Participants.Staff;

/// <summary>One list as it was issued, with its files.</summary>
public sealed partial class ListPage
{
    private readonly string _language = PortalLanguages.Current.Code;

    private EventHead? _head;
    private ListDetails? _list;
    private Error? _refused;
    private ProtocolAlphabet? _chosen;

    [Inject]
    public required ParticipantQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ParticipantSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<ParticipantTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [Parameter]
    public int Number { get; set; }

    /// <summary>Which alphabet orders the sides; see <see cref="SideOrders"/>.</summary>
    [SupplyParameterFromQuery]
    public string? Order { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        _chosen = SideOrders.Chosen(Order);
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var list = head.IsSuccess ? await Queries.GetAsync(actor, EventId, Number, new SideOrder(_chosen ?? ProtocolOrder.Practice, _language), Lifetime) : head.Error!;
        _refused = list.Error;
        if (list.IsSuccess)
        {
            (_head, _list) = (head.Value, list.Value);
        }
    });

    // Numbers run over the whole list, as they do in its files.
    private static IEnumerable<List<(int Number, SnapshotEntry Entry)>> Sides(ListDetails list) =>
        list.Entries.Select((entry, index) => (Number: index + 1, Entry: entry)).GroupBy(line => line.Entry.SideId).Select(side => side.ToList());

    private static string SideId(List<(int Number, SnapshotEntry Entry)> side) => $"side-{side[0].Entry.SideId:N}";
}
