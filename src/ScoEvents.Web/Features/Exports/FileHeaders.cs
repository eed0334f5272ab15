using Microsoft.Net.Http.Headers;
using ScoEvents.Exports;

namespace ScoEvents.Web.Features.Exports;

internal static class FileHeaders
{
    /// <summary>Makes the answer a file to be saved under its name, which no browser shows in the portal's own origin.</summary>
    public static void BeFile(this HttpResponse response, ExportFileName name, string cacheControl)
    {
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = name.ToAscii(),
            FileNameStar = name.ToUnicode(),
        }.ToString();
        response.Headers.CacheControl = cacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
