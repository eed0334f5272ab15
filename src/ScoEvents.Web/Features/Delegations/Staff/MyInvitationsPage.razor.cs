using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class MyInvitationsPage
{
    private IReadOnlyList<OwnInvitation>? _mine;
    private AnswerDialog? _dialog;

    [Inject]
    public required InvitationQueries Queries { get; init; }

    [Inject]
    public required InvitationService Service { get; init; }

    protected override Task OnInitializedAsync() => TryAsync(ReadAsync);

    private async Task OnAnswerAsync(OwnInvitation own, bool accept)
    {
        if (!await _dialog!.AskAsync(own, accept))
        {
            return;
        }

        var outcome = await SendAsync<Result>(async (actor, cancellation) => accept
            ? await Service.AcceptAsync(actor, own.Id, cancellation)
            : await Service.DeclineAsync(actor, own.Id, cancellation));
        if (Succeeded(outcome))
        {
            Done = accept ? Texts["Accept.Done"] : Texts["Decline.Done"];
        }

        if (outcome is not null)
        {
            await TryAsync(ReadAsync);
        }
    }

    private async Task ReadAsync(Actor actor) => _mine = await Queries.MineAsync(actor, Lifetime);
}
