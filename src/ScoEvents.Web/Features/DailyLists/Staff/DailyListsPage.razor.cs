using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.DailyLists.Staff;

public sealed partial class DailyListsPage
{
    private DailyListForm _form = new() { Language = PortalLanguages.Current.Code };
    private EventHead? _head;
    private DailyLists? _lists;
    private Error? _refused;
    private List<SelectOption<ScheduledSubject>> _subjects = [];
    private List<SelectOption<string>> _languages = [];
    private List<SelectOption<int>> _hours = [];
    private PortalForm? _portalForm;
    private ConfirmDialog? _confirm;
    private string? _said;
    private string? _failure;

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required DailyListQueries Queries { get; init; }

    [Inject]
    public required DailyListService Service { get; init; }

    [Inject]
    public required IStringLocalizer<DailyListTexts> Texts { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        _subjects = [.. Enum.GetValues<ScheduledSubject>().Select(subject => new SelectOption<ScheduledSubject>(subject, Texts[$"Subject.Name.{subject}"]))];
        _languages = [.. PortalLanguages.All.Select(language => new SelectOption<string>(language.Code, language.NativeName))];
        _hours = [.. Enumerable.Range(0, 24).Select(hour => new SelectOption<int>(hour, new TimeOnly(hour, 0).ToString("HH:mm", CultureInfo.InvariantCulture)))];
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        (_refused, _head) = (head.Error, head.IsSuccess ? head.Value : null);
        await LoadAsync(actor);
    });

    private Task OnSetUpAsync() => TryAsync(async actor =>
    {
        _said = null;
        var set = await Service.SetUpAsync(actor, EventId, _form, Lifetime);
        if (set.IsSuccess)
        {
            (_said, _form) = (Texts["IsSetUp"], new DailyListForm { Language = _form.Language, Hour = _form.Hour });
            await LoadAsync(actor);
        }
        else
        {
            _portalForm!.ShowErrors(Errors.Say(set));
        }
    });

    private Task OnPauseAsync(DailyListRow row) => ActAsync(actor => Service.PauseAsync(actor, EventId, row.Id, Lifetime));

    private Task OnResumeAsync(DailyListRow row) => ActAsync(actor => Service.ResumeAsync(actor, EventId, row.Id, Lifetime));

    private Task OnSendAsync(DailyListRow row) => ActAsync(actor => Service.SendNowAsync(actor, EventId, row.Id, Lifetime), Texts["IsSent", row.ToAddress]);

    private async Task OnDeleteAsync(DailyListRow row)
    {
        if (await _confirm!.AskAsync(Texts["DeleteThis", row.ToAddress], Texts["DeleteText"], Texts["Delete"], isDangerous: true))
        {
            await ActAsync(actor => Service.DeleteAsync(actor, EventId, row.Id, Lifetime));
        }
    }

    private Task ActAsync(Func<Actor, Task<Result>> act, string? said = null) => TryAsync(async actor =>
    {
        var done = await act(actor);
        (_failure, _said) = (done.Error is { } error ? Errors.Say(error) : null, done.IsSuccess ? said : null);
        await LoadAsync(actor);
    });

    private async Task LoadAsync(Actor actor)
    {
        var lists = await Queries.ListAsync(actor, EventId, Lifetime);
        (_refused, _lists) = (lists.Error ?? _refused, lists.IsSuccess ? lists.Value : null);
    }

    private string Say(string? code) => code is null ? "" : Errors.Say(Error.Refused(code));

    private static string StateOf(DailyListRow row) => row.StoppedAt is not null ? "Stopped" : row.NextRunAt is null ? "Paused" : "Running";

    private static Tone ToneOf(DailyListRow row) => row.StoppedAt is not null ? Tone.Danger : row.NextRunAt is null ? Tone.Neutral : Tone.Success;
}
