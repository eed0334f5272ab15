using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.FocalPoints.Staff;

public sealed partial class NamePanel
{
    private FocalPointForm _form = new();
    private PortalForm? _portalForm;
    private IReadOnlyList<SelectOption<FocalPointRank?>> _ranks = [];
    private IReadOnlyList<SelectOption<string?>> _languages = [];

    [Inject]
    public required IStringLocalizer<FocalPointTexts> Words { get; init; }

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Parameter]
    public bool HasPrincipal { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter, EditorRequired]
    public required Func<FocalPointForm, Task<Result?>> OnInvite { get; set; }

    protected override void OnInitialized()
    {
        _ranks = [.. Enum.GetValues<FocalPointRank>().Select(rank => new SelectOption<FocalPointRank?>(rank, Words[$"Rank.{rank}"]))];
        _languages = [.. PortalLanguages.All.Select(language => new SelectOption<string?>(language.Code, language.NativeName))];
        _form = Blank();
    }

    private FocalPointForm Blank() => new()
    {
        Rank = HasPrincipal ? FocalPointRank.Deputy : FocalPointRank.Principal,
        Language = PortalLanguages.Current.Code,
    };

    private async Task OnSubmitAsync()
    {
        var outcome = await OnInvite(_form);
        if (outcome is { IsSuccess: true })
        {
            _form = Blank();
        }
        else if (outcome is not null)
        {
            _portalForm!.ShowErrors(Speech.Say(outcome));
        }
    }
}
