using System.Globalization;

namespace ScoEvents.Exports.Participants;

/// <summary>A list of participants, sides already in protocol order and persons in theirs.</summary>
public sealed record ParticipantList : ParticipantDocument
{
    /// <summary>The sides with their persons.</summary>
    public required IReadOnlyList<ParticipantSide> Sides { get; init; }

    internal override string NothingSaid => Labels.NoPersons;

    internal override ParticipantPages Pages() => new(
        [new(Labels.Number, 6), new(Labels.Name, 34), new(Labels.FunctionAndBody, 38), new(Labels.Role, 22)],
        [
            .. Sides.Select(side => new ParticipantSection(
                side.Name,
                ParticipantText.Joined(" · ", side.Capacity, side.Persons.Count.ToString(CultureInfo.InvariantCulture)),
                [.. side.Persons.Select(Row)])),
        ]);

    internal override ParticipantSheet Sheet()
    {
        var hasStatus = Persons.Any(person => person.Status is not null);
        IEnumerable<(string Heading, int Width, bool IsNumber, Func<ParticipantSide, ParticipantPerson, object?> Cell)> columns =
        [
            (Labels.Number, 7, true, (_, person) => person.Number),
            (Labels.Side, 24, false, (side, _) => side.Name),
            (Labels.Capacity, 18, false, (side, _) => side.Capacity),
            (Labels.Role, 16, false, (_, person) => person.Role),
            (Labels.Address, 12, false, (_, person) => person.Address),
            (Labels.Name, 30, false, (_, person) => person.Name),
            (Labels.NativeName, 26, false, (_, person) => person.NativeName),
            (Labels.Function, 30, false, (_, person) => person.Function),
            (Labels.Body, 34, false, (_, person) => person.Body),
            (Labels.Category, 18, false, (_, person) => person.Category),
        ];
        if (hasStatus)
        {
            columns = columns.Append((Labels.Status, 18, false, (_, person) => person.Status));
        }

        var fields = columns.ToList();
        return new ParticipantSheet(
            [.. fields.Select(field => new ParticipantColumn(field.Heading, field.Width, field.IsNumber))],
            [
                .. Sides.SelectMany(side => side.Persons.Select(person => (IReadOnlyList<ParticipantCell>)
                    [.. fields.Select(field => ParticipantCell.Of(field.Cell(side, person)))])),
            ]);
    }

    private IEnumerable<ParticipantPerson> Persons => Sides.SelectMany(side => side.Persons);

    private static IReadOnlyList<ParticipantLines> Row(ParticipantPerson person) =>
    [
        new([new(person.Number.ToString(CultureInfo.InvariantCulture))]),
        new([new(ParticipantText.Joined(" ", person.Address, person.Name), ParticipantLineLook.Name), new(person.NativeName, ParticipantLineLook.OwnScript)]),
        new([new(person.Function), new(person.Body, ParticipantLineLook.Quiet)]),
        new([new(person.Role), new(person.Category, ParticipantLineLook.Quiet), new(person.Status, ParticipantLineLook.Quiet)]),
    ];
}

/// <summary>A side and the persons it sends.</summary>
/// <param name="Name">Name of the state or organization.</param>
/// <param name="Capacity">In what capacity it takes part, in words.</param>
/// <param name="Persons">Head, deputies, members, advisers, experts, others.</param>
public sealed record ParticipantSide(string Name, string Capacity, IReadOnlyList<ParticipantPerson> Persons);

/// <summary>One person of one side; null stands for what is not given.</summary>
public sealed record ParticipantPerson
{
    /// <summary>Running number over the whole list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Role in the delegation, in words.</summary>
    public required string Role { get; init; }

    /// <summary>Form of address, in words.</summary>
    public string? Address { get; init; }

    /// <summary>Name in Latin script.</summary>
    public required string Name { get; init; }

    /// <summary>Name in its own script.</summary>
    public string? NativeName { get; init; }

    /// <summary>Title or function.</summary>
    public string? Function { get; init; }

    /// <summary>Ministry, agency or institute.</summary>
    public string? Body { get; init; }

    /// <summary>Category of attendee, in words.</summary>
    public string? Category { get; init; }

    /// <summary>What is still open of the accreditation, in words; null for an accredited person.</summary>
    public string? Status { get; init; }
}
