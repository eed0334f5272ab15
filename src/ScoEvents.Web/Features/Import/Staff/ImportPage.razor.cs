using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Import.Staff;

public sealed partial class ImportPage
{
    private const int StepPercent = 5;

    private EventHead? _head;
    private ImportSetting? _setting;
    private Error? _refused;
    private ImportFile? _file;
    private IReadOnlyList<ColumnChoice> _columns = [];
    private string? _columnProblem;
    private IReadOnlyList<ImportRemark> _problems = [];
    private readonly ImportForm _form = new();
    private ImportPlan? _plan;
    private ImportDone? _done;
    private bool _isStale;
    private string? _work;
    private int? _percent;
    private PortalForm? _portalForm;
    private ElementReference _optionsTitle;
    private ElementReference _planTitle;
    private bool _isOptionsNew;
    private bool _isPlanNew;

    [Inject]
    public required ImportQueries Queries { get; init; }

    [Inject]
    public required ImportService Service { get; init; }

    [Inject]
    public required ImportReader Reader { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ImportSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<ImportTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public bool? Remarks { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    // The plan lives as long as the page; another filter of it reads nothing anew.
    protected override Task OnParametersSetAsync() => _head?.Id == EventId ? Task.CompletedTask : ShowAsync(LoadAsync);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isOptionsNew)
        {
            _isOptionsNew = false;
            await _optionsTitle.FocusAsync();
        }

        if (_isPlanNew)
        {
            _isPlanNew = false;
            await _planTitle.FocusAsync();
        }
    }

    private async Task LoadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var setting = head.IsSuccess ? await Queries.GetSettingAsync(actor, EventId, Lifetime) : head.Error!;
        _refused = setting.Error;
        if (setting.IsSuccess)
        {
            (_head, _setting) = (head.Value, setting.Value);
        }
    }

    private Task OnFileAsync(InputFileChangeEventArgs chosen) => TryAsync(async _ =>
    {
        (_file, _columns, _columnProblem, _plan, _done, _isStale, _problems) = (null, [], null, null, null, false, []);
        if (chosen.FileCount == 0)
        {
            return;
        }

        if (chosen.File.Size > ScheduleLimits.MaxBytes)
        {
            _problems = [Refused(ScheduleProblemCodes.FileTooLarge, $"{ScheduleLimits.MaxBytes}")];
            return;
        }

        try
        {
            var file = new ImportFile(chosen.File.Name, await ReceiveAsync(chosen.File));
            if (file.Kind == ScheduleFileKind.Table)
            {
                var head = await Reader.ReadHeadAsync(file, Lifetime);
                if (head.Problems.Count > 0)
                {
                    _problems = [.. head.Problems.Select(ToRemark)];
                    return;
                }

                _columns = ColumnChoice.Of(head);
            }

            (_file, _isOptionsNew) = (file, true);
        }
        catch (IOException)
        {
            _problems = [Refused(ImportSpeech.UploadBroken)];
        }
        finally
        {
            (_work, _percent) = (null, null);
        }
    });

    private Task OnPlanAsync() => TryAsync(PlanAsync);

    private async Task PlanAsync(Actor actor)
    {
        (_plan, _done, _problems, _columnProblem) = (null, null, [], null);
        var mapping = Mapping();
        if (_columns.Count > 0 && mapping is null)
        {
            return;
        }

        try
        {
            Progress(Texts["Reading"]);
            var options = new ScheduleReadingOptions { AssumedAcronym = _setting!.Slug, AssumedTimeZone = _setting.TimeZone ?? "UTC" };
            var reading = await Reader.ReadAsync(_file!, mapping, options, Lifetime);
            if (reading.Document is null)
            {
                _problems = [.. reading.Problems.Select(ToRemark)];
                return;
            }

            Progress(Texts["Comparing"]);
            var plan = await Queries.PlanAsync(actor, EventId, reading, _form, Lifetime);
            if (!plan.IsSuccess)
            {
                _portalForm!.ShowErrors(Errors.Say(plan));
                return;
            }

            (_plan, _isPlanNew) = (plan.Value, true);
            // What was filtered of another plan says nothing of this one.
            Navigation.NavigateTo(ImportRoutes.Page(EventId), replace: true);
        }
        finally
        {
            (_work, _percent) = (null, null);
        }
    }

    private Task OnApplyAsync() => TryAsync(async actor =>
    {
        try
        {
            Progress(Texts["Writing"], 0);
            var progress = new Progress<int>(percent => Progress(Texts["Writing"], percent));
            var done = await Service.ApplyAsync(actor, EventId, _plan!, progress, Lifetime);
            _isStale = done.Error is { Kind: ErrorKind.Stale };
            if (_isStale)
            {
                await PlanAsync(actor);
                return;
            }

            if (!done.IsSuccess)
            {
                _portalForm!.ShowErrors(Errors.Say(done));
                return;
            }

            (_done, _plan, _file, _columns) = (done.Value, null, null, []);
            await LoadAsync(actor);
        }
        finally
        {
            (_work, _percent) = (null, null);
        }
    });

    private async Task<byte[]> ReceiveAsync(IBrowserFile file)
    {
        using var bytes = new MemoryStream((int)file.Size);
        await using var input = file.OpenReadStream(ScheduleLimits.MaxBytes, Lifetime);
        var chunk = new byte[64 * 1024];
        int count;
        while ((count = await input.ReadAsync(chunk, Lifetime)) > 0)
        {
            bytes.Write(chunk, 0, count);
            var percent = (int)(bytes.Length * 100 / file.Size);
            if (_percent is null || percent >= _percent + StepPercent)
            {
                Progress(Texts["Receiving"], percent);
            }
        }

        return bytes.ToArray();
    }

    private SessionTableMapping? Mapping()
    {
        if (_columns.Count == 0)
        {
            return null;
        }

        var chosen = _columns.Where(column => !string.IsNullOrEmpty(column.Meaning)).Select(column => KeyValuePair.Create(column.Heading, column.Meaning!)).ToList();
        if (chosen.GroupBy(column => column.Value, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            _columnProblem = Texts["ColumnTwice", Speech.SayMeaning(twice.Key)];
            return null;
        }

        var mapping = SessionTableMapping.From(chosen);
        _columnProblem = mapping is null ? Texts["ColumnsNeeded"].Value : null;
        return mapping;
    }

    private void Progress(string work, int? percent = null)
    {
        (_work, _percent) = (work, percent);
        StateHasChanged();
    }

    private static ImportRemark ToRemark(ScheduleProblem problem) => new(problem.Severity, problem.Code, problem.Path, problem.Arguments);

    private static ImportRemark Refused(string code, params string[] arguments) => new(ScheduleSeverity.Refused, code, "", arguments);
}
