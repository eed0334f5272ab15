using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Csv;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Downloads of lists.</summary>
internal static class DelegationsEndpoints
{
    public static async Task<IResult> ParticipantsAsync(
        HttpContext context, Guid eventId, string? language, string? order, ParticipantQueries queries, CancellationToken cancellationToken)
    {
        var file = await queries.FileAsync(context.User.ToActor(), eventId, SideOrders.Of(order), language, cancellationToken);
        if (file.Error is { } refused)
        {
            return Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = file.Value.Name.ToAscii(),
            FileNameStar = file.Value.Name.ToUnicode(),
        }.ToString();
        return Results.Stream(output => ParticipantCsvWriter.WriteAsync(file.Value.List, output, cancellationToken), "text/csv; charset=utf-8");
    }
}

/// <summary>How an address names the alphabet that orders sides.</summary>
internal static class SideOrders
{
    /// <summary>Value of <c>order</c> for the English alphabet; the Russian one is the rule and not named.</summary>
    public const string English = "en";

    public static ProtocolAlphabet Of(string? order) => order == English ? ProtocolAlphabet.English : ProtocolAlphabet.Russian;
}
