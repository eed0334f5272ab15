using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

/// <summary>What happens after a person is saved.</summary>
public enum SaveKind
{
    /// <summary>Back to the delegation.</summary>
    Save,

    /// <summary>On to the next person.</summary>
    Next,

    /// <summary>The person is handed in.</summary>
    Submit,
}

public sealed partial class DelegatePanel
{
    private static readonly DelegateField[] _travel = [DelegateField.Visa, DelegateField.Arrival, DelegateField.Departure, DelegateField.Accommodation];
    private static readonly DelegateField[] _needs = [DelegateField.Diet, DelegateField.AccessNeeds, DelegateField.Languages, DelegateField.Consent];

    // What is spoken at these events; the interpreters' desk asks for nothing else.
    private static readonly string[] _offered = ["en", "ru", "zh", "hi", "ur", "fa", "kk", "ky", "tg", "uz", "be", "mn", "ar", "tr"];

    private static readonly HashSet<string> _travelFields =
        [nameof(DelegateForm.VisaPost), nameof(DelegateForm.ArrivesOn), nameof(DelegateForm.ArrivesAt), nameof(DelegateForm.Arrival), nameof(DelegateForm.DepartsOn), nameof(DelegateForm.DepartsAt), nameof(DelegateForm.Departure), nameof(DelegateForm.Accommodation)];

    private static readonly HashSet<string> _needsFields = [nameof(DelegateForm.Diet), nameof(DelegateForm.AccessNeeds), nameof(DelegateForm.Languages), nameof(DelegateForm.Consent)];

    private IReadOnlyList<SelectOption<DelegationRole?>> _roles = [];
    private IReadOnlyList<SelectOption<FormOfAddress?>> _addresses = [];
    private IReadOnlyList<SelectOption<AttendeeCategory?>> _categories = [];
    private IReadOnlyList<(string Code, string Name)> _spoken = [];
    private IReadOnlyList<string> _languages = [];
    private ElementReference _heading;
    private PortalForm? _form;
    private SaveKind _kind;
    private IReadOnlyList<FieldComment> _unplaced = [];
    private bool _opensTravel;
    private bool _opensNeeds;

    [Inject]
    public required IStringLocalizer<DelegationsTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<DelegateTexts> Words { get; init; }

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    /// <summary>What is typed; lives on the page, so that no refusal takes it away.</summary>
    [Parameter, EditorRequired]
    public required DelegateForm Form { get; set; }

    /// <summary>What the event asks for.</summary>
    [Parameter, EditorRequired]
    public required RegistrationRules Rules { get; set; }

    [Parameter, EditorRequired]
    public required SideLabel Side { get; set; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    /// <summary>All states, in the order of the reader's language.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SelectOption<Guid?>> States { get; set; } = [];

    /// <summary>The person being changed, or null for a new one.</summary>
    [Parameter]
    public DelegateDetails? Editing { get; set; }

    /// <summary>The person who is replaced by the one in the form, or null.</summary>
    [Parameter]
    public DelegateDetails? InsteadOf { get; set; }

    /// <summary>What the exchange changes in the programme, in words; null where it is not known.</summary>
    [Parameter]
    public string? Programme { get; set; }

    /// <summary>Who could take the place of the one who is replaced.</summary>
    [Parameter]
    public IReadOnlyList<DelegateDetails> Reserve { get; set; } = [];

    /// <summary>What somebody else stored in the meantime, or null.</summary>
    [Parameter]
    public DelegateDetails? Stored { get; set; }

    /// <summary>When what stands in the form was typed, where it was brought back; null otherwise.</summary>
    [Parameter]
    public string? RestoredAt { get; set; }

    /// <summary>Whether some fields are filled from the person before.</summary>
    [Parameter]
    public bool IsCarried { get; set; }

    /// <summary>What became of the draft, in words.</summary>
    [Parameter]
    public string? DraftNote { get; set; }

    /// <summary>Why what is typed stands on this page alone, in words; null while it does not.</summary>
    [Parameter]
    public string? DraftProblem { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<SaveKind> OnSave { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback OnTakeStored { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    [Parameter]
    public EventCallback<DelegateDetails> OnTakeReserve { get; set; }

    private IReadOnlyList<FieldComment> Comments => Editing?.Comments ?? [];

    public void ShowErrors(IEnumerable<(string Field, string Message)> errors)
    {
        var all = errors.ToList();
        // A refusal must not hide in a section that is folded up.
        _opensTravel |= all.Any(error => _travelFields.Contains(error.Field));
        _opensNeeds |= all.Any(error => _needsFields.Contains(error.Field));
        _form!.ShowErrors(all);
    }

    protected override void OnInitialized()
    {
        _roles = [.. Enum.GetValues<DelegationRole>().Select(role => new SelectOption<DelegationRole?>(role, Texts[$"Role.{role}"]))];
        _addresses = [.. Enum.GetValues<FormOfAddress>().Select(address => new SelectOption<FormOfAddress?>(address, Words[$"Address.{address}"]))];
        _categories = [.. Enum.GetValues<AttendeeCategory>().Select(category => new SelectOption<AttendeeCategory?>(category, Words[$"Category.{category}"]))];
        _spoken = [.. _offered.Select(code => (code, CultureInfo.GetCultureInfo(code).NativeName))];
        var written = Form.Function.ToDictionary().Keys.Concat(Form.Body.ToDictionary().Keys);
        _languages = [.. Rules.Languages.Concat(written).Distinct()];
        _opensTravel = _travel.Any(Wants) || Comments.Any(comment => _travelFields.Contains(comment.Field) || _travel.Any(field => field.ToString() == comment.Field));
        _opensNeeds = _needs.Any(Wants) || Comments.Any(comment => _needsFields.Contains(comment.Field));
        _unplaced = [.. Comments.Where(comment => Enum.TryParse<DelegateField>(comment.Field, out var field) && !Shows(field))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _heading.FocusAsync();
        }
    }

    private bool Shows(DelegateField field) => Need(field) != FieldNeed.Hidden;

    private bool Wants(DelegateField field) => Need(field) == FieldNeed.Required;

    private FieldNeed Need(DelegateField field) => Rules.NeedOf(field, InsteadOf?.Role ?? Form.Role ?? DelegationRole.Member);

    private string? HelpOf(DelegateField field, string? help = null) => (Wants(field), help) switch
    {
        (false, _) => help,
        (true, null) => Words["Needed"],
        _ => $"{help}. {Words["Needed"]}",
    };

    private Task OnLanguageAsync(string code, bool isSpoken)
    {
        Form.Languages = isSpoken ? [.. Form.Languages, code] : [.. Form.Languages.Where(other => other != code)];
        return OnTyped.InvokeAsync();
    }

    // The word that was chosen is the family name, the others are the given names.
    private void UseLatin(string family)
    {
        var words = (Domain.Names.LatinNames.Offer(Form.NativeName) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        words.Remove(family);
        (Form.FamilyName, Form.GivenNames) = (family, string.Join(' ', words));
    }

    private IReadOnlyList<VersionDifference> Differences(DelegateDetails stored) => VersionDifference.Among(
    [
        new(Texts["Column.Role"], Texts[$"Role.{Form.Role}"], Texts[$"Role.{stored.Role}"]),
        new(Texts["Person.FamilyName"], Form.FamilyName?.Trim() ?? "", stored.FamilyName),
        new(Texts["Person.GivenNames"], Form.GivenNames?.Trim() ?? "", stored.GivenNames),
        new(Texts["Column.NativeName"], Form.NativeName?.Trim() ?? "", stored.NativeName ?? ""),
        new(Texts["Column.Function"], Form.Function.ToText().ForReader(), stored.Function.ForReader()),
        new(Texts["Column.Body"], Form.Body.ToText().ForReader(), stored.Body.ForReader()),
        new(Texts["Column.Email"], Form.Email?.Trim() ?? "", stored.Email),
        new(Words["Field.Accommodation"], Form.Accommodation?.Trim() ?? "", stored.Stay.Accommodation ?? ""),
        new(Words["Field.ArrivalBy"], Form.Arrival?.Trim() ?? "", stored.Stay.Arrival ?? ""),
        new(Words["Field.DepartureBy"], Form.Departure?.Trim() ?? "", stored.Stay.Departure ?? ""),
        new(Words["Field.Diet"], Form.Diet?.Trim() ?? "", stored.Stay.Diet ?? ""),
        new(Words["Field.AccessNeeds"], Form.AccessNeeds?.Trim() ?? "", stored.Stay.AccessNeeds ?? ""),
    ]);

    private string Title() => (Editing, InsteadOf) switch
    {
        (not null, _) => Texts["Person.Edit", Editing.DisplayName],
        (_, not null) => Words["Substitute.Title", InsteadOf.DisplayName],
        _ => Form.IsReserve ? Words["Reserve.Add"] : Texts["Own.Add"],
    };

    private string SaveText() => (Editing, InsteadOf) switch
    {
        (not null, _) => Texts["Save"],
        (_, not null) => Words["Substitute.Confirm"],
        _ => Texts["Person.Register"],
    };

    private string? KeptPhoto() => Editing is { PhotoMark: { } mark } ? DelegationRoutes.Photo(EventId, Editing.Id, mark) : null;

    private string PassportHelp() => Editing is { PassportMasked.Length: > 0 } ? Texts["Person.PassportKept", Editing.PassportMasked] : Texts["Person.PassportHelp"];
}
