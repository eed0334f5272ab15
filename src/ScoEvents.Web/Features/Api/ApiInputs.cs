using System.Globalization;
using System.Text.Json;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Says of a query parameter which words it takes, for the description of the interface.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ChoiceAttribute<T> : Attribute, IChoices
    where T : struct, Enum
{
    public IEnumerable<string> Words => ApiInputs.Words<T>();
}

/// <summary>The words that a parameter takes.</summary>
internal interface IChoices
{
    IEnumerable<string> Words { get; }
}

/// <summary>Reads what a request says.</summary>
internal static class ApiInputs
{
    /// <summary>The most things on one page.</summary>
    public const int MaxLimit = 200;

    /// <summary>The things on one page where nothing else is asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The words of an enumeration, as answers write them.</summary>
    public static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>How many things a page may have. Refused: <c>api.limit-out-of-range</c>.</summary>
    public static Result<int> Limit(string? text) =>
        text is null ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit ? limit
        : ApiErrors.LimitOutOfRange(MaxLimit);

    /// <summary>A word of an enumeration, exactly as answers write it; null where none is asked for. Refused: <c>api.choice-unknown</c>.</summary>
    public static Result<T?> Choice<T>(string name, string? text)
        where T : struct, Enum
    {
        if (text is null)
        {
            return Result.Ok<T?>(null);
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text)
            {
                return Result.Ok<T?>(value);
            }
        }

        return ApiErrors.ChoiceUnknown(name, Words<T>());
    }

    /// <summary>A day as <c>2026-11-10</c>; null where none is asked for. Refused: <c>api.day-invalid</c>.</summary>
    public static Result<DateOnly?> Day(string name, string? text) =>
        text is null ? Result.Ok<DateOnly?>(null)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Result.Ok<DateOnly?>(day)
        : ApiErrors.DayInvalid(name);

    /// <summary>A year as <c>2026</c>; null where none is asked for. Refused: <c>api.year-invalid</c>.</summary>
    public static Result<int?> Year(string name, string? text) =>
        text is null ? Result.Ok<int?>(null)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999 ? Result.Ok<int?>(year)
        : ApiErrors.YearInvalid(name);

    /// <summary>Everything that was refused, or null where nothing was.</summary>
    public static Result? Refusals(params Result[] read) =>
        read.SelectMany(one => one.Errors).ToList() is { Count: > 0 } errors ? Result.Fail(errors) : null;
}
