using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class DocumentsPanel
{
    private IReadOnlyList<DocumentRow>? _documents;
    private ConfirmDialog? _confirm;
    private string? _done;
    private string? _failure;

    [Inject]
    public required DocumentService Service { get; init; }

    [Inject]
    public required DocumentQueries Queries { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<SessionTexts> Words { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Parameter]
    public bool CanChange { get; set; }

    protected override Task OnInitializedAsync() => ShowAsync(LoadAsync);

    private Task OnUploadedAsync(string fileName) => TryAsync(async actor =>
    {
        (_done, _failure) = (Words["UploadedFile", fileName], null);
        await LoadAsync(actor);
    });

    private Task OnRenamedAsync() => TryAsync(LoadAsync);

    private Task OnClassifyAsync(DocumentVersionRow version, Classification classification) =>
        ActAsync(actor => Service.ClassifyAsync(actor, EventId, version.Id, classification, Lifetime), Words["Classified", version.FileName, classification.Marking()]);

    private async Task OnWithdrawAsync(DocumentRow document, DocumentVersionRow version)
    {
        if (await _confirm!.AskAsync(Words["WithdrawTitle"], Words["WithdrawText", version.FileName, document.Title.ForReader()], Words["Withdraw"], isDangerous: true))
        {
            await ActAsync(actor => Service.WithdrawAsync(actor, EventId, version.Id, Lifetime), Words["WithdrawnFile", version.FileName]);
        }
    }

    private Task ActAsync(Func<Actor, Task<Result>> act, string done) => TryAsync(async actor =>
    {
        var result = await act(actor);
        (_done, _failure) = result.Error is { } error ? (null, Errors.Say(error)) : (done, (string?)null);
        await LoadAsync(actor);
    });

    private async Task LoadAsync(Actor actor)
    {
        var documents = await Queries.ListAsync(actor, EventId, SessionId, Lifetime);
        (_documents, _failure) = documents.IsSuccess ? (documents.Value, _failure) : ([], Errors.Say(documents.Error!));
    }
}
