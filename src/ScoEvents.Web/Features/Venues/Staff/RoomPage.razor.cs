using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Venues.Staff;

public sealed partial class RoomPage
{
    private EventHead? _head;
    private RoomEdit? _edit;
    private RoomEditForm _form = new();
    private RoomEditForm? _stored;
    private Error? _refused;
    private PortalForm? _portalForm;
    private string _name = "";
    private IReadOnlyList<SelectOption<Classification?>> _clearances = [];
    private IReadOnlyList<SelectOption<DayOfWeek?>> _weekdays = [];

    [Inject]
    public required RoomsService Service { get; init; }

    [Inject]
    public required VenuesQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<VenuesTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [Parameter]
    public Guid RoomId { get; set; }

    protected override Task OnInitializedAsync() => ShowAsync(LoadAsync);

    private Task OnSaveAsync() => TryAsync(async actor =>
    {
        _stored = null;
        var saved = await Service.EditRoomAsync(actor, EventId, RoomId, _form, Lifetime);
        switch (saved.Error)
        {
            case null:
                Navigation.NavigateTo(PortalRoutes.StaffVenue(EventId));
                break;
            case { Kind: ErrorKind.Stale }:
                var edit = await Queries.GetRoomAsync(actor, EventId, RoomId, Lifetime);
                (_stored, _refused) = (edit.IsSuccess ? edit.Value.Form : null, edit.Error);
                break;
            case { Kind: ErrorKind.NotFound }:
                _refused = saved.Error;
                break;
            default:
                _portalForm!.ShowErrors(Errors.Say(saved));
                break;
        }
    });

    private Task OnKeepMineAsync()
    {
        _form.Version = _stored!.Version;
        return OnSaveAsync();
    }

    private void OnTakeTheirs() => (_form, _stored) = (_stored!, null);

    private async Task LoadAsync(Actor actor)
    {
        var edit = await Queries.GetRoomAsync(actor, EventId, RoomId, Lifetime);
        var head = edit.IsSuccess ? await Events.GetHeadAsync(actor, EventId, Lifetime) : edit.Error!;
        if (!head.IsSuccess)
        {
            _refused = head.Error;
            return;
        }

        _clearances = [.. Enum.GetValues<Classification>().Select(clearance => new SelectOption<Classification?>(clearance, clearance.Marking()))];
        var first = CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek;
        _weekdays = [.. Enum.GetValues<DayOfWeek>().OrderBy(day => (day - first + 7) % 7).Select(day => new SelectOption<DayOfWeek?>(day, Say(day)))];
        (_head, _edit, _form) = (head.Value, edit.Value, edit.Value.Form);
        _name = _form.Name.ToText().ForReader();
    }

    private IReadOnlyList<VersionDifference> Differences()
    {
        var (mine, theirs) = (_form, _stored!);
        VersionDifference Row(string key, Func<RoomEditForm, string?> say) => new(Texts[key], say(mine) ?? "", say(theirs) ?? "");
        return VersionDifference.Among(
        [
            .. VersionDifference.Of(Texts["RoomName"], mine.Name, theirs.Name),
            Row("Capacity", form => Say(form.Capacity)),
            Row("BoothsLong", form => Say(form.Booths)),
            Row("Clearance", form => form.Clearance?.Marking() ?? Texts["AnyClearance"]),
            Row("Layouts", form => string.Join("; ", form.Layouts.Where(row => row.Persons is not null).Select(row => $"{Texts[$"Layout.{row.Layout}"]} {Say(row.Persons)}"))),
            Row("Hours", form => form.Hours.Count == 0 ? Texts["Always"] : string.Join("; ", form.Hours.Select(Say))),
        ]);
    }

    private string Say(HoursRow row) => $"{(row.Day is { } day ? Say(day) : Texts["EveryDay"].Value)} {Say(row.From)}–{Say(row.To)}";

    private static string Say(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    private static string? Say(int? number) => number?.ToString(CultureInfo.CurrentCulture);

    private static string? Say(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.CurrentCulture);
}
