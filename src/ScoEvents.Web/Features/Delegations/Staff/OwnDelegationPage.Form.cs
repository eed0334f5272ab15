using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

/// <summary>The form of a person on the page of the own delegation, and its draft.</summary>
public sealed partial class OwnDelegationPage
{
    private DelegateForm? _form;
    private DelegateDetails? _editing;
    private DelegateDetails? _insteadOf;
    private DelegateDetails? _stored;
    private DelegatePanel? _panel;
    private string? _restoredAt;
    private string? _draftNote;
    private string? _draftProblem;
    private bool _isCarried;
    private string? _programme;

    [Inject]
    public required DelegateDraftService Drafts { get; init; }

    // Most delegations are written down from the head on.
    private DelegateForm NewForm(bool isReserve) => new()
    {
        Role = !isReserve && _own!.Coming.All(person => person.Role != DelegationRole.Head) ? DelegationRole.Head : DelegationRole.Member,
        IsReserve = isReserve,
        Nationality = _ownState,
        PassportState = _ownState,
    };

    private void OnAdd(bool isReserve) => Open(NewForm(isReserve), null);

    private void OnEdit(DelegateDetails person) => Open(_own!.FormOf(person.Id), person);

    private async Task OnReplaceAsync(DelegateDetails person)
    {
        // Read before the form opens, so that nothing moves under the hand.
        var part = await PartAsync(person.Id, new IntendedExchange(IsExchange: true));
        var form = NewForm(isReserve: false);
        form.Role = person.Role;
        Open(form, null);
        (_insteadOf, _programme) = (person, part is null ? null : SayPart(part, person.DisplayName));
    }

    private void OnTakeStored() => Open(_own!.FormOf(_stored!.Id), _stored);

    private async Task OnCancelAsync()
    {
        var editing = _editing?.Id;
        Open(null, null);
        await TryAsync(actor => Drafts.DiscardAsync(actor, InvitationId, editing, Lifetime));
    }

    private async Task OnSaveAsync(SaveKind kind)
    {
        var (form, editing, insteadOf) = (_form!, _editing, _insteadOf);
        var outcome = await SendAsync<Result>(async (actor, cancellation) => (editing, insteadOf) switch
        {
            (not null, _) => await Service.CorrectAsync(actor, InvitationId, editing.Id, form, cancellation),
            (_, not null) => await Service.SubstituteAsync(actor, InvitationId, insteadOf.Id, form, cancellation),
            _ => await Service.RegisterAsync(actor, InvitationId, form, cancellation),
        });
        if (outcome is { IsSuccess: true })
        {
            await OnSavedAsync(form, editing, insteadOf, kind);
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

    private async Task OnSavedAsync(DelegateForm form, DelegateDetails? editing, DelegateDetails? insteadOf, SaveKind kind)
    {
        var name = $"{form.GivenNames} {form.FamilyName}";
        Open(null, null);
        var done = (editing, insteadOf) switch
        {
            (not null, _) => Texts["Own.Saved", name].Value,
            (_, not null) => Words["Substitute.Done", name, insteadOf.DisplayName].Value,
            _ => Texts["Own.Added", name].Value,
        };
        await TryAsync(async actor =>
        {
            await Drafts.DiscardAsync(actor, InvitationId, editing?.Id, Lifetime);
            await ReadAsync(actor);
        });
        Done = done;
        if (kind == SaveKind.Submit && editing is not null)
        {
            await OnSubmitAsync(editing);
        }
        else if (kind == SaveKind.Next && _own is { TakesPersons: true } own && (form.IsReserve || own.HasPlace))
        {
            Open(Next(form), null);
            _isCarried = true;
        }
    }

    // Persons of one delegation come from one house by one plane.
    private DelegateForm Next(DelegateForm last)
    {
        var next = NewForm(last.IsReserve);
        (next.Body, next.Nationality, next.PassportState) = (last.Body.ToText().ToInput(), last.Nationality, last.PassportState);
        (next.Visa, next.VisaPost, next.Accommodation) = (last.Visa, last.VisaPost, last.Accommodation);
        (next.ArrivesOn, next.ArrivesAt, next.Arrival) = (last.ArrivesOn, last.ArrivesAt, last.Arrival);
        (next.DepartsOn, next.DepartsAt, next.Departure) = (last.DepartsOn, last.DepartsAt, last.Departure);
        return next;
    }

    private async Task OnTakeReserveAsync(DelegateDetails reserve)
    {
        var leaving = _insteadOf!;
        var part = await PartAsync(leaving.Id, new IntendedExchange(IsExchange: true, reserve.Id));
        var text = Words["Substitute.Text", Texts[$"Role.{leaving.Role}"], leaving.DisplayName].Value;
        if (!await _confirm!.AskAsync(
            Words["Substitute.Take", reserve.DisplayName], part is null ? text : $"{text} {SayPart(part, leaving.DisplayName)}", Words["Substitute.Confirm"], isDangerous: true))
        {
            return;
        }

        var outcome = await SendAsync((actor, cancellation) => Service.SubstituteFromReserveAsync(actor, InvitationId, leaving.Id, reserve.Id, cancellation));
        if (outcome is { IsSuccess: true })
        {
            Open(null, null);
        }

        await TellAsync(outcome, () => Words["Substitute.Done", reserve.DisplayName, leaving.DisplayName]);
    }

    // Beside everything else the page does: a draft must neither hold a button nor be lost to one.
    private async Task OnTypedAsync()
    {
        var editing = _editing?.Id;
        if (_form is not { } form || IsBusy)
        {
            return;
        }

        try
        {
            var kept = await Drafts.KeepAsync(await ActorAsync(), InvitationId, editing, new TypedPerson(form, _insteadOf?.Id), Lifetime);
            if (!ReferenceEquals(form, _form))
            {
                // Saved or given up meanwhile: what was just kept is nobody's any more.
                await Drafts.DiscardAsync(await ActorAsync(), InvitationId, editing, Lifetime);
                return;
            }

            _draftNote = kept.IsSuccess ? Words["Draft.Kept"].Value : null;
            _draftProblem = kept.Error is { } refused ? Words["Draft.Refused", Speech.Say(refused)].Value : null;
            if (kept.Error is { Code: var code })
            {
                LogDraftRefused(Log, code);
            }
        }
        catch (OperationCanceledException) when (Lifetime.IsCancellationRequested)
        {
            // The person left the page; the next visit brings the last draft back.
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogDatabaseAway(Log, exception);
            (_draftNote, _draftProblem) = (null, Words["Draft.NotKept"].Value);
        }
        catch (Exception exception)
        {
            // Whatever it was, the form stays as typed, and the person knows that it stands nowhere else.
            LogDraftNotKept(Log, exception);
            (_draftNote, _draftProblem) = (null, Words["Draft.Failed"].Value);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A draft was refused: {Code}")]
    private static partial void LogDraftRefused(ILogger logger, string code);

    [LoggerMessage(LogLevel.Warning, "The database is away, and a draft was not kept")]
    private static partial void LogDatabaseAway(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "A draft could not be kept")]
    private static partial void LogDraftNotKept(ILogger logger, Exception exception);

    private async Task RestoreAsync(Actor actor)
    {
        if (_own is not { IsOpen: true } own)
        {
            return;
        }

        var latest = await Drafts.LatestAsync(actor, InvitationId, Lifetime);
        if (latest is not { IsSuccess: true, Value: { } draft })
        {
            return;
        }

        var editing = own.Persons.FirstOrDefault(person => person.Id == draft.DelegateId);
        var insteadOf = own.Persons.FirstOrDefault(person => person.Id == draft.Typed.InsteadOf);
        if (editing is null && draft.DelegateId is not null || insteadOf is null && draft.Typed.InsteadOf is not null)
        {
            // Whoever it was about is gone.
            await Drafts.DiscardAsync(actor, InvitationId, draft.DelegateId, Lifetime);
            return;
        }

        Open(draft.Typed.Form, editing);
        _insteadOf = insteadOf;
        if (insteadOf is not null)
        {
            var part = await Queries.ProgrammePartAsync(actor, InvitationId, insteadOf.Id, new IntendedExchange(IsExchange: true), Lifetime);
            _programme = part.IsSuccess ? SayPart(part.Value, insteadOf.DisplayName) : null;
        }

        var zone = EventZone.Find(own.Invitation.Event.TimeZone);
        _restoredAt = (zone?.ToLocal(draft.UpdatedAt) ?? draft.UpdatedAt.UtcDateTime).ToString("t", Language.Culture);
    }

    private void Open(DelegateForm? form, DelegateDetails? editing) =>
        (_form, _editing, _insteadOf, _stored, _restoredAt, _draftNote, _draftProblem, _isCarried, _programme) = (form, editing, null, null, null, null, null, false, null);
}
