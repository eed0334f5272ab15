using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Accreditation;

namespace ScoEvents.Web.Features.Badges;

/// <summary>The keys that sign badges: ECDSA over P-256, the private halves encrypted with the portal's master key.</summary>
public sealed partial class BadgeKeyring(FieldCipher cipher, TimeProvider clock, ILogger<BadgeKeyring> logger)
{
    private const string IdLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /// <summary>The key that signs now; the first of the portal, or one to replace a key that the master keys no longer open, is made and added to the context.</summary>
    /// <param name="context">Saved by the caller.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<BadgeSigner> CurrentAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var keys = await context.BadgeKeys.AsNoTracking().Where(key => key.RetiredAt == null).OrderByDescending(key => key.CreatedAt).ToListAsync(cancellationToken);
        foreach (var known in keys)
        {
            if (Open(known) is { } signer)
            {
                return signer;
            }
        }

        return Create(context);
    }

    /// <summary>Retires what signed until now and takes a new key into service; badges that are out stay valid.</summary>
    /// <param name="context">Saved by the caller.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<string> RotateAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        foreach (var key in await context.BadgeKeys.Where(key => key.RetiredAt == null).ToListAsync(cancellationToken))
        {
            key.Retire(clock.GetUtcNow());
        }

        using var signer = Create(context);
        return signer.KeyId;
    }

    private BadgeSigner Create(ScoEventsDbContext context)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = RandomNumberGenerator.GetString(IdLetters, BadgePayload.KeyIdLength);
        var envelope = cipher.Protect(Convert.ToBase64String(key.ExportPkcs8PrivateKey()), "badge_keys", "private_envelope", RowOf(id));
        context.BadgeKeys.Add(BadgeKey.Create(id, key.ExportSubjectPublicKeyInfo(), envelope, clock.GetUtcNow()));
        return new BadgeSigner(id, key);
    }

    private BadgeSigner? Open(BadgeKey known)
    {
        try
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(cipher.Reveal(known.PrivateEnvelope, "badge_keys", "private_envelope", RowOf(known.Id))), out _);
            return new BadgeSigner(known.Id, key);
        }
        catch (CryptographicException exception)
        {
            // Its badges can still be verified; signing goes on with another key.
            LogUnreadable(logger, exception, known.Id);
            return null;
        }
    }

    // The cipher binds an envelope to a row by its id, which here is a short text.
    private static Guid RowOf(string keyId) => new(SHA256.HashData(Encoding.UTF8.GetBytes(keyId)).AsSpan(0, 16));

    [LoggerMessage(LogLevel.Warning, "The master keys do not open badge key {KeyId}; another one signs")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, string keyId);
}

/// <summary>A key that is open for signing.</summary>
public sealed record BadgeSigner(string KeyId, ECDsa Key) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();
}
