using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class OwnDelegationPage
{
    private OwnDelegation? _own;
    private Error? _refused;
    private DelegateForm? _form;
    private DelegateDetails? _editing;
    private DelegateDetails? _stored;
    private DelegatePanel? _panel;
    private AnswerDialog? _dialog;
    private ConfirmDialog? _confirm;

    [Inject]
    public required DelegationQueries Queries { get; init; }

    [Inject]
    public required DelegationService Service { get; init; }

    [Inject]
    public required InvitationService Invitations { get; init; }

    [Parameter]
    public Guid InvitationId { get; set; }

    protected override Task OnParametersSetAsync() => TryAsync(ReadAsync);

    private async Task OnAnswerAsync(bool accept)
    {
        if (!await _dialog!.AskAsync(_own!.Invitation, accept))
        {
            return;
        }

        var outcome = await SendAsync<Result>(async (actor, cancellation) => accept
            ? await Invitations.AcceptAsync(actor, InvitationId, cancellation)
            : await Invitations.DeclineAsync(actor, InvitationId, cancellation));
        if (Succeeded(outcome))
        {
            Done = accept ? Texts["Accept.Done"] : Texts["Decline.Done"];
        }

        if (outcome is not null)
        {
            await TryAsync(ReadAsync);
        }
    }

    private void OnAdd()
    {
        // Most delegations are written down from the head on.
        var hasHead = _own!.Persons.Any(person => person.Role == DelegationRole.Head);
        Open(new DelegateForm { Role = hasHead ? DelegationRole.Member : DelegationRole.Head }, null);
    }

    private void OnEdit(DelegateDetails person) => Open(DelegatePanel.FormOf(person), person);

    private void OnTakeStored() => Open(DelegatePanel.FormOf(_stored!), _stored);

    private void OnCancel() => Open(null, null);

    private async Task OnSaveAsync()
    {
        var (form, editing) = (_form!, _editing);
        var outcome = await SendAsync<Result>(async (actor, cancellation) => editing is null
            ? await Service.RegisterAsync(actor, InvitationId, form, cancellation)
            : await Service.CorrectAsync(actor, InvitationId, editing.Id, form, cancellation));
        if (outcome is { IsSuccess: true })
        {
            Done = editing is null ? Texts["Own.Added", $"{form.GivenNames} {form.FamilyName}"] : Texts["Own.Saved", $"{form.GivenNames} {form.FamilyName}"];
            Open(null, null);
            await TryAsync(ReadAsync);
        }
        else if (outcome is not null)
        {
            await TryAsync(ReadAsync);
            _stored = outcome.Error!.Kind == ErrorKind.Stale ? _own?.Persons.FirstOrDefault(person => person.Id == editing?.Id) : null;
            if (_stored is not null)
            {
                // Saving once more is then a decision taken in sight of both versions.
                form.Version = _stored.Version;
            }
            else
            {
                _panel?.ShowErrors(Speech.Say(outcome));
            }
        }
    }

    private async Task OnWithdrawAsync(DelegateDetails person)
    {
        if (!await _confirm!.AskAsync(Texts["Remove.Title", person.DisplayName], Texts["Remove.Text"], Texts["Remove.Confirm"], isDangerous: true))
        {
            return;
        }

        var outcome = await SendAsync((actor, cancellation) => Service.WithdrawAsync(actor, InvitationId, person.Id, cancellation));
        if (Succeeded(outcome))
        {
            Done = Texts["Remove.Done", person.DisplayName];
        }

        if (outcome is not null)
        {
            await TryAsync(ReadAsync);
        }
    }

    private void Open(DelegateForm? form, DelegateDetails? editing) => (_form, _editing, _stored) = (form, editing, null);

    private async Task ReadAsync(Actor actor)
    {
        var read = await Queries.OwnAsync(actor, InvitationId, Lifetime);
        (_own, _refused) = (read.IsSuccess ? read.Value : null, read.Error);
    }
}
