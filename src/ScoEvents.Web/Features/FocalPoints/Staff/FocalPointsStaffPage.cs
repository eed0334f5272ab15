using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations.Staff;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.FocalPoints.Staff;

/// <summary>What organisers and a side's first focal point do alike: send links, take them back, end offices, file letters.</summary>
public abstract class FocalPointsStaffPage : DelegationsStaffPage
{
    [Inject]
    public required FocalPointQueries Queries { get; init; }

    [Inject]
    public required FocalPointService Service { get; init; }

    [Inject]
    public required MandateService Mandates { get; init; }

    [Inject]
    public required IStringLocalizer<FocalPointTexts> Words { get; init; }

    /// <summary>The invitation of the side that is worked on.</summary>
    protected abstract Guid InvitationId { get; }

    /// <summary>The dialog of the page.</summary>
    protected abstract ConfirmDialog? Confirm { get; }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync(Actor actor);

    protected async Task<Result?> OnInviteAsync(FocalPointForm form) =>
        await ChangeAsync((actor, cancellation) => Service.InviteAsync(actor, InvitationId, form, cancellation), Words["Invited", form.Email ?? ""], showsProblem: false);

    protected async Task<Result?> OnFileAsync(MandateForm form) =>
        await ChangeAsync((actor, cancellation) => Mandates.FileAsync(actor, InvitationId, form, cancellation), Words["Mandate.Done", form.FileName ?? ""], showsProblem: false);

    protected async Task OnEndAsync(FocalPointRow point)
    {
        if (await Confirm!.AskAsync(Words["End.Title", point.Name], Words["End.Text"], Words["End.Confirm"], isDangerous: true))
        {
            await ChangeAsync((actor, cancellation) => Service.EndAsync(actor, InvitationId, point.Id, cancellation), Words["End.Done", point.Name]);
        }
    }

    protected async Task OnRevokeAsync(FocalPointLinkRow link)
    {
        if (await Confirm!.AskAsync(Words["Revoke.Title", link.Email], Words["Revoke.Text"], Words["Revoke.Confirm"], isDangerous: true))
        {
            await ChangeAsync((actor, cancellation) => Service.RevokeLinkAsync(actor, InvitationId, link.Id, cancellation), Words["Revoke.Done", link.Email]);
        }
    }

    protected async Task OnRemoveAsync(MandateRow letter)
    {
        if (await Confirm!.AskAsync(Words["Remove.Title", letter.FileName], Words["Remove.Text"], Words["Remove.Confirm"], isDangerous: true))
        {
            await ChangeAsync((actor, cancellation) => Mandates.RemoveAsync(actor, InvitationId, letter.Id, cancellation), Words["Remove.Done", letter.FileName]);
        }
    }

    private async Task<Result?> ChangeAsync<TResult>(Func<Actor, CancellationToken, Task<TResult>> change, string done, bool showsProblem = true)
        where TResult : Result
    {
        var outcome = await SendAsync(change);
        var isDone = showsProblem || outcome is not { IsSuccess: false } ? Succeeded(outcome) : false;
        if (isDone)
        {
            Done = done;
        }

        if (outcome is not null)
        {
            await TryAsync(ReadAsync);
        }

        StateHasChanged();
        return outcome;
    }
}
