using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class EventEditPage
{
    private const string ZoneListId = "time-zones";

    private EventForm _form = new();
    private EventForm? _stored;
    private EventChoices? _choices;
    private Error? _refused;
    private PortalForm? _portalForm;
    private string? _zoneOfCountry;
    private TemplateKind? _template;
    private ProgrammeMove? _moved;
    private bool _hasSlots;
    private DateOnly? _startBefore;
    private DateOnly? _startShown;
    private string? _zoneBefore;
    private IReadOnlyList<SelectOption<TemplateKind?>> _templates = [];
    private IReadOnlyList<SelectOption<DatesChoice?>> _datesChoices = [];
    private IReadOnlyList<SelectOption<ZoneChoice?>> _zoneChoices = [];
    private IReadOnlyList<SelectOption<Guid?>> _secretariats = [];
    private IReadOnlyList<SelectOption<Guid?>> _countries = [];
    private IReadOnlyList<SelectOption<Guid?>> _hosts = [];
    private IReadOnlyList<SelectOption<Guid>> _sides = [];
    private IReadOnlyList<SelectOption<EventType?>> _types = [];
    private IReadOnlyList<SelectOption<EventFormat?>> _formats = [];
    private IReadOnlyList<string> _zones = [];

    [Inject]
    public required EventsService Service { get; init; }

    [Inject]
    public required EventsQueries Queries { get; init; }

    [Inject]
    public required EventSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<EventsTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<WholeEventTexts> WholeTexts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid? EventId { get; set; }

    /// <summary>Whether the placed sessions have to be asked about because of another first day.</summary>
    private bool IsMoved => _hasSlots && _form.StartsOn is { } day && day != _startBefore;

    /// <summary>Whether they have to be asked about because of another zone.</summary>
    private bool IsRezoned => _hasSlots && EventZone.Find(_form.TimeZone) is { } zone && zone.Id != _zoneBefore;

    protected override Task OnInitializedAsync() => ShowAsync(LoadAsync);

    private Task OnSaveAsync() => TryAsync(async actor =>
    {
        _stored = null;
        if (EventId is not { } id)
        {
            var planned = await Service.PlanAsync(actor, _form, Lifetime);
            Finish(planned, planned.IsSuccess ? planned.Value : default);
            return;
        }

        var edited = await Service.EditAsync(actor, id, _form, Lifetime);
        if (edited.Error is { Kind: ErrorKind.Stale })
        {
            var stored = await Queries.GetFormAsync(actor, id, Lifetime);
            (_stored, _refused) = (stored.IsSuccess ? stored.Value : null, stored.Error);
            (_startBefore, _zoneBefore) = (_stored?.StartsOn, _stored?.TimeZone);
            return;
        }

        if (edited.IsSuccess && edited.Value.Tray.Count > 0)
        {
            _moved = edited.Value;
            return;
        }

        Finish(edited, id);
    });

    private Task OnKeepMineAsync()
    {
        _form.Version = _stored!.Version;
        return OnSaveAsync();
    }

    private void OnTakeTheirs() => (_form, _stored, _startShown) = (_stored!, null, _stored!.StartsOn);

    // A template brings its usual type and length along; what was said before stays.
    private void OnTemplateChanged()
    {
        if (_template is { } kind)
        {
            var template = ProgrammeTemplates.Of(kind);
            _form.Type ??= template.Type;
            if (_form.StartsOn is { } day && (_form.EndsOn is null || _form.EndsOn == day))
            {
                _form.EndsOn = day.AddDays(template.UsualDays - 1);
            }
        }
    }

    // The event keeps its length when its first day moves; a new one has that of its template, or one day.
    private void OnStartChanged()
    {
        if (_form.StartsOn is { } day)
        {
            var length = _form.EndsOn is { } last && _startShown is { } first && last >= first ? last.DayNumber - first.DayNumber
                : _template is { } kind ? ProgrammeTemplates.Of(kind).UsualDays - 1 : 0;
            _form.EndsOn = day > DateOnly.MaxValue.AddDays(-length) ? day : day.AddDays(length);
        }

        _startShown = _form.StartsOn ?? _startShown;
    }

    // Only a zone that came from a country is replaced by another country's; one that was typed stays.
    private void OnCountryChanged()
    {
        var state = _choices!.States.FirstOrDefault(state => state.StateId == _form.CountryId);
        if (state is not null && (string.IsNullOrEmpty(_form.TimeZone) || _form.TimeZone == _zoneOfCountry))
        {
            (_form.TimeZone, _zoneOfCountry) = (state.TimeZone, state.TimeZone);
        }

        if (EventId is null && state is not null)
        {
            _form.HostSideId ??= state.SideId;
        }
    }

    private void Finish(Result result, Guid id)
    {
        if (result.IsSuccess)
        {
            Navigation.NavigateTo(_template is { } kind ? EventRoutes.Template(id, kind) : PortalRoutes.StaffEvent(id));
        }
        else if (result.Error is { Kind: ErrorKind.NotFound })
        {
            _refused = result.Error;
        }
        else
        {
            _portalForm!.ShowErrors(Errors.Say(result));
        }
    }

    private async Task LoadAsync(Actor actor)
    {
        var choices = await Queries.GetChoicesAsync(actor, Lifetime);
        if (!choices.IsSuccess || (EventId is null && choices.Value.Secretariats.Count == 0))
        {
            _refused = choices.Error ?? Error.Forbidden();
            return;
        }

        if (EventId is { } id)
        {
            var form = await Queries.GetFormAsync(actor, id, Lifetime);
            if (!form.IsSuccess)
            {
                _refused = form.Error;
                return;
            }

            var head = await Queries.GetHeadAsync(actor, id, Lifetime);
            if (!head.IsSuccess)
            {
                _refused = head.Error;
                return;
            }

            _form = form.Value;
            (_hasSlots, _startBefore, _startShown, _zoneBefore) = (head.Value.Progress.Scheduled > 0, _form.StartsOn, _form.StartsOn, _form.TimeZone);
        }

        Offer(choices.Value);
        _choices = choices.Value;
        _zoneOfCountry = _choices.States.FirstOrDefault(state => state.StateId == _form.CountryId)?.TimeZone;
    }

    private void Offer(EventChoices choices)
    {
        var names = ReaderOrder.Current;
        var states = choices.States.OrderByDescending(state => state.HasStatus)
            .Select(state => (state, name: state.Name.ForReader(), group: (string)Texts[state.HasStatus ? "ScoStates" : "OtherStates"])).ToList();
        _secretariats = [.. choices.Secretariats.Select(choice => new SelectOption<Guid?>(choice.Id, choice.Name.ForReader()))];
        _countries = [.. states.Select(row => new SelectOption<Guid?>(row.state.StateId, row.name, row.group))];
        _hosts = [.. states.Select(row => new SelectOption<Guid?>(row.state.SideId, row.name, row.group))];
        _sides =
        [
            .. choices.Organisations.Select(choice => new SelectOption<Guid>(choice.Id, choice.Name.ForReader(), Texts["Organisations"])).OrderBy(option => option.Text, names),
            .. states.Select(row => new SelectOption<Guid>(row.state.SideId, row.name, Texts["States"])),
        ];
        _types = [.. Enum.GetValues<EventType>().Select(type => new SelectOption<EventType?>(type, Speech.Say(type)))];
        _formats = [.. Enum.GetValues<EventFormat>().Select(format => new SelectOption<EventFormat?>(format, Speech.Say(format)))];
        _templates = [.. ProgrammeTemplates.All.Select(template => new SelectOption<TemplateKind?>(template.Kind, WholeTexts[$"Template.{template.Kind}"]))];
        _datesChoices = [new(DatesChoice.Shift, WholeTexts["Move.Shift"]), new(DatesChoice.Leave, WholeTexts["Move.Leave"])];
        _zoneChoices = [new(ZoneChoice.KeepClock, WholeTexts["Move.KeepClock"]), new(ZoneChoice.KeepInstant, WholeTexts["Move.KeepInstant"])];
        _zones =
        [
            .. choices.States.Where(state => state.HasStatus).Select(state => state.TimeZone).Distinct(StringComparer.Ordinal)
                .Union(TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal)).Select(zone => zone.Id), StringComparer.Ordinal),
        ];
    }

    private IReadOnlyList<VersionDifference> Differences()
    {
        var (mine, theirs) = (_form, _stored!);
        string Sides(IEnumerable<Guid> ids) => string.Join("; ", ids.Select(id => _sides.FirstOrDefault(side => side.Value == id)?.Text ?? "?"));
        VersionDifference Row<T>(string key, Func<EventForm, T> value, Func<T, string> say) => new(Texts[key], say(value(mine)), say(value(theirs)));
        string Date(DateOnly? day) => day is { } known ? EventSpeech.Day(known) : "";
        return VersionDifference.Among(
        [
            .. VersionDifference.Of(Texts["Title"], mine.Title, theirs.Title),
            Row("Type", form => form.Type, type => type is { } known ? Speech.Say(known) : ""),
            Row("Format", form => form.Format, format => format is { } known ? Speech.Say(known) : ""),
            Row("StartsOn", form => form.StartsOn, Date),
            Row("EndsOn", form => form.EndsOn, Date),
            Row("DelegationQuota", form => form.DelegationQuota, quota => quota?.ToString(System.Globalization.CultureInfo.CurrentCulture) ?? ""),
            .. VersionDifference.Of(Texts["City"], mine.City, theirs.City),
            Row("Country", form => form.CountryId, id => _countries.FirstOrDefault(option => option.Value == id)?.Text ?? ""),
            Row("TimeZone", form => form.TimeZone, zone => zone ?? ""),
            Row("Role.Host", form => form.HostSideId, id => id is { } known ? Sides([known]) : ""),
            Row("CoOrganisers", form => form.CoOrganisers, Sides),
            Row("Auspices", form => form.Auspices, Sides),
            Row("KnowledgePartners", form => form.KnowledgePartners, Sides),
        ]);
    }
}
