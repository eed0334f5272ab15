using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Api;

/// <summary>The description of the interface in OpenAPI, beyond what the framework reads off the endpoints.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    private const string Token = "token";

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) is true;
        options.AddSchemaTransformer(DescribeSchema);
        options.AddOperationTransformer(DescribeOperationAsync);
        options.AddDocumentTransformer(DescribeWhole);
    }

    private static Task DescribeWhole(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "ScoEvents",
            Version = "1",
            Description =
                "Events, published programmes and sides for everybody; drafts and delegations for the bearers of tokens, within the rights of the token's user. "
                + "Instants are UTC, texts are objects of language codes (en, ru, zh, hi, ur) and forms. Every refusal is a problem of RFC 9457.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = $"A token from the page {ApiRoutes.Tokens}. Its scopes narrow what its user may: {string.Join(", ", ApiScopes.All.Select(ApiScopes.Code))}.",
        };
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Events", Description = "Announced events, and sides as of a day." },
            new() { Name = "Programme", Description = "Published programmes." },
            new() { Name = "Drafts", Description = "Programmes being prepared." },
            new() { Name = "Delegations", Description = "Invitations, delegations and participants." },
            new() { Name = "Interface", Description = "The interface itself." },
        };
        return Task.CompletedTask;
    }

    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(LocalizedText))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "A text by language; languages in which it does not exist are left out.";
            schema.Properties = PortalLanguages.All.ToDictionary(language => language.Code, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String });
            schema.AdditionalPropertiesAllowed = false;
        }

        else if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) is { IsEnum: true } words)
        {
            // Where a word may be missing, that is said beside the reference: "null" among the words would say it twice.
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(words).Select(word => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(word)))];
        }
        else if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) == typeof(TimeOnly))
        {
            // The format "time" is a time with its offset (RFC 3339); these are read off a clock on a wall.
            (schema.Format, schema.Pattern) = (null, "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$");
        }

        return Task.CompletedTask;
    }

    private static async Task DescribeOperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var description = context.Description;
        var metadata = description.ActionDescriptor.EndpointMetadata;
        operation.OperationId = metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName["api-".Length..];
        var json = context.ApplicationServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        DescribeParameters(operation, description);
        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, cancellationToken);
        context.Document!.AddComponent(nameof(ApiProblem), problem);
        var requirement = metadata.OfType<TokenRequirement>().LastOrDefault();
        operation.Security = requirement is null
            ? [new OpenApiSecurityRequirement(), Requirement(context, null)]
            : [Requirement(context, requirement)];
        if (requirement?.Scope is { } scope)
        {
            operation.Description = $"Scope {scope.Code()}.";
        }

        operation.Responses ??= [];
        foreach (var answer in metadata.OfType<AnswerDescription>())
        {
            if (operation.Responses.TryGetValue(answer.Status.ToString(CultureInfo.InvariantCulture), out var response)
                && response.Content?.TryGetValue("application/json", out var content) is true && content is { } media)
            {
                media.Example = ApiExamples.Of(answer.Type, json);
                ((OpenApiResponse)response).Headers = Headers(metadata, answer.Status);
            }
        }

        foreach (var status in ProblemsOf(metadata, operation, description))
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = ApiExamples.Reason(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ApiProblem.MediaType] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document),
                        Example = ApiExamples.Problem(status, context.ApplicationServices.GetRequiredService<ApiProblems>(), json),
                    },
                },
            };
        }

        if (description.HttpMethod == HttpMethods.Get)
        {
            operation.Responses["304"] = new OpenApiResponse { Description = "Not modified: the tag in If-None-Match names what would be answered." };
        }

        if (operation.RequestBody?.Content?.Values.FirstOrDefault() is { } body && metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().LastOrDefault()?.RequestType is { } type && type != typeof(Stream))
        {
            body.Example = ApiExamples.Of(type, json);
        }
    }

    private static OpenApiSecurityRequirement Requirement(OpenApiOperationTransformerContext context, TokenRequirement? requirement) => new()
    {
        // The kind "http" knows no scopes before OpenAPI 3.1, where they may be named as roles.
        [new OpenApiSecuritySchemeReference(Token, context.Document)] = requirement?.Scope is { } scope ? [scope.Code()] : [],
    };

    private static void DescribeParameters(OpenApiOperation operation, ApiDescription description)
    {
        operation.Parameters ??= [];
        foreach (var parameter in description.ParameterDescriptions)
        {
            var choices = (parameter.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo.GetCustomAttributes(inherit: false).OfType<IChoices>().FirstOrDefault();
            var described = operation.Parameters.OfType<OpenApiParameter>().FirstOrDefault(one => one.Name == parameter.Name);
            if (described is not null)
            {
                described.Schema = choices is not null ? new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. choices.Words.Select(word => JsonValue.Create(word))] } : described.Schema;
                described.Example = ApiExamples.Parameter(parameter.Name);
            }
        }

        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "language",
            In = ParameterLocation.Query,
            Description = "Narrows every text to the form that a reader of this language gets, and words problems in it; without it texts come in all languages and problems in that of Accept-Language.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Languages.All.Select(code => JsonValue.Create(code))] },
        });
        var metadata = description.ActionDescriptor.EndpointMetadata;
        if (description.HttpMethod == HttpMethods.Get)
        {
            operation.Parameters.Add(Header("If-None-Match", "Tag of the answer that is known.", isRequired: false, "W/\"c2hhMjU2LW9mLXRoZS1hbnN3ZXI\""));
        }

        if (metadata.OfType<VersionDescription>().Any(version => version.IsWanted))
        {
            operation.Parameters.Add(Header("If-Match", "Tag of the version that is changed, from the answer in which it was read.", isRequired: true, "\"v4711\""));
        }

        if (metadata.OfType<KeyDescription>().LastOrDefault() is { } key)
        {
            operation.Parameters.Add(Header(
                "Idempotency-Key", "A text of the caller's own, 8 to 128 printable characters. The same key with the same request gets the first answer again, for a day.", key.IsWanted,
                "5f1c0f9e-3d3b-4d2c-9a55-4f0d2ad0b6f1"));
        }
    }

    private static OpenApiParameter Header(string name, string description, bool isRequired, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = isRequired,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };

    private static Dictionary<string, IOpenApiHeader> Headers(IList<object> metadata, int status)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = new OpenApiHeader
            {
                Description = metadata.OfType<VersionDescription>().Any() ? "Version of the resource, for If-Match." : "Tag of the answer, for If-None-Match.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        };
        if (status == StatusCodes.Status201Created)
        {
            headers["Location"] = new OpenApiHeader { Description = "Address of what was made.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" } };
        }

        return headers;
    }

    private static SortedSet<int> ProblemsOf(IList<object> metadata, OpenApiOperation operation, ApiDescription description)
    {
        var statuses = new SortedSet<int> { 400, 401, 429 };
        if (metadata.OfType<TokenRequirement>().Any(requirement => requirement.Scope is not null))
        {
            statuses.Add(403);
        }

        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) is true)
        {
            statuses.Add(404);
        }

        if (metadata.OfType<VersionDescription>().Any(version => version.IsWanted))
        {
            statuses.UnionWith([412, 428]);
        }

        if (description.HttpMethod != HttpMethods.Get)
        {
            statuses.UnionWith([409, 413, 415, 422]);
        }

        return statuses;
    }
}
