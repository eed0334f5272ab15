using System.Security.Cryptography;
using System.Text;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Api;

/// <summary>What a user gives to a program so that it may act for the user: limited by scopes and time, and taken back at any moment.</summary>
/// <remarks>The portal keeps only a hash. 256 random bits cannot be guessed, so the hash needs neither salt nor work factor.</remarks>
public sealed class ApiToken
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxNameLength = 80;

    /// <summary>The longest life, in days.</summary>
    public const int MaxDays = 366;

    /// <summary>Length of the hash, in bytes: SHA-256.</summary>
    public const int HashLength = 32;

    /// <summary>How many characters of a token are kept for recognizing it, its beginning included.</summary>
    public const int PrefixLength = 12;

    /// <summary>How every token begins, so that scanners of leaked secrets find it.</summary>
    public const string Beginning = "sco_";

    /// <summary>Length of a token, in characters.</summary>
    public const int TextLength = 47;

    private const int SecretLength = 32;

    private ApiToken()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>For whom it acts.</summary>
    public Guid UserId { get; private set; }

    /// <summary>What its user calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The first characters of the token.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>What it allows at most.</summary>
    public IReadOnlyList<ApiScope> Scopes { get; private set; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From when on it is worthless, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used last, UTC, to within a minute; null while it was not.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When it was taken back, UTC; null while it stands.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Makes a token. Refused: <c>token.name-missing</c>, <c>token.name-too-long</c>, <c>characters</c>, <c>token.scopes-missing</c>, <c>token.days-out-of-range</c>.</summary>
    /// <param name="userId">For whom it acts.</param>
    /// <param name="name">What its user calls it.</param>
    /// <param name="scopes">What it allows.</param>
    /// <param name="days">For how many days, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="now">UTC.</param>
    public static Result<MadeToken> Make(Guid userId, string? name, IReadOnlyCollection<ApiScope> scopes, int? days, DateTimeOffset now)
    {
        var (clean, errors) = (PlainText.Clean(name), new List<Error>());
        if (clean.Length == 0)
        {
            errors.Add(Error.Invalid("Name", "token.name-missing"));
        }
        else if (clean.Length > MaxNameLength)
        {
            errors.Add(Error.Invalid("Name", "token.name-too-long", MaxNameLength));
        }
        else if (PlainText.HasForbiddenCharacters(clean) || !PlainText.IsVisible(clean))
        {
            errors.Add(Error.Characters("Name"));
        }

        if (scopes.Count == 0 || scopes.Any(scope => !Enum.IsDefined(scope)))
        {
            errors.Add(Error.Invalid("Scopes", "token.scopes-missing"));
        }

        if (days is not (>= 1 and <= MaxDays))
        {
            errors.Add(Error.Invalid("Days", "token.days-out-of-range", MaxDays));
        }

        if (errors.Count > 0)
        {
            return Result<MadeToken>.Fail(errors);
        }

        var text = Beginning + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return new MadeToken(
            new ApiToken
            {
                Id = Guid.CreateVersion7(),
                UserId = userId,
                Name = clean,
                Prefix = text[..PrefixLength],
                TokenHash = HashOf(text),
                Scopes = [.. scopes.Distinct().Order()],
                CreatedAt = now,
                ExpiresAt = now.AddDays(days!.Value),
            },
            text);
    }

    /// <summary>The hash by which a token is found.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Takes it back; again does nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

/// <summary>A new token.</summary>
/// <param name="Token">What is kept.</param>
/// <param name="Text">What the program sends; nobody can be shown it again.</param>
public sealed record MadeToken(ApiToken Token, string Text);
