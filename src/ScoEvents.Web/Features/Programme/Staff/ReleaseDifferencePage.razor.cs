using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

/// <summary>How one programme differs from another; the address holds both numbers.</summary>
public sealed partial class ReleaseDifferencePage
{
    private static readonly SessionChangeKind[] _kinds = [SessionChangeKind.Moved, SessionChangeKind.Cancelled, SessionChangeKind.New, SessionChangeKind.Changed];

    private EventHead? _head;
    private ReleaseDifference? _difference;
    private Error? _refused;
    private int _from;
    private int _to;

    [Inject]
    public required ReleaseQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ReleaseSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<ReleaseTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> EventTexts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>Number of the release that is compared.</summary>
    [SupplyParameterFromQuery]
    public int? From { get; set; }

    /// <summary>Number of the other release; the draft where it is missing.</summary>
    [SupplyParameterFromQuery]
    public int? To { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        (_from, _to) = (From ?? 0, To ?? 0);
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var difference = head.IsSuccess ? await Queries.CompareAsync(actor, EventId, _from, To, Lifetime) : head.Error!;
        _refused = difference.Error;
        if (difference.IsSuccess)
        {
            (_head, _difference) = (head.Value, difference.Value);
        }
    });

    private void OnCompare() => Navigation.NavigateTo(ReleaseRoutes.Difference(EventId, _from, _to == 0 ? null : _to));

    private async Task OnPrintAsync() => await Script.InvokeVoidAsync("print");

    private string TitleOf(ReleaseDifference difference) => difference.To is { } to
        ? Texts["DifferenceTitle", difference.From.Number, to.Number]
        : Texts["DifferenceToDraftTitle", difference.From.Number];

    private string LineOf(ReleaseLine release) => Texts["ReleaseLine", release.Number, release.PublishedAt.ToString("g", CultureInfo.CurrentCulture), release.PublishedBy ?? Texts["Somebody"]];
}
