using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Delegations.Staff;

/// <summary>What the staff pages of this feature share: who asks, how long it matters, and what is said when a change did not come about.</summary>
public abstract class DelegationsStaffPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _lifetime = new();

    [Inject]
    public required AuthenticationStateProvider Authentication { get; init; }

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<DelegationsTexts> Texts { get; init; }

    /// <summary>Ends with the page.</summary>
    protected CancellationToken Lifetime => _lifetime.Token;

    /// <summary>The reader's language.</summary>
    protected PortalLanguage Language { get; } = PortalLanguages.Current;

    /// <summary>True from a click to its answer.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>What went wrong with the last change, in words; null where nothing did.</summary>
    protected string? Problem { get; set; }

    /// <summary>What came of the last change, in words.</summary>
    protected string? Done { get; set; }

    protected Task<Actor> ActorAsync() => Authentication.ActorAsync();

    /// <summary>Asks a service for a change. A database that is away for the moment is no reason to lose the page and what was typed on it: null then, with the words in <see cref="Problem"/>.</summary>
    protected async Task<TResult?> SendAsync<TResult>(Func<Actor, CancellationToken, Task<TResult>> change)
        where TResult : Result
    {
        if (IsBusy)
        {
            return null;
        }

        (IsBusy, Problem, Done) = (true, null, null);
        try
        {
            return await change(await ActorAsync(), Lifetime);
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            Problem = Texts["DatabaseAway"];
            return null;
        }
        finally
        {
            IsBusy = false;
        }
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

    /// <summary>The page's status where a reading was refused.</summary>
    protected static int StatusCodeOf(Error refused) =>
        refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lifetime.Cancel();
            _lifetime.Dispose();
        }
    }
}
