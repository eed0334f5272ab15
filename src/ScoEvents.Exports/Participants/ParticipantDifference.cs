using System.Globalization;

namespace ScoEvents.Exports.Participants;

/// <summary>The difference between two lists of participants: who was added, replaced, withdrawn, changed.</summary>
public sealed record ParticipantDifference : ParticipantDocument
{
    /// <summary>The changes by their kind, kinds without a change left out; sides in protocol order in each.</summary>
    public required IReadOnlyList<ParticipantChangeGroup> Groups { get; init; }

    internal override string NothingSaid => Labels.NoChanges;

    internal override ParticipantPages Pages() => new(
        [new(Labels.Side, 22), new(Labels.Before, 39), new(Labels.Now, 39)],
        [
            .. Groups.Select(group => new ParticipantSection(
                group.Kind,
                group.Changes.Count.ToString(CultureInfo.InvariantCulture),
                [.. group.Changes.Select(Row)])),
        ]);

    internal override ParticipantSheet Sheet() => new(
        [
            new(Labels.Change, 14, false), new(Labels.Side, 24, false),
            .. Half(Labels.Before), .. Half(Labels.Now), new(Labels.Difference, 44, false),
        ],
        [
            .. Groups.SelectMany(group => group.Changes.Select(change => (IReadOnlyList<ParticipantCell>)
                [new(group.Kind), new(change.Side), .. Cells(change.Before), .. Cells(change.Now), new(string.Join('\n', change.Fields.Select(Said)))])),
        ]);

    private IEnumerable<ParticipantColumn> Half(string half) =>
        new[] { (Labels.Name, 28), (Labels.NativeName, 22), (Labels.Role, 15), (Labels.Function, 26), (Labels.Body, 28) }
            .Select(column => new ParticipantColumn($"{half}: {column.Item1}", column.Item2, false));

    private static ParticipantCell[] Cells(ParticipantStanding? line) =>
        [new(line?.Name), new(line?.NativeName), new(line?.Role), new(line?.Function), new(line?.Body)];

    // An arrow points where the language reads from; the marks around it keep both texts at their ends.
    private string Said(ParticipantChangedField field) =>
        $"{field.Name}: {Or(field.Before)} {(Direction == TextDirection.RightToLeft ? "←" : "→")} {Or(field.Now)}";

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? "–" : text;

    private static IReadOnlyList<ParticipantLines> Row(ParticipantChange change)
    {
        var isChanged = change.Fields.Count > 0;
        return
        [
            new([new(change.Side), new(change.Capacity, ParticipantLineLook.Quiet)]),
            new(isChanged ? [.. Name(change.Before), .. change.Fields.Select(field => Value(field.Name, field.Before))] : [.. Lines(change.Before)]),
            new(isChanged ? [.. Name(change.Now), .. change.Fields.Select(field => Value(field.Name, field.Now))] : [.. Lines(change.Now)]),
        ];
    }

    private static ParticipantLine Value(string name, string? value) => new($"{name}: {Or(value)}");

    private static IEnumerable<ParticipantLine> Name(ParticipantStanding? line) =>
        line is null ? [] : [new(line.Name, ParticipantLineLook.Name), new(line.NativeName, ParticipantLineLook.OwnScript)];

    private static IEnumerable<ParticipantLine> Lines(ParticipantStanding? line) =>
        line is null ? [new("–")] : [.. Name(line), new(line.Role), new(line.Function), new(line.Body, ParticipantLineLook.Quiet)];
}

/// <summary>The changes of one kind.</summary>
/// <param name="Kind">The kind in words, such as "Added".</param>
/// <param name="Changes">At least one.</param>
public sealed record ParticipantChangeGroup(string Kind, IReadOnlyList<ParticipantChange> Changes);

/// <summary>One change.</summary>
/// <param name="Side">Name of the state or organization.</param>
/// <param name="Capacity">In what capacity it takes part, in words.</param>
/// <param name="Before">The person before; null for one who was added.</param>
/// <param name="Now">The person now; null for one who was withdrawn.</param>
/// <param name="Fields">What differs of one person; empty where it is two persons, or one that came or went.</param>
public sealed record ParticipantChange(
    string Side, string Capacity, ParticipantStanding? Before, ParticipantStanding? Now, IReadOnlyList<ParticipantChangedField> Fields);

/// <summary>A person as a list has them.</summary>
public sealed record ParticipantStanding(string Name, string? NativeName, string Role, string? Function, string? Body);

/// <summary>A field that differs, with its name and both values in words.</summary>
public sealed record ParticipantChangedField(string Name, string? Before, string? Now);
