using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class InvitePanel
{
    private readonly HashSet<Guid> _ticked = [];
    private readonly HashSet<Guid> _guests = [];

    [Inject]
    public required IStringLocalizer<DelegationsTexts> Texts { get; init; }

    [Parameter, EditorRequired]
    public required EventInvitations Read { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<InviteForm> OnInvite { get; set; }

    private int _count => _ticked.Count + _guests.Count;

    /// <summary>Unticks everything, after the invitations went out.</summary>
    public void Clear()
    {
        _ticked.Clear();
        _guests.Clear();
    }

    // What an earlier edition proposes is ticked at first; whoever invites decides.
    protected override void OnInitialized()
    {
        var proposed = Read.Invitations.Where(row => row.Status == InvitationStatus.Draft).Select(row => row.Side.SideId).ToHashSet();
        _ticked.UnionWith(Read.Statuses.SelectMany(group => group.Sides).Select(side => side.Side.SideId).Where(proposed.Contains));
        _guests.UnionWith(Read.Others.Select(side => side.Side.SideId).Where(proposed.Contains));
    }

    private static void Tick(HashSet<Guid> chosen, SideChoice side, bool isTicked)
    {
        if (isTicked)
        {
            chosen.Add(side.Side.SideId);
        }
        else
        {
            chosen.Remove(side.Side.SideId);
        }
    }

    // The host receives and is not invited to its own event, unless it is ticked on purpose.
    private void TickAll(IEnumerable<SideChoice> sides) => _ticked.UnionWith(sides.Where(side => !side.IsHost).Select(side => side.Side.SideId));

    private void UntickAll(IEnumerable<SideChoice> sides) => _ticked.ExceptWith(sides.Select(side => side.Side.SideId));

    private InviteForm Form()
    {
        var groups = Read.Statuses.Where(group => group.Sides.Any(side => _ticked.Contains(side.Side.SideId))).ToList();
        return new InviteForm
        {
            FirstDay = Read.Event.StartsOn,
            Statuses = [.. groups.Select(group => group.Status)],
            ExceptSideIds = [.. groups.SelectMany(group => group.Sides).Select(side => side.Side.SideId).Where(side => !_ticked.Contains(side))],
            GuestSideIds = [.. _guests],
        };
    }
}
