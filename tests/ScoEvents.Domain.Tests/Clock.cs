namespace ScoEvents.Domain.Tests;

/// <summary>The fixed instants of the tests.</summary>
internal static class Clock
{
    public static readonly DateTimeOffset Now = new(2025, 3, 10, 9, 30, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Later = Now.AddHours(1);
    public static readonly DateTimeOffset MuchLater = Now.AddDays(1);
}
