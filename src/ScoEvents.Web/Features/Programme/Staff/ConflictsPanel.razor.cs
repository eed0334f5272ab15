using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class ConflictsPanel
{
    private string _titleId = "";
    private string? _done;
    private AcknowledgeDialog? _dialog;

    [Inject]
    public required ElementIds ElementIds { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<DraftConflict> Conflicts { get; set; } = [];

    /// <summary>Whether sessions can be opened and conflicts acknowledged.</summary>
    [Parameter]
    public bool CanChange { get; set; }

    /// <summary>How many of each severity are shown; null for all.</summary>
    [Parameter]
    public int? Limit { get; set; }

    /// <summary>Whether the panel is what its page is about: the page's own heading then speaks for it, and no link leads to where one is.</summary>
    [Parameter]
    public bool IsWhole { get; set; }

    /// <summary>A conflict was acknowledged, or an acknowledgement taken back: what is shown is out of date.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override void OnInitialized() => _titleId = ElementIds.Next("conflicts");

    private Task OnAcknowledgeAsync(DraftConflict conflict)
    {
        _done = null;
        return _dialog!.OpenAsync(conflict);
    }

    private Task OnAcknowledgedAsync() => OnChangedAsync(Texts["Acknowledged"]);

    private Task OnRevokedAsync() => OnChangedAsync(Texts["Revoked"]);

    private Task OnChangedAsync(string done)
    {
        _done = done;
        return OnChanged.InvokeAsync();
    }

    // What stands in the way is open to the eye; the rest is a click away.
    private IEnumerable<Group> Groups() => new Group[]
    {
        new(Speech.Say(ConflictSeverity.Block), Tone.Danger, true, Of(conflict => conflict.Severity == ConflictSeverity.Block)),
        new(Speech.Say(ConflictSeverity.Acknowledge), Tone.Warning, true, Of(conflict => conflict is { Severity: ConflictSeverity.Acknowledge, Acknowledgement: null })),
        new(Speech.Say(ConflictSeverity.Warn), Tone.Info, Limit is null, Of(conflict => conflict.Severity == ConflictSeverity.Warn)),
        new(Texts["Severity.Acknowledged"], Tone.Success, Limit is null, Of(conflict => conflict.Acknowledgement is not null)),
    }.Where(group => group.Conflicts.Count > 0);

    private IReadOnlyList<DraftConflict> Of(Func<DraftConflict, bool> belongs) => [.. Conflicts.Where(belongs)];

    private sealed record Group(string Name, Tone Tone, bool IsOpen, IReadOnlyList<DraftConflict> Conflicts);
}
