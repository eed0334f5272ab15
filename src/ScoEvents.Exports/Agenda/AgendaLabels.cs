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

    /// <summary>"Draft", the watermark.</summary>
    public required string Draft { get; init; }

    /// <summary>"State of", before the moment a draft was read.</summary>
    public required string StateOf { get; init; }

    /// <summary>"Selection", before what of the programme was chosen.</summary>
    public required string Scope { get; init; }

    /// <summary>"Contents".</summary>
    public required string Contents { get; init; }

    /// <summary>"Date", head of a column.</summary>
    public required string Date { get; init; }

    /// <summary>"Start", head of a column.</summary>
    public required string Start { get; init; }

    /// <summary>"End", head of a column.</summary>
    public required string End { get; init; }

    /// <summary>"Type", head of a column.</summary>
    public required string Type { get; init; }

    /// <summary>"Track".</summary>
    public required string Track { get; init; }

    /// <summary>"Abstract", head of a column.</summary>
    public required string Abstract { get; init; }

    /// <summary>"Agenda items".</summary>
    public required string Points { get; init; }

    /// <summary>"Interpretation", before the languages.</summary>
    public required string Interpretation { get; init; }

    /// <summary>"State", head of a column that says what was cancelled.</summary>
    public required string State { get; init; }

    /// <summary>"{0} min".</summary>
    public required string Minutes { get; init; }

    /// <summary>"Closed session", in place of a title that the reader may not know.</summary>
    public required string Closed { get; init; }

    /// <summary>"About this file", name of the sheet with the facts of the event; at most 31 characters, none of <c>\ / ? * [ ] :</c>.</summary>
    public required string About { get; init; }
}
