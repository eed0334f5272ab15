using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class InterpretersPage
{
    private EventHead? _head;
    private IReadOnlyList<InterpreterTeamRow>? _teams;
    private InterpretersForm _form = new();
    private InterpretersForm? _stored;
    private Error? _refused;
    private PortalForm? _portalForm;
    private ConfirmDialog? _confirm;
    private string? _done;
    private string? _problem;

    [Inject]
    public required InterpretersService Service { get; init; }

    [Inject]
    public required InterpretersQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<AvailabilityTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>The team that the form changes; null for a new one.</summary>
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
                var name = _form.Name;
                await LeaveFormAsync(actor);
                _done = Texts["TeamSaved", name!];
                break;
            case { Kind: ErrorKind.Stale }:
                var teams = await Queries.ListAsync(actor, EventId, Lifetime);
                (_stored, _refused) = (teams.IsSuccess ? FormOf(teams.Value) : null, teams.Error);
                break;
            case { Kind: ErrorKind.NotFound }:
                _refused = saved.Error;
                break;
            default:
                _portalForm!.ShowErrors(Errors.Say(saved));
                break;
        }
    });

    private async Task OnDeleteAsync(InterpreterTeamRow team)
    {
        if (!await _confirm!.AskAsync(Texts["DeleteTeamTitle"], Texts["DeleteTeamText", team.Name], Texts["Delete"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            var deleted = await Service.DeleteAsync(actor, EventId, team.Id, team.Version, Lifetime);
            await LeaveFormAsync(actor);
            _done = deleted.IsSuccess ? Texts["TeamDeleted", team.Name].Value : null;
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
            Navigation.NavigateTo(VenueRoutes.Interpreters(EventId));
        }

        await LoadAsync(actor);
    }

    private async Task LoadAsync(Actor actor)
    {
        (_done, _problem, _stored) = (null, null, null);
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var teams = head.IsSuccess ? await Queries.ListAsync(actor, EventId, Lifetime) : head.Error!;
        if (!teams.IsSuccess)
        {
            _refused = teams.Error;
            return;
        }

        (_head, _teams) = (head.Value, teams.Value);
        var form = Edit is null ? new InterpretersForm() : FormOf(_teams);
        (_form, _refused) = form is null ? (new InterpretersForm(), Error.NotFound()) : (form, null);
    }

    private InterpretersForm? FormOf(IEnumerable<InterpreterTeamRow> teams) => teams.FirstOrDefault(team => team.Id == Edit) is { } found
        ? new InterpretersForm { Name = found.Name, Languages = [.. found.Languages], Version = found.Version }
        : null;

    private IReadOnlyList<VersionDifference> Differences() => VersionDifference.Among(
    [
        new VersionDifference(Texts["TeamName"], _form.Name ?? "", _stored!.Name ?? ""),
        new VersionDifference(Texts["Languages"], LanguageNames.Of(_form.Languages), LanguageNames.Of(_stored.Languages)),
    ]);
}
