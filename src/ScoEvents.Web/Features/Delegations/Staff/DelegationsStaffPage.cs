using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

/// <summary>What the staff pages of this feature share: the reader's language, and what is said of the last change.</summary>
public abstract class DelegationsStaffPage : StaffPage
{
    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<DelegationsTexts> Texts { get; init; }

    /// <summary>The reader's language.</summary>
    protected PortalLanguage Language { get; } = PortalLanguages.Current;

    /// <summary>What went wrong with the last change, in words; null where nothing did.</summary>
    protected string? Problem { get; set; }

    /// <summary>What came of the last change, in words.</summary>
    protected string? Done { get; set; }

    /// <summary>Asks a service for a change; null where the database was away or another change is under way.</summary>
    protected async Task<TResult?> SendAsync<TResult>(Func<Actor, CancellationToken, Task<TResult>> change)
        where TResult : Result
    {
        TResult? outcome = null;
        (Problem, Done) = (null, null);
        await TryAsync(async actor => outcome = await change(actor, Lifetime));
        return outcome;
    }

    /// <summary>Shows a refusal that belongs to no field, and tells whether there was none.</summary>
    protected bool Succeeded(Result? outcome)
    {
        if (outcome is { IsSuccess: false })
        {
            Problem = string.Join(' ', outcome.Errors.Select(Speech.Say));
        }

        return outcome is { IsSuccess: true };
    }
}
