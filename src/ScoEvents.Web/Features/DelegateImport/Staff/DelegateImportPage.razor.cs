using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.DelegateImport.Staff;

public sealed partial class DelegateImportPage
{
    private const int LeastDigits = 5;

    private const int MostProblems = 5;

    private DelegateImportSetting? _setting;
    private Error? _refused;
    private DelegateTable? _table;
    private DelegateImportForm _form = new();
    private DelegateImportPlan? _plan;
    private bool _isDone;
    private bool _isPlanNew;
    private int _round;
    private ElementReference _planTitle;

    [Inject]
    public required DelegateImportQueries Queries { get; init; }

    [Inject]
    public required DelegateImportService Service { get; init; }

    [Inject]
    public required DelegateFileReader Reader { get; init; }

    [Inject]
    public required IStringLocalizer<DelegateImportTexts> Words { get; init; }

    [Parameter]
    public Guid InvitationId { get; set; }

    protected override Task OnParametersSetAsync() => TryAsync(async actor =>
    {
        var setting = await Queries.GetSettingAsync(actor, InvitationId, Lifetime);
        (_setting, _refused) = (setting.IsSuccess ? setting.Value : null, setting.Error);
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isPlanNew)
        {
            _isPlanNew = false;
            await _planTitle.FocusAsync();
        }
    }

    // A passport's number stands on no screen, also where it came from a file a moment ago and nobody has said yet what the column holds.
    private string Sample(int column)
    {
        var cell = _table!.Rows.Select(row => row[column]).FirstOrDefault(cell => cell.Length > 0) ?? "";
        return _form.Columns[column] switch
        {
            "passport" => "•••",
            null or "" when IsLikeNumberOfPassport(cell) => "•••",
            _ => cell,
        };
    }

    private static bool IsLikeNumberOfPassport(string cell) => cell.Count(char.IsAsciiDigit) >= LeastDigits && PassportNumber.Parse(cell).IsSuccess;

    private async Task OnFileAsync(InputFileChangeEventArgs chosen)
    {
        (Problem, Done, _table, _plan, _isDone) = (null, null, null, null, false);
        if (chosen.FileCount == 0)
        {
            return;
        }

        await TryAsync(async _ =>
        {
            if (chosen.File.Size > DelegateTableReader.MaxBytes)
            {
                Problem = Speech.Say(Error.Refused(DelegateTableReader.TooLarge, DelegateTableReader.MaxBytes / 1024 / 1024));
                return;
            }

            using var bytes = new MemoryStream();
            await using (var stream = chosen.File.OpenReadStream(DelegateTableReader.MaxBytes, Lifetime))
            {
                await stream.CopyToAsync(bytes, Lifetime);
            }

            var table = await Reader.ReadAsync(bytes.ToArray(), Lifetime);
            if (table.Problem is { } code)
            {
                Problem = Speech.Say(Error.Refused(code, [.. table.Arguments]));
                return;
            }

            (_table, _form) = (table, new DelegateImportForm { Columns = [.. DelegateHeadings.Guess(table.Headings)] });
        });
        _round += _table is null ? 1 : 0;
    }

    private void OnColumn(int column, string? meaning)
    {
        _form.Columns[column] = string.IsNullOrEmpty(meaning) ? null : meaning;
        _plan = null;
    }

    private async Task OnPlanAsync()
    {
        await PlanAsync();
        _isPlanNew = _plan is not null;
    }

    private async Task OnDecideAsync((int Row, Guid? Person) decision)
    {
        _form.Decisions[decision.Row] = decision.Person;
        await PlanAsync();
    }

    // A refusal of a row names it as the file does, and its column as the reader does.
    private string Say(Error error)
    {
        if (error.Field is not { } field || !field.StartsWith("Rows[", StringComparison.Ordinal) || field.IndexOf(']', StringComparison.Ordinal) is not (> 5 and var end))
        {
            return Speech.Say(error);
        }

        var (row, meaning) = (field[5..end], DelegateImportFields.MeaningOf(field[(end + 1)..].TrimStart('.')));
        return meaning is null
            ? Words["RowProblem", row, Speech.Say(error)]
            : Words["CellProblem", row, DelegateHeadings.Of(meaning, PortalLanguages.Current.Code), Speech.Say(error)];
    }

    private async Task PlanAsync()
    {
        _plan = null;
        var planned = await SendAsync((actor, cancellation) => Queries.PlanAsync(actor, InvitationId, _table!, _form, cancellation));
        if (planned is { IsSuccess: true })
        {
            _plan = planned.Value;
        }
        else
        {
            Succeeded(planned);
        }
    }

    private async Task OnApplyAsync()
    {
        var applied = await SendAsync((actor, cancellation) => Service.ApplyAsync(actor, InvitationId, _table!, _form, cancellation));
        // A limit that many rows run into is said once.
        var problems = applied?.Errors.Select(Say).Distinct(StringComparer.Ordinal).Take(MostProblems).ToList();
        if (Succeeded(applied))
        {
            var done = Words["Done", applied!.Value.Added, applied.Value.Changed];
            (_table, _plan, _isDone) = (null, null, true);
            _round++;
            Done = done;
        }
        else if (applied is not null && applied.Error!.Kind != ErrorKind.Stale)
        {
            Problem = string.Join(' ', problems!);
        }
        else if (applied is { Error.Kind: ErrorKind.Stale })
        {
            var problem = Problem;
            await PlanAsync();
            Problem = problem;
        }
    }
}
