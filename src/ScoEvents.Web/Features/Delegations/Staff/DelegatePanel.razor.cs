using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class DelegatePanel
{
    private IReadOnlyList<SelectOption<DelegationRole?>> _roles = [];
    private ElementReference _heading;
    private PortalForm? _form;

    [Inject]
    public required IStringLocalizer<DelegationsTexts> Texts { get; init; }

    /// <summary>What is typed; lives on the page, so that no refusal takes it away.</summary>
    [Parameter, EditorRequired]
    public required DelegateForm Form { get; set; }

    /// <summary>The person being changed, or null for a new one.</summary>
    [Parameter]
    public DelegateDetails? Editing { get; set; }

    /// <summary>What somebody else stored in the meantime, or null.</summary>
    [Parameter]
    public DelegateDetails? Stored { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback OnSave { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback OnTakeStored { get; set; }

    /// <summary>A form filled with what is known of a person; the passport's number stays out of it.</summary>
    public static DelegateForm FormOf(DelegateDetails person) => new()
    {
        Role = person.Role,
        FamilyName = person.FamilyName,
        GivenNames = person.GivenNames,
        NativeName = person.NativeName,
        Function = person.Function.ToInput(),
        Body = person.Body.ToInput(),
        Email = person.Email,
        Version = person.Version,
    };

    public void ShowErrors(IEnumerable<(string Field, string Message)> errors) => _form!.ShowErrors(errors);

    protected override void OnInitialized() =>
        _roles = [.. Enum.GetValues<DelegationRole>().Select(role => new SelectOption<DelegationRole?>(role, Texts[$"Role.{role}"]))];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _heading.FocusAsync();
        }
    }

    private IReadOnlyList<VersionDifference> Differences(DelegateDetails stored) => VersionDifference.Among(
    [
        new(Texts["Column.Role"], Texts[$"Role.{Form.Role}"], Texts[$"Role.{stored.Role}"]),
        new(Texts["Person.FamilyName"], Form.FamilyName?.Trim() ?? "", stored.FamilyName),
        new(Texts["Person.GivenNames"], Form.GivenNames?.Trim() ?? "", stored.GivenNames),
        new(Texts["Column.NativeName"], Form.NativeName?.Trim() ?? "", stored.NativeName ?? ""),
        new(Texts["Column.Function"], Form.Function.En?.Trim() ?? "", stored.Function.In(Languages.English)),
        new(Texts["Column.Body"], Form.Body.En?.Trim() ?? "", stored.Body.In(Languages.English)),
        new(Texts["Column.Email"], Form.Email?.Trim() ?? "", stored.Email),
    ]);

    private string PassportHelp() => Editing is null ? Texts["Person.PassportHelp"] : Texts["Person.PassportKept", Editing.PassportMasked];
}
