using ScoEvents.Domain.Api;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Refusals of the interface itself, before any service is asked.</summary>
internal static class ApiErrors
{
    public static Error LanguageUnknown() => Error.Invalid("language", "api.language-unknown", string.Join(", ", Languages.All));

    public static Error CursorInvalid() => Error.Invalid("cursor", "api.cursor-invalid");

    public static Error LimitOutOfRange(int most) => Error.Invalid("limit", "api.limit-out-of-range", most);

    public static Error ChoiceUnknown(string field, IEnumerable<string> choices) => Error.Invalid(field, "api.choice-unknown", string.Join(", ", choices));

    public static Error DayInvalid(string field) => Error.Invalid(field, "api.day-invalid");

    public static Error YearInvalid(string field) => Error.Invalid(field, "api.year-invalid");

    public static Error ReleaseUnknown() => Error.NotFound("api.release-unknown");

    public static Error TokenMissing() => Error.Forbidden("api.token-missing");

    public static Error TokenUnknown() => Error.Forbidden("api.token-unknown");

    public static Error TokenExpired() => Error.Forbidden("api.token-expired");

    public static Error TokenRevoked() => Error.Forbidden("api.token-revoked");

    public static Error ScopeMissing(ApiScope scope) => Error.Forbidden("api.scope-missing") with { Arguments = [scope.Code()] };

    public static Error TooManyRequests(int seconds) => Error.Refused("api.too-many-requests", seconds);

    public static Error JsonInvalid(string? path) => Error.Invalid(path ?? "", "api.json-invalid");

    public static Error MediaTypeUnsupported() => Error.Refused("api.media-type-unsupported");

    public static Error PictureTypeUnsupported() => Error.Refused("api.picture-type-unsupported");

    public static Error BodyTooLarge(int kilobytes) => Error.Refused("api.body-too-large", kilobytes);

    public static Error VersionMissing() => Error.Refused("api.if-match-missing");

    public static Error VersionInvalid() => Error.Stale("stale");

    public static Error KeyMissing() => Error.Invalid("Idempotency-Key", "api.idempotency-key-missing");

    public static Error KeyInvalid() => Error.Invalid("Idempotency-Key", "api.idempotency-key-invalid");

    public static Error KeyReused() => Error.Refused("api.idempotency-key-reused");

    public static Error KeyBusy() => Error.Refused("api.idempotency-key-busy");

    public static Error KeyUncertain() => Error.Refused("api.idempotency-key-uncertain");
}
