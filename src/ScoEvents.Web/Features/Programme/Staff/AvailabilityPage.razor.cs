using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class AvailabilityPage
{
    private EventHead? _head;
    private AvailabilityOverview? _overview;
    private AvailabilityForm _form = new();
    private AvailabilityForm? _stored;
    private Error? _refused;
    private PortalForm? _portalForm;
    private ConfirmDialog? _confirm;
    private string? _done;
    private string? _problem;
    private IReadOnlyList<SelectOption<string?>> _subjects = [];

    [Inject]
    public required AvailabilityService Service { get; init; }

    [Inject]
    public required AvailabilityQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required AvailabilitySpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<AvailabilityTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>The absence that the form changes; null for a new one.</summary>
    [SupplyParameterFromQuery]
    public Guid? Edit { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(LoadAsync);

    private Task OnSaveAsync() => TryAsync(async actor =>
    {
        _stored = null;
        Result saved = Edit is { } id
            ? await Service.EditAsync(actor, EventId, id, _form, Lifetime)
            : await Service.AddAsync(actor, EventId, _form, Lifetime);
        switch (saved.Error)
        {
            case null:
                // The next absence is likely that of the same person.
                var again = new AvailabilityForm { Subject = _form.Subject };
                await LeaveFormAsync(actor);
                (_form, _done) = (again, Texts["EntrySaved"]);
                break;
            case { Kind: ErrorKind.Stale }:
                var stored = await Queries.GetFormAsync(actor, EventId, Edit!.Value, Lifetime);
                (_stored, _refused) = (stored.IsSuccess ? stored.Value : null, stored.Error);
                break;
            case { Kind: ErrorKind.NotFound }:
                _refused = saved.Error;
                break;
            default:
                _portalForm!.ShowErrors(Errors.Say(saved));
                break;
        }
    });

    private async Task OnDeleteAsync(AvailabilitySubjectRow subject, AbsenceRow absence)
    {
        var text = Texts["DeleteEntryText", Speech.Say(subject), ConflictSpeech.Stretch(absence.Start, absence.End)];
        if (!await _confirm!.AskAsync(Texts["DeleteEntryTitle"], text, Texts["Delete"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            var deleted = await Service.DeleteAsync(actor, EventId, absence.Id, absence.Version, Lifetime);
            await LeaveFormAsync(actor);
            _done = deleted.IsSuccess ? Texts["EntryDeleted"].Value : null;
            _problem = deleted.Error switch
            {
                null => null,
                { Kind: ErrorKind.Stale or ErrorKind.NotFound } => Texts["ChangedMeanwhile"],
                { } refused => Errors.Say(refused),
            };
        });
    }

    private Task OnKeepMineAsync()
    {
        _form.Version = _stored!.Version;
        return OnSaveAsync();
    }

    private void OnTakeTheirs() => (_form, _stored) = (_stored!, null);

    private async Task LeaveFormAsync(Actor actor)
    {
        if (Edit is not null)
        {
            Edit = null;
            Navigation.NavigateTo(VenueRoutes.Availability(EventId));
        }

        await LoadAsync(actor);
    }

    private async Task LoadAsync(Actor actor)
    {
        (_done, _problem, _stored) = (null, null, null);
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var overview = head.IsSuccess ? await Queries.GetAsync(actor, EventId, Lifetime) : head.Error!;
        if (!overview.IsSuccess)
        {
            _refused = overview.Error;
            return;
        }

        (_head, _overview) = (head.Value, overview.Value);
        _subjects = [.. _overview.Subjects.Select(subject => new SelectOption<string?>(subject.Key, Speech.Say(subject), Speech.Group(subject.Kind)))];
        if (Edit is not { } id)
        {
            _form = new AvailabilityForm();
            return;
        }

        var form = await Queries.GetFormAsync(actor, EventId, id, Lifetime);
        (_form, _refused) = form.IsSuccess ? (form.Value, null) : (new AvailabilityForm(), form.Error);
    }

    private string EditAddress(Guid id) => $"{VenueRoutes.Availability(EventId)}?edit={id}#absence";

    private IReadOnlyList<VersionDifference> Differences()
    {
        var (mine, theirs) = (_form, _stored!);
        VersionDifference Row(string key, Func<AvailabilityForm, string?> say) => new(Texts[key], say(mine) ?? "", say(theirs) ?? "");
        return VersionDifference.Among(
        [
            Row("FirstDay", form => form.FirstDay?.ToString("D", CultureInfo.CurrentCulture)),
            Row("FromTime", form => form.From?.ToString("HH:mm", CultureInfo.CurrentCulture)),
            Row("LastDay", form => form.LastDay?.ToString("D", CultureInfo.CurrentCulture)),
            Row("ToTime", form => form.To?.ToString("HH:mm", CultureInfo.CurrentCulture)),
            Row("Note", form => form.Note),
        ]);
    }
}
