using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>How a person is addressed.</summary>
public enum FormOfAddress
{
    /// <summary>Mr.</summary>
    Mr,

    /// <summary>Ms.</summary>
    Ms,

    /// <summary>Doctor.</summary>
    Doctor,

    /// <summary>Professor.</summary>
    Professor,

    /// <summary>Ambassador.</summary>
    Ambassador,

    /// <summary>Minister.</summary>
    Minister,

    /// <summary>General.</summary>
    General,

    /// <summary>Colonel.</summary>
    Colonel,
}

/// <summary>Which circle a person comes from.</summary>
public enum AttendeeCategory
{
    /// <summary>Ministry.</summary>
    Ministry,

    /// <summary>Agency.</summary>
    Agency,

    /// <summary>Scientific circles.</summary>
    Scientific,

    /// <summary>Academic circles.</summary>
    Academic,

    /// <summary>Analytical circles.</summary>
    Analytical,

    /// <summary>Official.</summary>
    Official,

    /// <summary>National security adviser.</summary>
    SecurityAdviser,

    /// <summary>Expert.</summary>
    Expert,

    /// <summary>Innovator of information technology.</summary>
    Innovator,

    /// <summary>Press.</summary>
    Press,
}

/// <summary>What a focal point says of a person; see <see cref="Delegate"/> for the meaning of each part.</summary>
/// <param name="Role">Part in the delegation.</param>
/// <param name="FamilyName">Latin script, 1 to <see cref="Delegate.MaxTextLength"/> characters.</param>
/// <param name="GivenNames">Latin script, 1 to <see cref="Delegate.MaxTextLength"/> characters.</param>
/// <param name="NativeName">Own script, or null.</param>
/// <param name="Function">Each form up to <see cref="Delegate.MaxTextLength"/> characters, at least one.</param>
/// <param name="Body">Each form up to <see cref="Delegate.MaxTextLength"/> characters, or empty.</param>
/// <param name="Email">A mail address.</param>
/// <param name="Passport">The encrypted number; null keeps the one that is there.</param>
/// <param name="Id">The id the number was encrypted for, for a new person; null makes one.</param>
public sealed record DelegateFacts(
    DelegationRole Role, string FamilyName, string GivenNames, string? NativeName, LocalizedText Function, LocalizedText Body, string Email,
    ProtectedText? Passport, Guid? Id = null)
{
    /// <summary>Form of address, or null.</summary>
    public FormOfAddress? FormOfAddress { get; init; }

    /// <summary>Attendee category, or null.</summary>
    public AttendeeCategory? Category { get; init; }

    /// <summary>The state whose national the person is, or null.</summary>
    public Guid? NationalityId { get; init; }

    /// <summary>The state that issued the passport, or null.</summary>
    public Guid? PassportStateId { get; init; }

    /// <summary>Last day of the passport's validity, or null.</summary>
    public DateOnly? PassportExpiresOn { get; init; }

    /// <summary>Visa, travel, stay and needs.</summary>
    public DelegateStay Stay { get; init; } = DelegateStay.Unknown;

    /// <summary>Languages the person speaks, codes of ISO 639.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>When the focal point said that the person consents, UTC; null while nobody said so.</summary>
    public DateTimeOffset? ConsentAt { get; init; }

    /// <summary>Whether the person stands in reserve.</summary>
    public bool IsReserve { get; init; }
}

/// <summary>What the host has to know to receive a person; sensitive, purged with the passport data.</summary>
public sealed record DelegateStay
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxLength = 300;

    /// <summary>Nothing is known yet.</summary>
    public static DelegateStay Unknown { get; } = new();

    /// <summary>Whether a visa support letter is needed.</summary>
    public bool NeedsVisa { get; init; }

    /// <summary>The mission where the visa is asked for, or null.</summary>
    public string? VisaPost { get; init; }

    /// <summary>When the person arrives, UTC; null while not known.</summary>
    public DateTimeOffset? ArrivesAt { get; init; }

    /// <summary>How the person arrives, such as a flight's number, or null.</summary>
    public string? Arrival { get; init; }

    /// <summary>When the person leaves, UTC; null while not known.</summary>
    public DateTimeOffset? DepartsAt { get; init; }

    /// <summary>How the person leaves, or null.</summary>
    public string? Departure { get; init; }

    /// <summary>Where the person stays, or null.</summary>
    public string? Accommodation { get; init; }

    /// <summary>What the person eats or does not, or null.</summary>
    public string? Diet { get; init; }

    /// <summary>What the person needs to take part, or null.</summary>
    public string? AccessNeeds { get; init; }

    /// <summary>What cannot be accepted, each beside its field: <c>delegate.text-too-long</c>, <c>delegate.name-characters</c>, <c>delegate.departs-before-arrival</c>.</summary>
    public IEnumerable<Error> Check()
    {
        foreach (var (field, text) in new[]
        {
            (nameof(VisaPost), VisaPost), (nameof(Arrival), Arrival), (nameof(Departure), Departure), (nameof(Accommodation), Accommodation), (nameof(Diet), Diet), (nameof(AccessNeeds), AccessNeeds),
        })
        {
            if (PlainText.Clean(text).Length > MaxLength)
            {
                yield return Error.Invalid(field, "delegate.text-too-long", MaxLength);
            }
            else if (PlainText.HasForbiddenCharacters(text))
            {
                yield return Error.Invalid(field, "delegate.name-characters");
            }
        }

        if (DepartsAt < ArrivesAt)
        {
            yield return Error.Invalid(nameof(DepartsAt), "delegate.departs-before-arrival");
        }
    }
}
