using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Api;

/// <summary>Why a request was not carried out.</summary>
/// <remarks>RFC 9457, with the portal's code of the refusal.</remarks>
public sealed record ApiProblem(
    [property: Description("A name of the kind of problem: urn:scoevents:problem: and the code.")] string Type,
    [property: Description("What the status means, in the reader's language.")] string Title,
    int Status,
    [property: Description("What is wrong, in the reader's language.")] string Detail,
    [property: Description("Stable code for programs, the same in every language.")] string Code,
    [property: Description("What to quote when asking for help.")] string Reference,
    [property: Description("Every refusal, where there is more than one or it belongs to a field.")] IReadOnlyList<ApiFieldProblem> Errors)
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";
}

/// <summary>What is wrong with one field.</summary>
public sealed record ApiFieldProblem(
    [property: Description("Name of a query parameter or header, or JSON Pointer (RFC 6901) into the body; empty for the whole.")] string Field,
    string Code,
    string Detail);

/// <summary>Writes problems.</summary>
internal sealed class ApiProblems(ErrorSpeech speech, IStringLocalizer<ApiTexts> texts)
{
    /// <summary>The answer to a refusal.</summary>
    public ApiProblem Of(HttpContext context, Result refused) => Of(ErrorPages.ReferenceNumber(context), refused.Errors);

    internal ApiProblem Of(string reference, IReadOnlyList<Error> errors)
    {
        var first = errors[0];
        var status = StatusOf(first);
        return new ApiProblem(
            $"urn:scoevents:problem:{first.Code}", texts[$"Status.{status.ToString(CultureInfo.InvariantCulture)}"], status, speech.Say(first), first.Code, reference,
            errors.Count == 1 && string.IsNullOrEmpty(first.Field)
                ? []
                : [.. errors.Select(error => new ApiFieldProblem(PointerOf(error), error.Code, speech.Say(error)))]);
    }

    /// <summary>The answer where no service was asked: an address that is not there, or a failure of the portal.</summary>
    public ApiProblem Failure(HttpContext context, int status)
    {
        if (status == StatusCodes.Status415UnsupportedMediaType)
        {
            // Refused by the framework before the endpoint: by the list of what it takes.
            return Of(context, context.Request.Path.Value?.EndsWith("/photo", StringComparison.Ordinal) is true ? ApiErrors.PictureTypeUnsupported() : ApiErrors.MediaTypeUnsupported());
        }

        var code = status switch
        {
            StatusCodes.Status404NotFound => "not-found",
            StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
            StatusCodes.Status413PayloadTooLarge => "api.body-too-large",
            StatusCodes.Status503ServiceUnavailable => "unavailable",
            >= StatusCodes.Status500InternalServerError => "unexpected",
            _ => "bad-request",
        };
        var words = code switch { "bad-request" => "400", "unexpected" => "500", _ => status.ToString(CultureInfo.InvariantCulture) };
        return new ApiProblem($"urn:scoevents:problem:{code}", texts[$"Status.{words}"], status, texts[$"Failure.{words}"], code, ErrorPages.ReferenceNumber(context), []);
    }

    /// <summary>The status that says what kind of refusal it is.</summary>
    public static int StatusOf(Error error) => error.Code switch
    {
        "api.token-missing" or "api.token-unknown" or "api.token-expired" or "api.token-revoked" => StatusCodes.Status401Unauthorized,
        "api.if-match-missing" => StatusCodes.Status428PreconditionRequired,
        "api.too-many-requests" => StatusCodes.Status429TooManyRequests,
        "api.media-type-unsupported" or "api.picture-type-unsupported" => StatusCodes.Status415UnsupportedMediaType,
        "api.body-too-large" => StatusCodes.Status413PayloadTooLarge,
        "api.idempotency-key-reused" => StatusCodes.Status422UnprocessableEntity,
        _ => error.Kind switch
        {
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            // What cannot be read is a bad request; what can be read and not be accepted is another thing.
            ErrorKind.Invalid => error.Code.StartsWith("api.", StringComparison.Ordinal) ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity,
            ErrorKind.Refused => StatusCodes.Status409Conflict,
            ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
        },
    };

    // Query parameters and headers are named as they are; fields of a body as the property path of a form, "Title.En" or "AgendaItems[1].Title".
    private static string PointerOf(Error error)
    {
        if (string.IsNullOrEmpty(error.Field) || error.Field.StartsWith('/') || error.Code.StartsWith("api.", StringComparison.Ordinal))
        {
            return error.Field ?? "";
        }

        var parts = error.Field.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        return string.Concat(parts.Select(part => $"/{JsonNamingPolicy.CamelCase.ConvertName(part)}"));
    }
}
