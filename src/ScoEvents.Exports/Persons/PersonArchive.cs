namespace ScoEvents.Exports.Persons;

/// <summary>All data that the portal keeps of one person, in one language.</summary>
public sealed record PersonArchive
{
    /// <summary>Title of the page, such as "All data that the portal keeps of …".</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the words.</summary>
    public required string Language { get; init; }

    /// <summary>Direction of the layout.</summary>
    public required TextDirection Direction { get; init; }

    /// <summary>When it was put together; every date of the file is this one.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is kept, by topic; topics without a record are left out.</summary>
    public required IReadOnlyList<PersonSection> Sections { get; init; }

    /// <summary>The photograph as it is kept; null for none.</summary>
    public PersonPicture? Picture { get; init; }
}

/// <summary>A topic.</summary>
/// <param name="Key">Its name in the JSON file, such as <c>badges</c>.</param>
/// <param name="Heading">Its name for people.</param>
/// <param name="Records">At least one.</param>
public sealed record PersonSection(string Key, string Heading, IReadOnlyList<IReadOnlyList<PersonFact>> Records);

/// <summary>A fact of a record.</summary>
/// <param name="Key">Its name in the JSON file, such as <c>familyName</c>.</param>
/// <param name="Term">Its name for people.</param>
/// <param name="Text">What is kept.</param>
public sealed record PersonFact(string Key, string Term, string Text);

/// <summary>A photograph.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Extension">Its extension without the dot.</param>
public sealed record PersonPicture(byte[] Bytes, string Extension);
