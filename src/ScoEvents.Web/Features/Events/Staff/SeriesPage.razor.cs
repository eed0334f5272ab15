using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class SeriesPage
{
    private SeriesDetails? _series;
    private Error? _refused;

    [Inject]
    public required WholeEventQueries Queries { get; init; }

    [Inject]
    public required EventSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<WholeEventTexts> Texts { get; init; }

    [Parameter]
    public Guid SeriesId { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        var found = await Queries.GetSeriesAsync(actor, SeriesId, Lifetime);
        (_series, _refused) = (found.IsSuccess ? found.Value : null, found.Error);
    });
}
