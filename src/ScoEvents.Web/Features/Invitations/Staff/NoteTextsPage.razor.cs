using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Invitations.Staff;

/// <summary>The texts of an event's notes, beside how they read for a side. Kind and language live in the address.</summary>
public sealed partial class NoteTextsPage
{
    private NoteTemplateDetails? _template;
    private NoteTemplateForm _form = new();
    private NotePreview? _preview;
    private string? _gap;
    private IReadOnlyList<DeskRow> _sides = [];
    private NoteKind _kind;
    private string _language = Languages.English;
    private Guid? _side;
    private PortalForm? _portalForm;
    private ConfirmDialog? _confirm;

    [Inject]
    public required NoteQueries Queries { get; init; }

    [Inject]
    public required InvitationDeskQueries Desk { get; init; }

    [Inject]
    public required NoteService Service { get; init; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? AskedKind { get; set; }

    [SupplyParameterFromQuery(Name = "language")]
    public string? AskedLanguage { get; set; }

    protected override Task OnParametersSetAsync()
    {
        _kind = Enum.TryParse<NoteKind>(AskedKind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : NoteKind.Invitation;
        _language = Languages.IsKnown(AskedLanguage) ? AskedLanguage! : Language.Code;
        return TryAsync(ReadAsync);
    }

    private async Task OnSaveAsync()
    {
        var outcome = await SendAsync((actor, cancellation) => Service.SaveTemplateAsync(actor, EventId, _form, cancellation));
        if (outcome is { IsSuccess: false, Error.Field: not null })
        {
            _portalForm!.ShowErrors(Speech.Say(outcome));
            return;
        }

        if (Succeeded(outcome))
        {
            Done = Words["Template.Done"];
            await TryAsync(ReadAsync);
        }
    }

    private async Task OnResetAsync()
    {
        if (!await _confirm!.AskAsync(Words["Template.ResetTitle"], Words["Template.ResetText"], Words["Template.Reset"]))
        {
            return;
        }

        var outcome = await SendAsync((actor, cancellation) => Service.ResetTemplateAsync(actor, EventId, _form, cancellation));
        if (Succeeded(outcome))
        {
            Done = Words["Template.ResetDone"];
            await TryAsync(ReadAsync);
        }
    }

    private Task OnSideAsync(Guid? side)
    {
        _side = side;
        return OnPreviewAsync();
    }

    private async Task OnPreviewAsync()
    {
        var outcome = await SendAsync((actor, cancellation) => Queries.PreviewAsync(actor, EventId, _form, _side, cancellation));
        if (outcome is { IsSuccess: false, Error.Field: not null })
        {
            _portalForm!.ShowErrors(Speech.Say(outcome));
        }
        else if (Succeeded(outcome))
        {
            (_preview, _gap) = (outcome!.Value, null);
        }
    }

    private async Task ReadAsync(Actor actor)
    {
        if (!await ReadHeadAsync(actor))
        {
            return;
        }

        var template = await Queries.TemplateAsync(actor, EventId, _kind, _language, Lifetime);
        var desk = template.IsSuccess ? await Desk.OfEventAsync(actor, EventId, Order, Lifetime) : template.Error!;
        Refused = desk.Error;
        if (!desk.IsSuccess)
        {
            return;
        }

        (_template, _sides) = (template.Value, desk.Value.Rows);
        _form = new NoteTemplateForm { Kind = _kind, Language = _language, Body = _template.Body, Version = _template.Version };
        // A side that is written to in this language shows best how its text reads.
        _side = _sides.FirstOrDefault(row => row.Id == _side && row.Language == _language)?.Id ?? _sides.FirstOrDefault(row => row.Language == _language)?.Id ?? _sides.FirstOrDefault()?.Id;
        var preview = _side is null ? null : await Queries.PreviewAsync(actor, EventId, _form, _side, Lifetime);
        _preview = preview is { IsSuccess: true } ? preview.Value : null;
        _gap = preview is { IsSuccess: false } ? Speech.Say(preview.Error!) : null;
    }
}
