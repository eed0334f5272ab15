using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server.Circuits;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Translations;

/// <summary>What the event whose staff pages are open in a circuit says of its languages: in which its texts are wanted, and which stand in first.</summary>
public sealed partial class OpenEventLanguages(EventLanguageQueries queries)
{
    private readonly ContentFallback _fallback = new();
    private Guid? _eventId;

    /// <summary>The languages in which texts are wanted, or null where no event is open.</summary>
    public IReadOnlyList<string>? Wanted { get; private set; }

    /// <summary>Lets everything that is read from here on follow the open event's order, also after another is opened.</summary>
    public void Flow() => _fallback.Enter();

    /// <summary>Reads what the event of an address says, before its page is shown; outside of events the portal's own order holds.</summary>
    public Task EnterAsync(string path, CancellationToken cancellationToken) =>
        EnterAsync(EventAddress().Match(path) is { Success: true } match && Guid.TryParse(match.Groups["id"].ValueSpan, out var id) ? id : null, cancellationToken);

    /// <summary>Reads it again, after it was changed here.</summary>
    public Task AgainAsync(CancellationToken cancellationToken) => EnterAsync(_eventId, cancellationToken);

    private async Task EnterAsync(Guid? eventId, CancellationToken cancellationToken)
    {
        var said = eventId is { } id ? await ReadAsync(id, cancellationToken) : null;
        (_eventId, Wanted) = (eventId, said?.Wanted);
        _fallback.Follow(said?.Fallback ?? []);
    }

    // The page itself says that the data are away, or that it was left; meanwhile the portal's own order does.
    private async Task<EventLanguages?> ReadAsync(Guid eventId, CancellationToken cancellationToken)
    {
        try
        {
            return await queries.OfEventAsync(eventId, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException || ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            return null;
        }
    }

    [GeneratedRegex("^/?staff/events/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EventAddress();
}

/// <summary>Makes everything that a circuit does follow the languages of the event that is open in it.</summary>
internal sealed class OpenEventCircuit(OpenEventLanguages languages) : CircuitHandler
{
    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async activity =>
    {
        languages.Flow();
        await next(activity);
    };
}
