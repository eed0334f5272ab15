using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Domain.Accreditation;

/// <summary>Which letters a person may get.</summary>
public enum LetterKind
{
    /// <summary>Asks a mission to give the person a visa; has a number.</summary>
    VisaSupport,

    /// <summary>Says that the person is accredited.</summary>
    Confirmation,

    /// <summary>Says that the person took part.</summary>
    Certificate,
}

/// <summary>A letter that went out under a number; the number stays the person's, however often it is printed.</summary>
public sealed class IssuedLetter
{
    private IssuedLetter()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side, for row-level security.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The person; one letter of a kind each.</summary>
    public Guid DelegateId { get; private set; }

    /// <summary>Which letter.</summary>
    public LetterKind Kind { get; private set; }

    /// <summary>The secretariat whose numbers it has.</summary>
    public Guid SecretariatId { get; private set; }

    /// <summary>Year of the number.</summary>
    public int Year { get; private set; }

    /// <summary>From 1 in each year, in one series with the secretariat's notes verbales.</summary>
    public int Number { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Who.</summary>
    public Guid IssuedBy { get; private set; }

    /// <summary>Gives a person's letter its number.</summary>
    /// <param name="person">Whom it is about.</param>
    /// <param name="kind">Which letter.</param>
    /// <param name="number">Drawn from the secretariat's counter.</param>
    /// <param name="by">Who issues it.</param>
    /// <param name="now">UTC.</param>
    public static IssuedLetter Issue(Delegate person, LetterKind kind, LetterNumber number, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = person.EventId,
        SideId = person.SideId,
        DelegateId = person.Id,
        Kind = kind,
        SecretariatId = number.SecretariatId,
        Year = number.Year,
        Number = number.Number,
        IssuedAt = now,
        IssuedBy = by,
    };
}

/// <summary>A number of a secretariat's letters.</summary>
public sealed record LetterNumber(Guid SecretariatId, int Year, int Number);

/// <summary>Who is entitled to which letter.</summary>
public static class LetterRules
{
    /// <summary>Whether a person gets a letter now: visa support once handed in and wanted, the confirmation while accredited, the certificate once the person has come.</summary>
    /// <param name="kind">Which letter.</param>
    /// <param name="state">How far the accreditation is.</param>
    /// <param name="needsVisa">Whether the side asked for visa support.</param>
    /// <param name="wasPresent">Whether the attendance says that the person was there.</param>
    public static bool IsEntitled(LetterKind kind, AccreditationState state, bool needsVisa, bool wasPresent) => kind switch
    {
        LetterKind.VisaSupport => needsVisa && (AccreditationMoves.IsWaiting(state) || AccreditationMoves.IsAccredited(state)),
        LetterKind.Confirmation => AccreditationMoves.IsAccredited(state),
        LetterKind.Certificate => state == AccreditationState.CheckedIn || (wasPresent && AccreditationMoves.IsAccredited(state)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
