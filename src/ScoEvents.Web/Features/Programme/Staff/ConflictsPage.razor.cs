using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class ConflictsPage
{
    private EventHead? _head;
    private ConflictList? _list;
    private IReadOnlyList<DraftConflict> _shown = [];
    private ConflictKind? _kind;
    private int _open;
    private Error? _refused;

    [Inject]
    public required ConflictsQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ConflictSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<ConflictTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>Only this kind; anything else shows all.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(LoadAsync);

    private Task OnChangedAsync() => TryAsync(LoadAsync);

    private async Task LoadAsync(Actor actor)
    {
        var list = await Queries.GetAsync(actor, EventId, Lifetime);
        var head = list.IsSuccess ? await Events.GetHeadAsync(actor, EventId, Lifetime) : list.Error!;
        if (!head.IsSuccess)
        {
            _refused = head.Error;
            return;
        }

        (_head, _list) = (head.Value, list.Value);
        _kind = Enum.TryParse<ConflictKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;
        _shown = [.. _list.Conflicts.Where(conflict => _kind is null || conflict.Kind == _kind)];
        _open = _list.Conflicts.Count(conflict => conflict.StandsInTheWay);
    }
}
