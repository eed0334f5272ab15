using System.Text.RegularExpressions;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>A person in a delegation.</summary>
public sealed partial class Delegate
{
    /// <summary>The longest name, function or body, in UTF-16 units.</summary>
    public const int MaxTextLength = 120;

    /// <summary>The most languages of one person.</summary>
    public const int MaxLanguages = 12;

    /// <summary>The longest mail address, in characters (RFC 5321, section 4.5.3.1.3).</summary>
    public const int MaxEmailLength = 254;

    private Delegate()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The delegation.</summary>
    public Guid DelegationId { get; private set; }

    /// <summary>The event, repeated from the delegation for the database's row-level security.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side, repeated from the delegation for the database's row-level security.</summary>
    public Guid SideId { get; private set; }

    /// <summary>Part in the delegation.</summary>
    public DelegationRole Role { get; private set; }

    /// <summary>Family name in Latin script, as in the passport.</summary>
    public string FamilyName { get; private set; } = "";

    /// <summary>Given names in Latin script, as in the passport.</summary>
    public string GivenNames { get; private set; } = "";

    /// <summary>The whole name in its own script, or null where that is Latin.</summary>
    public string? NativeName { get; private set; }

    /// <summary>What the person is, such as "Deputy Director", in the languages of the event.</summary>
    public LocalizedText Function { get; private set; } = LocalizedText.Empty;

    /// <summary>The body the person works for, or empty.</summary>
    public LocalizedText Body { get; private set; } = LocalizedText.Empty;

    /// <summary>Form of address, or null.</summary>
    public FormOfAddress? FormOfAddress { get; private set; }

    /// <summary>Attendee category, or null.</summary>
    public AttendeeCategory? Category { get; private set; }

    /// <summary>Mail address.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The passport's number, encrypted; empty while it is not known.</summary>
    public ProtectedText Passport { get; private set; } = new("", "");

    /// <summary>The state whose national the person is, or null.</summary>
    public Guid? NationalityId { get; private set; }

    /// <summary>The state that issued the passport, or null.</summary>
    public Guid? PassportStateId { get; private set; }

    /// <summary>Last day of the passport's validity, or null.</summary>
    public DateOnly? PassportExpiresOn { get; private set; }

    /// <summary>Visa, travel, stay and needs.</summary>
    public DelegateStay Stay { get; private set; } = DelegateStay.Unknown;

    /// <summary>Languages the person speaks, codes of ISO 639.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>When the focal point said that the person consents to what is kept, UTC; null while nobody said so.</summary>
    public DateTimeOffset? ConsentAt { get; private set; }

    /// <summary>Whether the person stands in reserve and comes only where another falls out.</summary>
    public bool IsReserve { get; private set; }

    /// <summary>The person instead of whom this one comes, or null.</summary>
    public Guid? SubstitutesId { get; private set; }

    /// <summary>When passport data and photograph were purged, UTC; null while they are kept.</summary>
    public DateTimeOffset? PurgedAt { get; private set; }

    /// <summary>When everything that names the person was erased, UTC; null while it is kept.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>When the person was registered, UTC.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>When the registration last changed, UTC.</summary>
    public DateTimeOffset ModifiedAt { get; private set; }

    /// <summary>When the person was taken out, UTC; null while the person comes.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Whether the person was not taken out; who stands in reserve counts too.</summary>
    public bool IsLive => WithdrawnAt is null;

    /// <summary>Whether the person has a place.</summary>
    public bool IsComing => IsLive && !IsReserve;

    /// <summary>Whether the person has a seat at the table.</summary>
    public bool HasSeat => Role.HasSeat();

    /// <summary>The name as a list in Latin script shows it: given names, then the family name in capitals.</summary>
    public string DisplayName => $"{GivenNames} {FamilyName.ToUpperInvariant()}".Trim();

    internal static Result<Delegate> Create(Delegation delegation, DelegateFacts facts, DateTimeOffset now)
    {
        var person = new Delegate
        {
            Id = facts.Id ?? Guid.CreateVersion7(),
            DelegationId = delegation.Id,
            EventId = delegation.EventId,
            SideId = delegation.SideId,
            RegisteredAt = now,
        };
        var described = person.Describe(facts, now);
        return described.IsSuccess ? person : Result<Delegate>.Fail(described.Errors);
    }

    /// <summary>Changes who the person is. Refused, each beside its field: <c>delegate.name-missing</c>, <c>delegate.name-latin</c>, <c>delegate.name-characters</c>, <c>delegate.text-too-long</c>, <c>delegate.function-missing</c>, <c>delegate.email-form</c>, <c>choice</c> at the languages, and what <see cref="DelegateStay.Check"/> refuses.</summary>
    public Result Describe(DelegateFacts facts, DateTimeOffset now)
    {
        var errors = Check(facts);
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        Role = facts.Role;
        FamilyName = PlainText.Clean(facts.FamilyName);
        GivenNames = PlainText.Clean(facts.GivenNames);
        NativeName = NullIfBlank(facts.NativeName);
        (Function, Body) = (facts.Function, facts.Body);
        (FormOfAddress, Category) = (facts.FormOfAddress, facts.Category);
        (NationalityId, PassportStateId, PassportExpiresOn) = (facts.NationalityId, facts.PassportStateId, facts.PassportExpiresOn);
        (Stay, Languages, ConsentAt, IsReserve) = (facts.Stay, [.. facts.Languages], facts.ConsentAt, facts.IsReserve);
        Email = PlainText.Clean(facts.Email);
        Passport = facts.Passport ?? Passport;
        ModifiedAt = now;
        return Result.Success;
    }

    /// <summary>What of a person's description cannot be accepted, whoever it is of. Empty where all is well.</summary>
    public static IReadOnlyList<Error> Check(DelegateFacts facts)
    {
        var errors = new List<Error>();
        CheckLatinName(nameof(FamilyName), facts.FamilyName, errors);
        CheckLatinName(nameof(GivenNames), facts.GivenNames, errors);
        CheckText(nameof(NativeName), facts.NativeName, required: false, "delegate.name-missing", errors);
        CheckTexts(nameof(Function), facts.Function, required: true, "delegate.function-missing", errors);
        CheckTexts(nameof(Body), facts.Body, required: false, "delegate.function-missing", errors);
        errors.AddRange(facts.Stay.Check());
        if (facts.Languages.Count > MaxLanguages || facts.Languages.Any(code => !LanguageCode().IsMatch(code)))
        {
            errors.Add(Error.Invalid(nameof(Languages), "choice"));
        }

        var email = PlainText.Clean(facts.Email);
        if (email.Length > MaxEmailLength || !EmailForm().IsMatch(email))
        {
            errors.Add(Error.Invalid(nameof(Email), "delegate.email-form"));
        }

        return errors;
    }

    /// <summary>Whether a text is a mail address that can be written to.</summary>
    public static bool IsEmail(string? text) => PlainText.Clean(text) is { Length: <= MaxEmailLength } email && EmailForm().IsMatch(email);

    /// <summary>Whether these facts make another person of it than the one who was handed in: name, papers, part, function, body. Where the person lives and eats does not count, nor the address.</summary>
    public bool DiffersIn(DelegateFacts facts) =>
        facts.Role != Role || facts.Passport is not null
        || PlainText.Clean(facts.FamilyName) != FamilyName || PlainText.Clean(facts.GivenNames) != GivenNames || NullIfBlank(facts.NativeName) != NativeName
        || !facts.Function.Equals(Function) || !facts.Body.Equals(Body) || facts.FormOfAddress != FormOfAddress || facts.Category != Category
        || facts.NationalityId != NationalityId || facts.PassportStateId != PassportStateId || facts.PassportExpiresOn != PassportExpiresOn;

    internal void Withdraw(DateTimeOffset now) => (WithdrawnAt, ModifiedAt) = (now, now);

    internal void Promote(DateTimeOffset now) => (IsReserve, ModifiedAt) = (false, now);

    internal void TakePlace(Vacancy place, DateTimeOffset now) => (Role, IsReserve, SubstitutesId, ModifiedAt) = (place.Role, place.IsReserve, place.LeftById, now);

    private static void CheckLatinName(string field, string value, List<Error> errors)
    {
        var before = errors.Count;
        CheckText(field, value, required: true, "delegate.name-missing", errors);
        if (errors.Count == before && (!PlainText.HasLetter(value) || !PlainText.IsLatin(value)))
        {
            errors.Add(Error.Invalid(field, "delegate.name-latin"));
        }
    }

    private static void CheckText(string field, string? value, bool required, string missing, List<Error> errors)
    {
        var clean = PlainText.Clean(value);
        if (required && clean.Length == 0)
        {
            errors.Add(Error.Invalid(field, missing));
        }
        else if (clean.Length > MaxTextLength)
        {
            errors.Add(Error.Invalid(field, "delegate.text-too-long", MaxTextLength));
        }
        else if (PlainText.HasForbiddenCharacters(value))
        {
            errors.Add(Error.Invalid(field, "delegate.name-characters"));
        }
    }

    private static void CheckTexts(string field, LocalizedText value, bool required, string missing, List<Error> errors)
    {
        if (required && value.IsEmpty)
        {
            errors.Add(Error.Invalid(field, missing));
        }
        else if (value.LongestLength > MaxTextLength)
        {
            errors.Add(Error.Invalid(field, "delegate.text-too-long", MaxTextLength));
        }
        else if (value.HasForbiddenCharacters())
        {
            errors.Add(Error.Invalid(field, "delegate.name-characters"));
        }
    }

    private static string? NullIfBlank(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;

    // Deliverable addresses of practice: one at sign, a dotted domain, nothing that a mail header could be broken with.
    [GeneratedRegex(@"^[^\s@<>()\[\]\\,;:""\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+\z", RegexOptions.CultureInvariant, 250)]
    private static partial Regex EmailForm();

    // ISO 639: two letters, or three where there are no two.
    [GeneratedRegex(@"^[a-z]{2,3}\z", RegexOptions.CultureInvariant, 250)]
    private static partial Regex LanguageCode();
}
