namespace ScoEvents.Exports.Agenda;

/// <summary>The words an agenda needs besides its content, in the agenda's language.</summary>
public sealed record AgendaLabels
{
    /// <summary>"Agenda", above the title.</summary>
    public required string Agenda { get; init; }

    /// <summary>"Dates".</summary>
    public required string Dates { get; init; }

    /// <summary>"Place".</summary>
    public required string Place { get; init; }

    /// <summary>"All times", beside the zone in words.</summary>
    public required string TimeZone { get; init; }

    /// <summary>"Release", beside number, name and date.</summary>
    public required string Release { get; init; }

    /// <summary>"Classification".</summary>
    public required string Classification { get; init; }

    /// <summary>"Time", head of a column.</summary>
    public required string Time { get; init; }

    /// <summary>"Session", head of a column.</summary>
    public required string Session { get; init; }

    /// <summary>"Room", head of a column.</summary>
    public required string Room { get; init; }

    /// <summary>"Chair".</summary>
    public required string Chair { get; init; }

    /// <summary>"Speakers".</summary>
    public required string Speakers { get; init; }

    /// <summary>"Attendance", before who may attend.</summary>
    public required string Access { get; init; }

    /// <summary>"Cancelled".</summary>
    public required string Cancelled { get; init; }

    /// <summary>"next day", behind an end time after midnight.</summary>
    public required string NextDay { get; init; }

    /// <summary>"Page {0} of {1}"; the places of both numbers differ by language.</summary>
    public required string PageOfPages { get; init; }

    /// <summary>A sentence for an agenda without sessions.</summary>
    public required string NoSessions { get; init; }
}
