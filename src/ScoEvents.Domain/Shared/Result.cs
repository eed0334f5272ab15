namespace ScoEvents.Domain.Shared;

/// <summary>Why a change was not made.</summary>
public enum ErrorKind
{
    /// <summary>There is no such thing, or the actor may not know that there is.</summary>
    NotFound,

    /// <summary>The actor may see it but not do this to it.</summary>
    Forbidden,

    /// <summary>A field holds a value that cannot be accepted.</summary>
    Invalid,

    /// <summary>A rule forbids the change, whatever the fields hold.</summary>
    Refused,

    /// <summary>Somebody else changed it since the actor read it.</summary>
    Stale,
}

/// <summary>A refusal with a stable code; the words for people are in the language files under that code.</summary>
/// <param name="Kind">The family of the refusal.</param>
/// <param name="Code">The stable code, dotted, such as <c>programme.room-overlap</c>.</param>
/// <param name="Field">The form field it belongs to, as a property path, or null where it is about the whole.</param>
public sealed record Error(ErrorKind Kind, string Code, string? Field = null)
{
    /// <summary>What the words name, in the order of their placeholders: strings, numbers, dates or <see cref="LocalizedText"/>.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];

    /// <summary>A refusal because there is no such thing within the actor's reach.</summary>
    public static Error NotFound(string code = "not-found") => new(ErrorKind.NotFound, code);

    /// <summary>A refusal because the actor lacks the right.</summary>
    public static Error Forbidden(string code = "forbidden") => new(ErrorKind.Forbidden, code);

    /// <summary>A refusal of one field's value.</summary>
    public static Error Invalid(string field, string code, params object[] arguments) => new(ErrorKind.Invalid, code, field) { Arguments = arguments };

    /// <summary>A refusal of a text with invisible, control or direction-overriding characters: <c>characters</c>.</summary>
    public static Error Characters(string field) => Invalid(field, "characters");

    /// <summary>A refusal by a rule.</summary>
    public static Error Refused(string code, params object[] arguments) => new(ErrorKind.Refused, code) { Arguments = arguments };

    /// <summary>A refusal because the actor's copy is out of date.</summary>
    public static Error Stale(string code = "stale") => new(ErrorKind.Stale, code);

    /// <summary>The same refusal shown beside a field.</summary>
    public Error At(string field) => this with { Field = field };
}

/// <summary>The outcome of a change: done, or refused with at least one <see cref="Error"/>.</summary>
public class Result
{
    private protected Result(IReadOnlyList<Error> errors) => Errors = errors;

    /// <summary>The refusals; empty when the change was made.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>Whether the change was made.</summary>
    public bool IsSuccess => Errors.Count == 0;

    /// <summary>The first refusal, or null when the change was made.</summary>
    public Error? Error => Errors.Count == 0 ? null : Errors[0];

    /// <summary>The change was made.</summary>
    public static Result Success { get; } = new([]);

    /// <summary>The change was made and yields a value.</summary>
    public static Result<T> Ok<T>(T value) => new(value);

    /// <summary>The change was refused.</summary>
    /// <exception cref="ArgumentException">No error is given.</exception>
    public static Result Fail(IReadOnlyList<Error> errors) => new(NotEmpty(errors));

    /// <summary>Refuses with one error.</summary>
    public static implicit operator Result(Error error) => new([error]);

    private protected static IReadOnlyList<Error> NotEmpty(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? errors : throw new ArgumentException("A refusal needs an error.", nameof(errors));
}

/// <summary>The outcome of a change that yields a value when it was made.</summary>
/// <typeparam name="T">What the change yields.</typeparam>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    internal Result(T value)
        : base([]) => _value = value;

    private Result(IReadOnlyList<Error> errors)
        : base(NotEmpty(errors))
    {
    }

    /// <summary>The value of a change that was made.</summary>
    /// <exception cref="InvalidOperationException">The change was refused.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"Refused: {Error!.Code}.");

    /// <summary>The change was refused.</summary>
    /// <exception cref="ArgumentException">No error is given.</exception>
    public static new Result<T> Fail(IReadOnlyList<Error> errors) => new(errors);

    /// <summary>Yields a value.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>Refuses with one error.</summary>
    public static implicit operator Result<T>(Error error) => new([error]);
}
