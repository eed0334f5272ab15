using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class OwnDelegationPage
{
    private OwnDelegation? _own;
    private Error? _refused;
    private AnswerDialog? _dialog;
    private ConfirmDialog? _confirm;
    private IReadOnlyList<SelectOption<Guid?>> _states = [];
    private Guid? _ownState;

    [Inject]
    public required DelegationQueries Queries { get; init; }

    [Inject]
    public required DelegationService Service { get; init; }

    [Inject]
    public required InvitationService Invitations { get; init; }

    [Inject]
    public required IStringLocalizer<DelegateTexts> Words { get; init; }

    [Inject]
    public required IStringLocalizer<ExchangeTexts> Exchanges { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Parameter]
    public Guid InvitationId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await TryAsync(async actor =>
        {
            await ReadAsync(actor);
            var states = await Queries.StatesAsync(Lifetime);
            var compare = Language.Culture.CompareInfo;
            _states = [.. states.Select(state => new SelectOption<Guid?>(state.Id, state.Names.In(Language.Code))).OrderBy(option => option.Text, Comparer<string>.Create(compare.Compare))];
            _ownState = states.FirstOrDefault(state => state.Code == _own?.Invitation.Side.Code)?.Id;
            await RestoreAsync(actor);
        });
        if (_own is { } own)
        {
            // A reviewer returns persons while the side looks on.
            var subscription = Feed.Subscribe(ChangeFeed.Delegations(own.Invitation.Event.EventId), _ => InvokeAsync(OnChangedAsync));
            Lifetime.Register(subscription.Dispose);
        }
    }

    private async Task OnChangedAsync()
    {
        if (IsBusy || Lifetime.IsCancellationRequested)
        {
            return;
        }

        // Beside what the page does: a button that is held for a moment loses the click of whoever is pressing it.
        try
        {
            await ReadAsync(await ActorAsync());
            StateHasChanged();
        }
        catch (OperationCanceledException) when (Lifetime.IsCancellationRequested)
        {
            // The person left the page; there is nobody to tell.
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            // What is shown stays; the next change, or the next act, reads again.
        }
    }

    private async Task OnAnswerAsync(bool accept)
    {
        if (!await _dialog!.AskAsync(_own!.Invitation, accept))
        {
            return;
        }

        var outcome = await SendAsync<Result>(async (actor, cancellation) => accept
            ? await Invitations.AcceptAsync(actor, InvitationId, cancellation)
            : await Invitations.DeclineAsync(actor, InvitationId, cancellation));
        await TellAsync(outcome, () => accept ? Texts["Accept.Done"] : Texts["Decline.Done"]);
    }

    private async Task OnSubmitAllAsync()
    {
        var outcome = await SendAsync((actor, cancellation) => Service.SubmitAllAsync(actor, InvitationId, cancellation));
        await TellAsync(outcome, () => Words["Submit.Done", outcome!.Value.Submitted]);
        if (outcome is { IsSuccess: true, Value.Incomplete.Count: > 0 })
        {
            Problem = string.Join(' ', outcome.Value.Incomplete.Select(Say));
        }
    }

    private async Task OnSubmitAsync(DelegateDetails person)
    {
        var outcome = await SendAsync((actor, cancellation) => Service.SubmitAsync(actor, InvitationId, person.Id, cancellation));
        await TellAsync(outcome, () => Words["Submit.Done", person.DisplayName]);
    }

    private async Task OnPromoteAsync(DelegateDetails person)
    {
        var outcome = await SendAsync((actor, cancellation) => Service.PromoteAsync(actor, InvitationId, person.Id, cancellation));
        await TellAsync(outcome, () => Words["Reserve.Promoted", person.DisplayName]);
    }

    private async Task OnWithdrawAsync(DelegateDetails person)
    {
        var part = await PartAsync(person.Id, new IntendedExchange(IsExchange: false));
        var text = part is { Left: > 0 } named ? $"{Texts["Remove.Text"]} {Exchanges["Preview.Vacant", person.DisplayName, named.Left]}" : Texts["Remove.Text"].Value;
        if (!await _confirm!.AskAsync(Texts["Remove.Title", person.DisplayName], text, Texts["Remove.Confirm"], isDangerous: true))
        {
            return;
        }

        var outcome = await SendAsync((actor, cancellation) => Service.WithdrawAsync(actor, InvitationId, person.Id, cancellation));
        await TellAsync(outcome, () => Texts["Remove.Done", person.DisplayName]);
    }

    private async Task<ProgrammePart?> PartAsync(Guid personId, IntendedExchange exchange)
    {
        ProgrammePart? part = null;
        await TryAsync(async actor =>
        {
            var read = await Queries.ProgrammePartAsync(actor, InvitationId, personId, exchange, Lifetime);
            part = read.IsSuccess ? read.Value : null;
        });
        return part;
    }

    private string SayPart(ProgrammePart part, string leaves) => part is { Passed: 0, Left: 0 } ? Exchanges["Preview.None", leaves] : string.Join(
        ' ',
        new[]
        {
            part.Passed > 0 ? Exchanges["Preview.Passed", part.Passed].Value : null,
            part.Left > 0 ? Exchanges["Preview.Left", part.Left].Value : null,
        }.OfType<string>());

    private async Task TellAsync(Result? outcome, Func<string> done)
    {
        if (outcome is { IsSuccess: false })
        {
            Problem = string.Join(' ', outcome.Errors.Select(Say));
        }
        else if (outcome is not null)
        {
            Done = done();
        }

        if (outcome is not null)
        {
            await TryAsync(ReadAsync);
        }
    }

    // The fields that are missing have names in the reader's language; a refusal carries their names in code.
    private string Say(Error error) => error.Code == DelegationErrors.IncompleteCode
        ? Words["Submit.Incomplete", error.Arguments[0], Words.Fields(error.Arguments.Skip(2).Cast<string>())]
        : Speech.Say(error);

    private IEnumerable<(string Text, Tone Tone)> Notes(OwnDelegation own)
    {
        if (!own.IsOpen)
        {
            yield return (Texts["Own.Closed"], Tone.Info);
        }
        else if (own.Rules is { IsDeadlineOver: true, RegisterBy: { } last })
        {
            yield return (Words["DeadlineOver", EventWords.Day(last, Language)], Tone.Info);
        }
        else if (!own.Invitation.Event.AcceptsDelegates)
        {
            yield return (Words["ClosedToNew"], Tone.Info);
        }
        else if (own.Rules.RegisterBy is { } day)
        {
            yield return (Words["Deadline", EventWords.Day(day, Language)], Tone.Info);
        }

        if (own.Persons.Count(person => person.State == AccreditationState.ReturnedForCorrection) is > 0 and var returned)
        {
            yield return (Words["Returned", returned], Tone.Warning);
        }

        if (own.Coming.Any() && !own.Coming.Any(person => person.Role == DelegationRole.Head))
        {
            yield return (Words["NoHead"], Tone.Warning);
        }

        if (own.Rules.Limits.Seats is { } seats)
        {
            yield return (Words["Seats", own.Coming.Count(person => person.Role.HasSeat()), seats], Tone.Info);
        }
    }

    private async Task ReadAsync(Actor actor)
    {
        var read = await Queries.OwnAsync(actor, InvitationId, Lifetime);
        (_own, _refused) = (read.IsSuccess ? read.Value : null, read.Error);
    }
}
