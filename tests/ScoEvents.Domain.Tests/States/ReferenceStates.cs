using System.Text.Json;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Domain.Tests.States;

/// <summary>The states of the reference data, read by the tests' own reader.</summary>
internal static class ReferenceStates
{
    public static IReadOnlyList<State> All { get; } = Read();

    private static List<State> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ReferenceData", "states.json")));
        return [.. file.RootElement.EnumerateArray().Select(ReadState)];
    }

    private static State ReadState(JsonElement entry)
    {
        var order = entry.GetProperty("protocolOrder");
        var state = State.Create(new StateFacts(
            entry.GetProperty("iso2").GetString()!, entry.GetProperty("iso3").GetString()!, Text(entry.GetProperty("names")),
            Text(entry.GetProperty("formalNames")), Text(entry.GetProperty("capital")), entry.GetProperty("timeZone").GetString()!,
            order.GetProperty("ru").GetInt32(), order.GetProperty("en").GetInt32(), []));
        foreach (var period in entry.GetProperty("statuses").EnumerateArray())
        {
            Refusals.AssertDone(state.AddPeriod(new StatePeriodFacts(
                Enum.Parse<StateStatus>(period.GetProperty("status").GetString()!), Day(period, "from")!.Value, Day(period, "to"), Day(period, "decidedOn"),
                period.GetProperty("basis").GetString(), period.GetProperty("source").GetString()!, period.GetProperty("confidence").GetString()!)));
        }

        return state;
    }

    private static DateOnly? Day(JsonElement entry, string name) =>
        entry.GetProperty(name).GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    private static LocalizedText Text(JsonElement names) =>
        LocalizedText.From(names.EnumerateObject().Select(form => KeyValuePair.Create(form.Name, form.Value.GetString())));
}
