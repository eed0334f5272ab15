using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Delegations.Staff;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Invitations.Staff;

/// <summary>One invitation: its course, its notes, and what an organiser keeps of it.</summary>
public sealed partial class InvitationDetailsPage
{
    private InvitationDesk? _desk;
    private DeskRow? _row;
    private InvitationForm _form = new();
    private AnswerForm _answer = new();
    private QuotaForm _quota = new();
    private PortalForm? _settingsForm;
    private PortalForm? _answerForm;
    private PortalForm? _quotaForm;
    private ConfirmDialog? _confirm;
    private IReadOnlyList<SelectOption<string?>> _languages = [];
    private IReadOnlyList<SelectOption<bool?>> _answers = [];

    [Inject]
    public required InvitationDeskQueries Queries { get; init; }

    [Inject]
    public required InvitationDeliveryService Delivery { get; init; }

    [Inject]
    public required InvitationService Invitations { get; init; }

    [Parameter]
    public Guid InvitationId { get; set; }

    protected override void OnInitialized()
    {
        _languages = [.. Languages.All.Select(code => new SelectOption<string?>(code, NameOfLanguage(code)))];
        _answers = [new SelectOption<bool?>(true, Words["Answer.Coming"]), new SelectOption<bool?>(false, Words["Answer.NotComing"])];
    }

    protected override Task OnParametersSetAsync() => TryAsync(ReadAsync);

    private async Task OnSaveAsync() =>
        await AfterAsync(await SendAsync((actor, cancellation) => Delivery.EditAsync(actor, EventId, InvitationId, _form, cancellation)), _settingsForm, Words["Settings.Done"]);

    private async Task OnAnswerAsync()
    {
        if (_answer.IsComing is false && !await _confirm!.AskAsync(
            Words["Off.Title", NameOf(_row!.Side)], Words["Off.Text", _row.Registered], Words["Off.Confirm"], isDangerous: true))
        {
            return;
        }

        await AfterAsync(await SendAsync((actor, cancellation) => Delivery.RecordAnswerAsync(actor, EventId, InvitationId, _answer, cancellation)), _answerForm, Words["Answer.Done"]);
    }

    private async Task OnQuotaAsync() => await AfterAsync(
        await SendAsync((actor, cancellation) => Invitations.ChangeQuotaAsync(actor, EventId, InvitationId, _quota, cancellation)),
        _quotaForm,
        Texts["Quota.Done", NameOf(_row!.Side), _quota.Quota ?? 0]);

    private async Task OnWithdrawAsync()
    {
        var name = NameOf(_row!.Side);
        if (await _confirm!.AskAsync(Texts["Withdraw.Title", name], Texts["Withdraw.Text", _row.Registered], Texts["Withdraw.Confirm"], isDangerous: true))
        {
            await AfterAsync(await SendAsync((actor, cancellation) => Invitations.WithdrawAsync(actor, EventId, InvitationId, cancellation)), null, Texts["Withdraw.Done", name]);
        }
    }

    // What was typed stays where the change was refused.
    private async Task AfterAsync(Result? outcome, PortalForm? form, string done)
    {
        if (outcome is { IsSuccess: false } && form is not null && outcome.Error!.Kind == ErrorKind.Invalid)
        {
            form.ShowErrors(Speech.Say(outcome));
            return;
        }

        if (Succeeded(outcome))
        {
            Done = done;
        }

        if (outcome is { IsSuccess: true } or { Error.Kind: ErrorKind.Stale })
        {
            await TryAsync(ReadAsync);
        }
    }

    private string When(DateTimeOffset? instant, string? by)
    {
        if (instant is null)
        {
            return Words["Course.NotYet"];
        }

        var day = EventWords.DayOf(instant, _desk!.Event, Language);
        return by is null ? day : Words["Course.By", day, by];
    }

    private async Task ReadAsync(Actor actor)
    {
        if (!await ReadHeadAsync(actor))
        {
            return;
        }

        var desk = await Queries.OfEventAsync(actor, EventId, Order, Lifetime);
        Refused = desk.Error;
        if (desk.IsSuccess)
        {
            (_desk, _row) = (desk.Value, desk.Value.Rows.FirstOrDefault(row => row.Id == InvitationId));
            Refused = _row is null ? Error.NotFound() : null;
        }

        if (_row is { } row)
        {
            _form = new InvitationForm { AnswerBy = row.HasOwnDeadline ? row.AnswerBy : null, Language = row.IsLanguageChosen ? row.Language : null, Version = row.Version };
            _answer = new AnswerForm { Version = row.Version };
            _quota = new QuotaForm { Quota = row.Quota, Version = row.Version };
        }
    }
}
