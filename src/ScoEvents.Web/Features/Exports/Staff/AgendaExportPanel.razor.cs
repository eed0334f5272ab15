using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Exports.Agenda;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Exports.Staff;

public sealed partial class AgendaExportPanel
{
    private const string Draft = "draft";

    private ExportForm _form = new();
    private ExportChoices? _choices;
    private ExportPreview? _preview;
    private PdfJob? _job;
    private bool _isAddressUnread;
    private int _counts;
    private PortalForm? _portalForm;
    private List<SelectOption<ExportFormat>> _formats = [];
    private List<SelectOption<string>> _languages = [];
    private List<SelectOption<string?>> _seconds = [];
    private List<SelectOption<AgendaDetail>> _details = [];
    private List<SelectOption<SessionAccess>> _accesses = [];
    private List<SelectOption<Classification>> _ceilings = [];
    private List<SelectOption<PaperSize>> _papers = [];
    private List<SelectOption<bool>> _orientations = [];

    [Inject]
    public required ExportQueries Queries { get; init; }

    [Inject]
    public required ExportService Service { get; init; }

    [Inject]
    public required IStringLocalizer<ExportTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<AgendaTexts> AgendaTexts { get; init; }

    [Inject]
    public required IStringLocalizer<DelegationsTexts> DelegationsTexts { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    private string Edition
    {
        get => _form.Edition is { } number ? number.ToString(CultureInfo.InvariantCulture) : Draft;
        set => _form.Edition = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    protected override async Task OnInitializedAsync()
    {
        _formats = [.. Enum.GetValues<ExportFormat>().Select(format => new SelectOption<ExportFormat>(format, Texts[$"Format.{format.Extension()}"]))];
        _languages = [.. PortalLanguages.All.Select(language => new SelectOption<string>(language.Code, language.NativeName))];
        _seconds = [.. PortalLanguages.All.Select(language => new SelectOption<string?>(language.Code, language.NativeName))];
        _details = [.. Enum.GetValues<AgendaDetail>().Select(detail => new SelectOption<AgendaDetail>(detail, Texts[$"Detail.{detail}"]))];
        _accesses = [.. Enum.GetValues<SessionAccess>().Select(access => new SelectOption<SessionAccess>(access, AgendaTexts[$"Access.{access}"]))];
        _ceilings = [.. Enum.GetValues<Classification>().Select(level => new SelectOption<Classification>(level, level.Marking()))];
        _papers = [.. Enum.GetValues<PaperSize>().Select(paper => new SelectOption<PaperSize>(paper, Texts[$"Paper.{paper}"]))];
        _orientations = [new(false, Texts["Orientation.Portrait"]), new(true, Texts["Orientation.Landscape"])];
        await ShowAsync(async actor =>
        {
            var query = new Uri(Navigation.Uri).Query;
            var read = query.Length > 1 ? ExportForm.Parse(query) : null;
            _isAddressUnread = read is null && query.Length > 1;
            _form = read ?? new ExportForm { Edition = 0, Language = PortalLanguages.Current.Code };
            await LoadAsync();
        });
    }

    private async Task LoadAsync()
    {
        var actor = await ActorAsync();
        _choices = (await Queries.ChoicesAsync(actor, EventId, Lifetime)) is { IsSuccess: true } choices ? choices.Value : null;
        if (_choices is { } known && _form.Edition is 0)
        {
            // What was published last is what most people want; before that there is the draft.
            _form.Edition = known.Releases.Count == 0 ? null : known.Releases[0].Number;
        }

        await CountAsync();
        StateHasChanged();
    }

    // Of two counts under way, only the later one belongs to what is chosen now.
    private async Task CountAsync()
    {
        var mine = ++_counts;
        KeepPossible();
        var preview = await Queries.PreviewAsync(await ActorAsync(), EventId, _form, Lifetime);
        if (mine == _counts)
        {
            _preview = preview.IsSuccess && (preview.Value.Days.Count > 0 || _choices?.Releases.Count > 0) ? preview.Value : null;
        }
    }

    private Task OnChangedAsync()
    {
        KeepPossible();
        ForgetJob();
        _isAddressUnread = false;
        Navigation.NavigateTo($"{PortalRoutes.StaffExports(EventId)}?{_form.ToQuery()}", replace: true);
        return TryAsideAsync(_ => CountAsync());
    }

    private void KeepPossible()
    {
        if (_form is { IsDraft: true, Format: ExportFormat.Ics })
        {
            _form.Format = ExportFormat.Pdf;
        }

        if (_form.Second == _form.Language)
        {
            _form.Second = null;
        }
    }

    private Task OnUsedAsync(ExportForm preset)
    {
        _form = preset;
        return OnChangedAsync();
    }

    private Task OnPrintAsync() => TryAsync(async actor =>
    {
        ForgetJob();
        var chosen = _form.ToQuery();
        var job = await Service.PrintAsync(actor, EventId, _form, Lifetime);
        if (job.Error is not null)
        {
            _portalForm!.ShowErrors(Errors.Say(job));
            return;
        }

        if (chosen != _form.ToQuery())
        {
            job.Value.Stop();
            return;
        }

        _job = job.Value;
        _job.Changed += OnJobChanged;
        Lifetime.Register(ForgetJob);
    });

    private void OnJobChanged() => _ = InvokeAsync(() =>
    {
        if (!Lifetime.IsCancellationRequested)
        {
            StateHasChanged();
        }
    });

    // A page that is left, or another choice, needs the old file no more.
    private void ForgetJob()
    {
        if (_job is { } job)
        {
            job.Changed -= OnJobChanged;
            job.Stop();
            _job = null;
        }
    }

    private List<SelectOption<string>> Editions(ExportChoices choices) =>
    [
        .. choices.Releases.Select(release => new SelectOption<string>(
            release.Number.ToString(CultureInfo.InvariantCulture),
            Texts["Edition.Release", release.Number, release.PublishedAt.ToString("d", PortalLanguages.Current.Culture)])),
        new(Draft, Texts["Edition.Draft"]),
    ];

    private string Address(string query) => PortalRoutes.StaffAgenda(EventId, query);
}
