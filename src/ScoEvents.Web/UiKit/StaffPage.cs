using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.UiKit;

/// <summary>
/// What interactive pages share: who asks, how long the page lives, and that a database which is away for a moment costs
/// nobody what was typed.
/// </summary>
public abstract partial class StaffPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _lifetime = new();
    private int _readings;

    protected StaffPage() => Lifetime = _lifetime.Token;

    [Inject]
    public required AuthenticationStateProvider Authentication { get; init; }

    [Inject]
    public required ILogger<StaffPage> Log { get; init; }

    /// <summary>Ends with the page; every call of a service gets it.</summary>
    protected CancellationToken Lifetime { get; }

    /// <summary>Whether the last <see cref="TryAsync"/> failed because the data could not be reached; shown by <see cref="DataAwayNotice"/>.</summary>
    protected bool IsDataAway { get; private set; }

    /// <summary>Whether a <see cref="TryAsync"/> is under way; buttons are held meanwhile.</summary>
    protected bool IsBusy { get; private set; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The user of this circuit.</summary>
    protected Task<Actor> ActorAsync() => Authentication.ActorAsync();

    /// <summary>Begins a reading of what the page shows, which may go on beside another one: what others changed is read while the person asks for something else.</summary>
    /// <returns>Whether a later one has begun since; only that one belongs to what is asked for now.</returns>
    protected Func<bool> BeginReading()
    {
        var own = ++_readings;
        return () => own != _readings;
    }

    /// <summary>Reads what the page shows. A database that is away then replaces the page, with a button to try again: there is nothing typed to keep.</summary>
    protected async Task ShowAsync(Func<Actor, Task> read)
    {
        try
        {
            await read(await ActorAsync());
        }
        catch (OperationCanceledException) when (Lifetime.IsCancellationRequested)
        {
            // The person left the page; there is nobody to tell.
        }
    }

    /// <summary>Does what a person asked for, once at a time. A database that is away leaves the page as it is, with <see cref="IsDataAway"/> set.</summary>
    protected async Task TryAsync(Func<Actor, Task> work)
    {
        if (IsBusy)
        {
            return;
        }

        IsBusy = true;
        try
        {
            await TryAsideAsync(work);
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>As <see cref="TryAsync"/>, for reading that follows a field: buttons stay as they are, and one that is pressed meanwhile counts.</summary>
    protected async Task TryAsideAsync(Func<Actor, Task> work)
    {
        IsDataAway = false;
        try
        {
            await work(await ActorAsync());
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogDataAway(Log, exception);
            IsDataAway = true;
        }
        catch (OperationCanceledException) when (Lifetime.IsCancellationRequested)
        {
            // The person left the page; there is nobody to tell.
        }
    }

    [LoggerMessage(LogLevel.Warning, "A staff page could not reach the database; what was typed is kept")]
    private static partial void LogDataAway(ILogger logger, Exception exception);
}
