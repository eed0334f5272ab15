using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events.Staff;

/// <summary>What the pages share that do something to an event as a whole: the event above, a form, and what came of it.</summary>
public abstract class WholeEventPage : StaffPage
{
    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required WholeEventQueries Queries { get; init; }

    [Inject]
    public required EventSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<WholeEventTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>The event above the form; null until it is read.</summary>
    protected EventHead? Head { get; private set; }

    /// <summary>Why the page shows nothing, or null.</summary>
    protected Error? Refused { get; private set; }

    /// <summary>The form, for refusals beside its fields.</summary>
    protected PortalForm? Form { get; set; }

    protected override Task OnInitializedAsync() => ShowAsync(LoadAsync);

    /// <summary>Reads what the page shows below the event.</summary>
    /// <returns>Why it may not be shown, or null.</returns>
    protected abstract Task<Error?> ReadAsync(Actor actor);

    /// <summary>Reads everything anew.</summary>
    protected async Task LoadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        Refused = head.Error ?? await ReadAsync(actor);
        Head = Refused is null ? head.Value : null;
    }

    /// <summary>Shows a refusal where it belongs: beside its field, or in place of the page where the event is out of reach by now. A stale page reads anew and says so.</summary>
    protected async Task ShowRefusalAsync(Actor actor, Result refused)
    {
        if (refused.Error is { Kind: ErrorKind.NotFound or ErrorKind.Forbidden })
        {
            (Refused, Head) = (refused.Error, null);
            return;
        }

        if (refused.Error is { Kind: ErrorKind.Stale })
        {
            await LoadAsync(actor);
        }

        Form?.ShowErrors(Errors.Say(refused));
    }
}
