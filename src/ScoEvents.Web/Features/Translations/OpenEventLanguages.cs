using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Translations;

/// <summary>What the event whose staff pages are open in a circuit says of its languages: in which its texts are wanted, and which stand in first.</summary>
public sealed partial class OpenEventLanguages(EventLanguageQueries queries, AuthenticationStateProvider authentication)
{
    private readonly ContentFallback _fallback = new();
    private Guid? _eventId;
    private Guid? _invitationId;

    /// <summary>The languages in which texts are wanted, or null where no event is open.</summary>
    public IReadOnlyList<string>? Wanted { get; private set; }

    /// <summary>Lets everything that is read from here on follow the open event's order, also after another is opened.</summary>
    public void Flow() => _fallback.Enter();

    /// <summary>Reads what the event of an address says, or the event of an invitation that it names, before its page is shown; outside of events the portal's own order holds.</summary>
    public Task EnterAsync(string path, CancellationToken cancellationToken)
    {
        var match = EventAddress().Match(path);
        (_eventId, _invitationId) = (IdOf(match.Groups["event"]), IdOf(match.Groups["invitation"]));
        return AgainAsync(cancellationToken);
    }

    /// <summary>Reads it again, after it was changed here.</summary>
    public async Task AgainAsync(CancellationToken cancellationToken)
    {
        var said = await ReadAsync(cancellationToken);
        Wanted = said?.Wanted;
        _fallback.Follow(said?.Fallback ?? []);
    }

    private static Guid? IdOf(Group group) => group.Success ? Guid.Parse(group.ValueSpan) : null;

    // The page itself says that the data are away, or that it was left; meanwhile the portal's own order does.
    private async Task<EventLanguages?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (_eventId, _invitationId) switch
            {
                ({ } eventId, _) => await queries.OfEventAsync(eventId, cancellationToken),
                (_, { } invitationId) => await queries.OfInvitationAsync(await authentication.ActorAsync(), invitationId, cancellationToken),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is OperationCanceledException || ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            return null;
        }
    }

    [GeneratedRegex("^/?staff/(?:events/(?<event>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|invitations/(?<invitation>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))(?:[/?#]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
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
