using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests;

/// <summary>Asserts on outcomes, by code and field and never by words.</summary>
internal static class Refusals
{
    /// <summary>The outcome has exactly these refusals, each as <c>code</c> or <c>Field:code</c>, in this order.</summary>
    public static void AssertRefused(Result outcome, params string[] expected)
    {
        Assert.False(outcome.IsSuccess);
        Assert.Equal(expected, outcome.Errors.Select(error => error.Field is null ? error.Code : $"{error.Field}:{error.Code}"));
    }

    public static void AssertDone(Result outcome) => Assert.Empty(outcome.Errors.Select(error => error.Code));
}
