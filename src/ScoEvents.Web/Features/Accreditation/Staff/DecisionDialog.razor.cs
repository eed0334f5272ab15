using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Accreditation.Staff;

public sealed partial class DecisionDialog
{
    private readonly List<Comment> _comments = [];
    private ElementReference _dialog;
    private string _titleId = "";
    private string _name = "";
    private string? _problem;
    private ReviewForm? _form;

    [Inject]
    public required AccreditationService Service { get; init; }

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Inject]
    public required ElementIds ElementIds { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required IStringLocalizer<AccreditationTexts> Texts { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    /// <summary>The decision stands; what was decided of whom.</summary>
    [Parameter]
    public EventCallback<(ReviewAct Act, string Name)> OnDecided { get; set; }

    /// <summary>Asks why, and decides.</summary>
    public async Task OpenAsync(ReviewAct act, Guid caseId, uint version, string name, IEnumerable<string> fields)
    {
        (_form, _name, _problem) = (new ReviewForm { Act = act, CaseId = caseId, Version = version }, name, null);
        _comments.Clear();
        _comments.AddRange(fields.Where(PersonFields.All.Contains).DefaultIfEmpty("Photo").Select(field => new Comment { Field = field }));
        StateHasChanged();
        await Script.InvokeVoidAsync("portalDialog.open", Lifetime, _dialog);
    }

    protected override void OnInitialized() => _titleId = ElementIds.Next("decision");

    private void AddComment() => _comments.Add(new Comment { Field = PersonFields.All.First(field => _comments.TrueForAll(comment => comment.Field != field)) });

    private async Task OnSaveAsync()
    {
        var form = _form!;
        form.Comments = form.Act == ReviewAct.Return ? _comments.ToDictionary(comment => comment.Field, comment => comment.Text) : [];
        var isDone = false;
        await TryAsync(async actor =>
        {
            var decided = await Service.ActAsync(actor, EventId, form, Lifetime);
            isDone = decided.IsSuccess;
            _problem = isDone ? null : string.Join(' ', decided.Errors.Select(error => Speech.Say(error, Texts)).Distinct());
        });
        if (isDone)
        {
            await CloseAsync();
            await OnDecided.InvokeAsync((form.Act, _name));
        }
    }

    private async Task CloseAsync()
    {
        await Script.InvokeVoidAsync("portalDialog.close", Lifetime, _dialog);
        _form = null;
    }

    private sealed class Comment
    {
        public string Field { get; set; } = "";

        public string? Text { get; set; }
    }
}
