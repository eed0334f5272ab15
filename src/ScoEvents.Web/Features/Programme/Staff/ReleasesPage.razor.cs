using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class ReleasesPage
{
    private EventHead? _head;
    private EventReleases? _releases;
    private Error? _refused;

    [Inject]
    public required ReleaseQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required IStringLocalizer<ReleaseTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var releases = head.IsSuccess ? await Queries.ListAsync(actor, EventId, Lifetime) : head.Error!;
        _refused = releases.Error;
        if (releases.IsSuccess)
        {
            (_head, _releases) = (head.Value, releases.Value);
        }
    });
}
