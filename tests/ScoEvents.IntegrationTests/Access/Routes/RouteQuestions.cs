using System.Text;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using ScoEvents.Web.Features.Api;

namespace ScoEvents.IntegrationTests.Access.Routes;

/// <summary>An address of the table of addresses, under one method.</summary>
/// <param name="IsInteractive">A page that a circuit fills: it is asked over HTTP, and rendered.</param>
internal sealed record RouteAddress(string Method, RoutePattern Pattern, bool IsInteractive)
{
    public string Key => $"{Method} {Pattern.RawText}";

    public IEnumerable<string> Names => Pattern.Parameters.Select(parameter => parameter.Name);
}

/// <summary>Makes requests out of patterns: fills what they leave open from the world.</summary>
internal static class RouteQuestions
{
    /// <summary>What of the side stands in an address; <c>invitationId</c> is asked about apart.</summary>
    private static readonly string[] _ofSide = ["delegationId", "delegateId", "caseId", "noteId", "letterId", "invitationId", "Invitation"];

    // Without these an address would be refused before anybody asks who is there.
    private static readonly Dictionary<string, string> _queries = new(StringComparer.Ordinal)
    {
        ["/staff/events/{eventId:guid}/agenda"] = "?edition=1&format=csv&language=en&detail=WithAbstracts&access=NamedPersons&ceiling=Red&paper=A4",
        ["/staff/events/{eventId:guid}/lists/{number:int}/file"] = "?format=csv&language=en",
        ["/staff/events/{eventId:guid}/lists/difference/file"] = "?from=1&to=2&format=csv&language=en",
        ["/staff/events/{eventId:guid}/review/letters"] = "?kind=Confirmation&format=pdf&language=en&person={caseId}",
        ["/staff/events/{eventId:guid}/privacy/persons/{delegateId:guid}.zip"] = "?language=en",
        ["/check-in/{eventId:guid}/people"] = "?query=a",
        ["/staff/events/{EventId:guid}/lists/difference"] = "?from=1&to=2",
        ["/staff/events/{EventId:guid}/releases/difference"] = "?from=1",
        ["/staff/events/{EventId:guid}/review"] = "?person={caseId}",
    };

    /// <summary>Everything that answers, apart from files of the interface itself.</summary>
    public static IReadOnlyList<RouteAddress> Of(IEnumerable<RouteEndpoint> endpoints) =>
    [
        .. endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => new RouteAddress(method, endpoint.RoutePattern, IsInteractive(endpoint))))
            .DistinctBy(address => address.Key),
    ];

    /// <summary>The address with the ids of one side.</summary>
    public static RouteQuestion Fill(RouteAddress address, RouteWorld world, RouteSide side) => Fill(address, name => ValueOf(name, address, world, side));

    /// <summary>The same with the ids of a side in a place to which they do not belong: another event, or another side's invitation; null where an address names only one thing.</summary>
    public static RouteQuestion? Misplace(RouteAddress address, RouteWorld world, RouteSide side, RouteSide other)
    {
        var names = address.Names.ToList();
        var things = names.Count(name => ValueOf(name, address, world, side) is { } value && (Guid.TryParse(value, out _) || name is "number" or "Number"));
        if (things < 2)
        {
            return null;
        }

        return Fill(address, name => name switch
        {
            "eventId" or "EventId" => world.TwinEventId.ToString(),
            "invitationId" or "InvitationId" or "Invitation" when names.Any(_ofSide.Except(["invitationId", "Invitation"]).Contains) => other.InvitationId.ToString(),
            _ => ValueOf(name, address, world, side),
        });
    }

    private static RouteQuestion Fill(RouteAddress address, Func<string, string> valueOf)
    {
        var path = new StringBuilder();
        foreach (var segment in address.Pattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
            {
                path.Append(part switch
                {
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternParameterPart parameter => valueOf(parameter.Name),
                    _ => throw new InvalidOperationException($"{address.Key} has a part of an unknown kind."),
                });
            }
        }

        var query = _queries.GetValueOrDefault(address.Pattern.RawText!, "").Replace("{caseId}", valueOf("caseId"), StringComparison.Ordinal);
        return Sent(address, new RouteQuestion(address.Method, (path.Length == 0 ? "/" : path.ToString()) + query), valueOf);
    }

    // What a body has to be so that rights are asked before anything is read; nothing of it changes the world.
    private static RouteQuestion Sent(RouteAddress address, RouteQuestion question, Func<string, string> valueOf) => address switch
    {
        { Method: "GET" } => question,
        { Pattern.RawText: var pattern } when ApiRoutes.IsApi(pattern!) => question with
        {
            Json = address.Method == "DELETE" ? null : pattern!.EndsWith("/state", StringComparison.Ordinal) ? """{"state":"Confirmed"}""" : "{}",
            Headers = address.Method == "POST"
                ? new Dictionary<string, string> { ["Idempotency-Key"] = Guid.NewGuid().ToString() }
                : new Dictionary<string, string> { ["If-Match"] = "\"v1\"" },
        },
        { Pattern.RawText: "/check-in/{eventId:guid}/scans" } => question with
        {
            Json = """{"device":"Door","scans":[]}""",
            Headers = new Dictionary<string, string> { ["X-Check-In"] = "1" },
        },
        { Pattern.RawText: "/staff/events/{eventId:guid}/review/letters" } => question with
        {
            Address = question.Address.Split('?')[0],
            Form = new Dictionary<string, string> { ["kind"] = "Confirmation", ["format"] = "zip", ["language"] = "en", ["persons"] = valueOf("caseId") },
        },
        _ => question,
    };

    private static string ValueOf(string name, RouteAddress address, RouteWorld world, RouteSide side) => name switch
    {
        "language" => "en",
        "code" => "ru",
        "slug" or "event" => world.Slug,
        "eventId" or "EventId" => world.EventId.ToString(),
        "SeriesId" => world.SeriesId.ToString(),
        "roomId" or "RoomId" => world.RoomId.ToString(),
        "VenueId" => world.VenueId.ToString(),
        "sessionId" or "SessionId" or "session" => world.SessionId.ToString(),
        "speaker" => world.SpeakerId.ToString(),
        "id" => (address.Pattern.RawText!.Contains("/speakers/", StringComparison.Ordinal) ? world.SpeakerId : world.SessionId).ToString(),
        "versionId" => world.VersionId.ToString(),
        "MailId" => world.MailId.ToString(),
        // Printed for the one who asked for it, so for nobody here.
        "jobId" => "00000000-0000-7000-8000-000000000001",
        "number" or "Number" or "release" => "1",
        "variant" => "grid",
        "kind" => "session",
        "which" => world.SessionId.ToString(),
        "secret" => world.FeedSecret,
        "key" => new string('k', 43),
        // What is no address of anything else and looks like a file.
        "path" => "nothing.txt",
        "format" => "pdf",
        "extension" => "csv",
        "invitationId" or "InvitationId" or "Invitation" => side.InvitationId.ToString(),
        "delegationId" or "DelegationId" => side.DelegationId.ToString(),
        "delegateId" => side.DelegateId.ToString(),
        "caseId" => side.CaseId.ToString(),
        "noteId" => side.NoteId.ToString(),
        "letterId" => side.MandateId.ToString(),
        _ => throw new InvalidOperationException($"Say in {nameof(RouteQuestions)} what stands for {{{name}}} in {address.Key}."),
    };

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        // A page that is posted to without one of its forms is the framework's matter.
        return endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null ? methods.Where(method => method is not ("HEAD" or "OPTIONS")) : ["GET"];
    }

    private static bool IsInteractive(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.ExcludeFromInteractiveRoutingAttribute>() is null;
}
