namespace ScoEvents.Exports.Participants;

/// <summary>
/// The list of participants of one event in one language, rows already in protocol order. Passport, visa and
/// contact data have no place in it, so that no writer can leak them.
/// </summary>
public sealed record ParticipantList
{
    /// <summary>The event's title.</summary>
    public required string EventTitle { get; init; }

    /// <summary>BCP 47 tag of the texts.</summary>
    public required string Language { get; init; }

    /// <summary>Direction of the layout.</summary>
    public required TextDirection Direction { get; init; }

    /// <summary>Marking of the list, such as <c>TLP:AMBER</c>.</summary>
    public required string Classification { get; init; }

    /// <summary>True while not every person in it is accredited.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>Heads of the columns.</summary>
    public required ParticipantLabels Labels { get; init; }

    /// <summary>Persons by protocol order of their sides, then head, deputy, members, advisers, experts, others.</summary>
    public required IReadOnlyList<ParticipantRow> Rows { get; init; }
}

/// <summary>Heads of the columns, in the list's language and in the order the columns have.</summary>
/// <param name="Number">"No."</param>
/// <param name="Side">"Side"</param>
/// <param name="Capacity">"Capacity"</param>
/// <param name="Role">"Role"</param>
/// <param name="Name">"Name"</param>
/// <param name="NativeName">"Name in own script"</param>
/// <param name="Function">"Function"</param>
/// <param name="Body">"Body"</param>
/// <param name="Status">"Accreditation"</param>
public sealed record ParticipantLabels(
    string Number,
    string Side,
    string Capacity,
    string Role,
    string Name,
    string NativeName,
    string Function,
    string Body,
    string Status);

/// <summary>One person of one side.</summary>
/// <param name="Number">Running number over the whole list, from 1.</param>
/// <param name="Side">Name of the state or organization.</param>
/// <param name="Capacity">The capacity in which the side takes part, in words.</param>
/// <param name="Role">Role in the delegation, in words.</param>
/// <param name="Name">Name in Latin script.</param>
/// <param name="NativeName">Name in its own script; null when not given.</param>
/// <param name="Function">Title or function; null when not given.</param>
/// <param name="Body">Ministry, agency or institute; null when not given.</param>
/// <param name="Status">State of the accreditation, in words.</param>
public sealed record ParticipantRow(
    int Number,
    string Side,
    string Capacity,
    string Role,
    string Name,
    string? NativeName,
    string? Function,
    string? Body,
    string Status);
