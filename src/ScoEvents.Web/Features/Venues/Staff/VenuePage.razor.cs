using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Venues.Staff;

public sealed partial class VenuePage
{
    private EventHead? _head;
    private EventVenue? _venue;
    private Error? _refused;
    private RoomForm _room = new();
    private UseRoomForm _useRoom = new();
    private PortalForm? _roomPortalForm;
    private PortalForm? _useRoomPortalForm;
    private IReadOnlyList<SelectOption<Guid?>> _venues = [];
    private IReadOnlyList<SelectOption<Guid?>> _otherRooms = [];
    private string? _done;
    private string? _problem;

    [Inject]
    public required UndoShelf Undo { get; init; }

    [Inject]
    public required VenuesService Service { get; init; }

    [Inject]
    public required VenuesQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<VenuesTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(LoadAsync);

    private Task OnAddAsync() => TryAsync(async actor =>
    {
        var name = _room.Name.ToText().ForReader();
        var added = await Service.AddRoomAsync(actor, EventId, _room, Lifetime);
        if (!added.IsSuccess)
        {
            Refuse(added, _roomPortalForm!);
            return;
        }

        await LoadAsync(actor);
        // The next room is likely in the same building.
        _room = new RoomForm { VenueId = _room.VenueId ?? _venue?.Venues.LastOrDefault()?.VenueId };
        _done = Texts["RoomAdded", name];
    });

    private Task OnUseAsync() => TryAsync(async actor =>
    {
        var used = await Service.UseRoomAsync(actor, EventId, _useRoom, Lifetime);
        if (!used.IsSuccess)
        {
            Refuse(used, _useRoomPortalForm!);
            return;
        }

        _useRoom = new UseRoomForm();
        await LoadAsync(actor);
        _done = Texts["RoomUsed"];
    });

    private Task OnMoveAsync(EventRoomRow room, int column) => TryAsync(async actor =>
    {
        var moved = await Service.MoveRoomAsync(actor, EventId, room.RoomId, column, Lifetime);
        await LoadAsync(actor);
        _problem = moved.Error is { } refused ? Errors.Say(refused) : null;
        _done = moved.IsSuccess ? Texts["RoomMoved", room.Name.ForReader(), column + 1].Value : null;
    });

    private Task OnRemoveAsync(EventRoomRow room) => TryAsync(async actor =>
    {
        var column = _venue!.Rooms.ToList().FindIndex(known => known.RoomId == room.RoomId);
        var removed = await Service.RemoveRoomAsync(actor, EventId, room.RoomId, Lifetime);
        if (removed.IsSuccess)
        {
            Undo.Offer(room.Name.ForReader(), PortalRoutes.StaffVenue(EventId), async (again, cancellation) =>
            {
                var back = await Service.UseRoomAsync(again, EventId, new UseRoomForm { RoomId = room.RoomId }, cancellation);
                return back.IsSuccess ? await Service.MoveRoomAsync(again, EventId, room.RoomId, column, cancellation) : back;
            });
        }

        await LoadAsync(actor);
        _problem = removed.Error is { } refused ? Errors.Say(refused) : null;
        _done = removed.IsSuccess ? Texts["RoomRemoved", room.Name.ForReader()].Value : null;
    });

    private void Refuse(Result result, PortalForm form)
    {
        _done = null;
        form.ShowErrors(Errors.Say(result));
    }

    private async Task LoadAsync(Actor actor)
    {
        (_done, _problem) = (null, null);
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var venue = head.IsSuccess ? await Queries.GetAsync(actor, EventId, Lifetime) : head.Error!;
        if (!venue.IsSuccess)
        {
            _refused = venue.Error;
            return;
        }

        (_head, _venue) = (head.Value, venue.Value);
        _venues = [.. _venue.Venues.Select(choice => new SelectOption<Guid?>(choice.VenueId, choice.Name.ForReader()))];
        _otherRooms = [.. _venue.OtherRooms.Select(room => new SelectOption<Guid?>(room.RoomId, room.Name.ForReader(), room.Venue.ForReader()))];
    }
}
