using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class ProgrammeSettingsPage
{
    private EventHead? _head;
    private SettingsEdit? _edit;
    private ProgrammeSettingsForm _form = new();
    private ProgrammeSettingsForm? _stored;
    private Error? _refused;
    private PortalForm? _portalForm;
    private bool _isSaved;
    private IReadOnlyList<SelectOption<ConflictSeverity>> _severities = [];
    private IReadOnlyList<SelectOption<Guid?>> _venues = [];

    [Inject]
    public required ProgrammeSettingsService Service { get; init; }

    [Inject]
    public required ConflictsQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ConflictSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<ConflictTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnInitializedAsync() => ShowAsync(LoadAsync);

    private Task OnSaveAsync() => TryAsync(async actor =>
    {
        (_stored, _isSaved) = (null, false);
        var saved = await Service.SaveAsync(actor, EventId, _form, Lifetime);
        switch (saved.Error)
        {
            case null:
                await LoadAsync(actor);
                _isSaved = true;
                break;
            case { Kind: ErrorKind.Stale }:
                var edit = await Queries.GetSettingsAsync(actor, EventId, Lifetime);
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
        var edit = await Queries.GetSettingsAsync(actor, EventId, Lifetime);
        var head = edit.IsSuccess ? await Events.GetHeadAsync(actor, EventId, Lifetime) : edit.Error!;
        if (!head.IsSuccess)
        {
            _refused = head.Error;
            return;
        }

        _severities = [.. Enum.GetValues<ConflictSeverity>().Select(severity => new SelectOption<ConflictSeverity>(severity, Speech.Say(severity)))];
        _venues = [.. edit.Value.Venues.Select(venue => new SelectOption<Guid?>(venue.Id, venue.Name.ForReader()))];
        (_head, _edit, _form) = (head.Value, edit.Value, edit.Value.Form);
    }

    private IReadOnlyList<VersionDifference> Differences()
    {
        var (mine, theirs) = (_form, _stored!);
        VersionDifference Row(string label, Func<ProgrammeSettingsForm, string> say) => new(label, say(mine), say(theirs));
        return VersionDifference.Among(
        [
            .. mine.Severities.Select(row => Row(Speech.Say(row.Kind), form => form.Severities.FirstOrDefault(other => other.Kind == row.Kind) is { } found ? Speech.Say(found.Severity) : "")),
            Row(Texts["TravelMinutes"], form => form.TravelMinutes?.ToString(CultureInfo.CurrentCulture) ?? ""),
            Row(Texts["TravelPairs"], form => string.Join("; ", form.TravelTimes.Select(Say))),
            Row(Texts["TitleLanguages"], form => PortalLanguages.Current.List(form.Languages.Where(row => row.IsWanted).Select(row => PortalLanguages.Find(row.Code)!.NativeName))),
        ]);
    }

    private string Say(TravelRow row) => $"{Venue(row.From)} – {Venue(row.To)}: {row.Minutes?.ToString(CultureInfo.CurrentCulture)}";

    private string Venue(Guid? id) => _venues.FirstOrDefault(venue => venue.Value == id)?.Text ?? "?";
}
