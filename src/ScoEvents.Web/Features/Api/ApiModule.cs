using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace ScoEvents.Web.Features.Api;

/// <summary>The interface for programs.</summary>
internal static class ApiModule
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>();
        builder.Services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateOnStart();
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);
        builder.Services.AddSingleton<ApiProblems>();
        builder.Services.AddSingleton<ApiCursors>();
        builder.Services.AddSingleton<ApiResults>();
        builder.Services.AddSingleton<ApiLimits>();
        builder.Services.AddSingleton<ApiTokenReader>();
        builder.Services.AddSingleton<ApiBodies>();
        builder.Services.AddSingleton<ApiKeys>();
        builder.Services.AddSingleton<ApiWrites>();
        builder.Services.AddSingleton<ApiDocumentBytes>();
        builder.Services.AddScoped<ApiTokenService>();
        builder.Services.AddScoped<ApiTokenQueries>();
        builder.Services.AddScoped<ApiEventQueries>();
        builder.Services.AddScoped<ApiSideQueries>();
    }

    public static void MapApi(this WebApplication app)
    {
        var gate = ActivatorUtilities.CreateInstance<ApiGate>(app.Services);
        // The gate knows everybody who calls by a token; cookies, and with them forged forms, do not count.
        var api = app.MapGroup(ApiRoutes.Root).AddEndpointFilter(gate).DisableAntiforgery();
        ApiEventEndpoints.Map(api);
        ApiProgrammeEndpoints.Map(api);
        ApiDraftEndpoints.Map(api);
        ApiDelegationEndpoints.Map(api);
        ApiDelegateEndpoints.Map(api);
        ApiPhotoEndpoints.Map(api);
        ApiTokenEndpoints.Map(api);
        api.MapGet("/openapi.json", async (HttpContext context, ApiDocumentBytes document) => await document.AnswerAsync(context)).ExcludeFromDescription();
    }
}

/// <summary>Keeps the description of the interface: it is the same until the portal is another.</summary>
internal sealed class ApiDocumentBytes([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents)
{
    private volatile byte[]? _bytes;

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        if (_bytes is null)
        {
            using var stream = new MemoryStream();
            // Examples of problems are worded in English, whoever asks first.
            System.Globalization.CultureInfo.CurrentUICulture = Localization.PortalLanguages.English.Culture;
            await (await documents.GetOpenApiDocumentAsync(context.RequestAborted)).SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1, context.RequestAborted);
            _bytes = stream.ToArray();
        }

        context.Response.Headers.CacheControl = "public, no-cache";
        return Results.Bytes(_bytes, "application/json; charset=utf-8", entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(_bytes))[..24]}\"", isWeak: true));
    }
}
