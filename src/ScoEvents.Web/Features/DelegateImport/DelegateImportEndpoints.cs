using Microsoft.Net.Http.Headers;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>Lists to fill in.</summary>
internal static class DelegateImportEndpoints
{
    public static string Template(Guid invitationId, string extension) => $"/staff/invitations/{invitationId}/import/template.{extension}";

    public static async Task<IResult> TemplateAsync(
        HttpContext context, Guid invitationId, string extension, DelegateImportQueries queries, DelegateImportWords words, CancellationToken cancellationToken)
    {
        var language = PortalLanguages.Current.Code;
        var states = await queries.StateNamesAsync(context.User.ToActor(), invitationId, language, cancellationToken);
        if (states.Error is not null)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"delegation.{extension}" }.ToString();
        return extension == "csv"
            ? Results.Bytes(DelegateTemplate.Csv(language, words.Example()), "text/csv; charset=utf-8")
            : Results.Bytes(DelegateTemplate.Workbook(language, words.Example(), words.Choices(states.Value)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
