using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Privacy.Staff;

/// <summary>Retention, purge with proof, and what can be done with the data of one person; the address holds the name that is looked for.</summary>
public sealed partial class PrivacyPage
{
    private EventHead? _head;
    private EventPrivacy? _read;
    private Error? _refused;
    private RetentionForm _form = new();
    private ConfirmDialog? _confirm;
    private string? _problem;
    private string? _done;

    [Inject]
    public required PrivacyQueries Queries { get; init; }

    [Inject]
    public required PrivacyService Service { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ParticipantSpeech ListSpeech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<PrivacyTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [SupplyParameterFromQuery]
    public string? Name { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(ReadAsync);

    private Task OnKeepAsync() => ChangeAsync(actor => Service.KeepUntilAsync(actor, EventId, _form, Lifetime), Texts["Retention.Done"]);

    private async Task OnPurgeAsync()
    {
        var left = _read!.Left;
        if (await _confirm!.AskAsync(Texts["Purge.Title"], Texts["Purge.Text", left["passports"], left["photos"], left["mandates"]], Texts["Purge.Button"], isDangerous: true))
        {
            await ChangeAsync(async actor => await Service.PurgeAsync(actor, EventId, Lifetime), Texts["Purge.Done"]);
        }
    }

    private async Task OnEraseAsync(FoundPerson person)
    {
        if (await _confirm!.AskAsync(Texts["Erase.Title", person.Name], Texts["Erase.Text"], Texts["Erase.Button"], isDangerous: true))
        {
            await ChangeAsync(async actor => await Service.EraseAsync(actor, EventId, person.Id, Lifetime), Texts["Erase.Done"]);
        }
    }

    private Task ChangeAsync(Func<Actor, Task<Result>> change, string done) => TryAsync(async actor =>
    {
        (_problem, _done) = (null, null);
        var outcome = await change(actor);
        _problem = outcome.IsSuccess ? null : string.Join(' ', outcome.Errors.Select(Errors.Say));
        _done = outcome.IsSuccess ? done : null;
        await ReadAsync(actor);
    });

    private async Task ReadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var read = head.IsSuccess ? await Queries.OfEventAsync(actor, EventId, Name, Lifetime) : head.Error!;
        _refused = read.Error;
        if (read.IsSuccess)
        {
            (_head, _read) = (head.Value, read.Value);
            _form = new RetentionForm { Day = read.Value.KeptUntil };
        }
    }
}
