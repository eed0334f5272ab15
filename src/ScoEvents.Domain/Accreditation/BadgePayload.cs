using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

/// <summary>What the square code of a badge says: which badge of which event, from when to when, and into which zones. Nothing of the person.</summary>
/// <param name="KeyId">The key that signs, <see cref="KeyIdLength"/> letters and digits.</param>
/// <param name="EventId">The event.</param>
/// <param name="BadgeId">The badge.</param>
/// <param name="ValidFrom">The first instant at which it admits, UTC, in whole seconds.</param>
/// <param name="ValidUntil">The first instant after that, UTC, in whole seconds.</param>
/// <param name="Zones">Marks of the zones it opens, see <see cref="ZoneMark"/>; up to <see cref="MaxZones"/>.</param>
/// <remarks>
/// <para>Text: <c>SCO1.BODY.SIGNATURE</c>, both base64url without padding (RFC 4648, section 5). The body is binary, big-endian: key id (8 ASCII bytes), event and badge (16 bytes each),
/// from and until (seconds since 1970, 4 bytes each, unsigned), the number of zones (1 byte) and their marks (4 bytes each). The signature is ECDSA over P-256 with SHA-256 over the ASCII
/// bytes of <c>SCO1.BODY</c>, as r and s of 32 bytes each (IEEE P1363), which browsers verify with <c>crypto.subtle.verify</c>.</para>
/// <para>.NET has no Ed25519; P-256 is in every browser.</para>
/// </remarks>
public sealed record BadgePayload(string KeyId, Guid EventId, Guid BadgeId, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, IReadOnlyList<uint> Zones)
{
    /// <summary>What every text begins with; a later form of the payload gets another number.</summary>
    public const string Version = "SCO1";

    /// <summary>Length of a key's id, in characters.</summary>
    public const int KeyIdLength = 8;

    /// <summary>The most zones that a badge can name.</summary>
    public const int MaxZones = 16;

    /// <summary>The longest text, in characters.</summary>
    public const int MaxTextLength = 256;

    private const int IdLength = 16;
    private const int NumberLength = 4;
    private const int FixedLength = KeyIdLength + (2 * IdLength) + (2 * NumberLength) + 1;
    private const int SignatureLength = 64;

    /// <summary>What stands for a zone in a payload: the last four bytes of its id, which are random, while the first are a time.</summary>
    public static uint ZoneMark(Guid zoneId) => BinaryPrimitives.ReadUInt32BigEndian(zoneId.ToByteArray(bigEndian: true).AsSpan(IdLength - NumberLength));

    /// <summary>The signed text.</summary>
    /// <param name="key">The private key, over P-256, of <see cref="KeyId"/>.</param>
    /// <exception cref="InvalidOperationException">The payload cannot be written: too many zones, a key id of another length, or times that four bytes cannot hold.</exception>
    public string Sign(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!IsWritable)
        {
            throw new InvalidOperationException("The payload has too many zones, a key id of another length, or times out of range.");
        }

        var signed = $"{Version}.{Base64Url.EncodeToString(Body())}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Takes a text apart without believing it yet. Refused: <c>check-in.unreadable</c>.</summary>
    /// <param name="text">What a scanner read; anything.</param>
    public static Result<SignedBadge> Read(string? text)
    {
        var parts = text is { Length: <= MaxTextLength } ? text.Trim().Split('.') : [];
        if (parts.Length != 3 || parts[0] != Version || Bytes(parts[1]) is not { } body || Bytes(parts[2]) is not { Length: SignatureLength } signature)
        {
            return CheckInErrors.Unreadable();
        }

        return OfBody(body) is { } payload ? new SignedBadge(payload, $"{parts[0]}.{parts[1]}", signature) : CheckInErrors.Unreadable();
    }

    private bool IsWritable => KeyId.Length == KeyIdLength && KeyId.All(char.IsAsciiLetterOrDigit) && Zones.Count <= MaxZones
        && IsInRange(ValidFrom) && IsInRange(ValidUntil);

    private static bool IsInRange(DateTimeOffset time) => time.ToUnixTimeSeconds() is >= 0 and <= uint.MaxValue;

    private byte[] Body()
    {
        var body = new byte[FixedLength + (Zones.Count * NumberLength)];
        var rest = body.AsSpan();
        Encoding.ASCII.GetBytes(KeyId, rest);
        rest = rest[KeyIdLength..];
        EventId.TryWriteBytes(rest, bigEndian: true, out _);
        rest = rest[IdLength..];
        BadgeId.TryWriteBytes(rest, bigEndian: true, out _);
        rest = rest[IdLength..];
        foreach (var time in new[] { ValidFrom, ValidUntil })
        {
            BinaryPrimitives.WriteUInt32BigEndian(rest, (uint)time.ToUnixTimeSeconds());
            rest = rest[NumberLength..];
        }

        rest[0] = (byte)Zones.Count;
        rest = rest[1..];
        foreach (var zone in Zones)
        {
            BinaryPrimitives.WriteUInt32BigEndian(rest, zone);
            rest = rest[NumberLength..];
        }

        return body;
    }

    private static BadgePayload? OfBody(ReadOnlySpan<byte> body)
    {
        if (body.Length < FixedLength || body[FixedLength - 1] > MaxZones || body.Length != FixedLength + (body[FixedLength - 1] * NumberLength))
        {
            return null;
        }

        var keyId = Encoding.ASCII.GetString(body[..KeyIdLength]);
        var times = body[(KeyIdLength + (2 * IdLength))..];
        var zones = new uint[body[FixedLength - 1]];
        for (var i = 0; i < zones.Length; i++)
        {
            zones[i] = BinaryPrimitives.ReadUInt32BigEndian(body[(FixedLength + (i * NumberLength))..]);
        }

        return !keyId.All(char.IsAsciiLetterOrDigit) ? null : new BadgePayload(
            keyId,
            new Guid(body.Slice(KeyIdLength, IdLength), bigEndian: true),
            new Guid(body.Slice(KeyIdLength + IdLength, IdLength), bigEndian: true),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(times)),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(times[NumberLength..])),
            zones);
    }

    // Null also for a text that is not written as an encoder would write the same bytes: one badge has one text.
    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != System.Buffers.OperationStatus.Done)
        {
            return null;
        }

        var decoded = bytes[..written];
        return Base64Url.EncodeToString(decoded) == text ? decoded : null;
    }

    /// <inheritdoc/>
    public bool Equals(BadgePayload? other) => other is not null && KeyId == other.KeyId && EventId == other.EventId && BadgeId == other.BadgeId
        && ValidFrom == other.ValidFrom && ValidUntil == other.ValidUntil && Zones.SequenceEqual(other.Zones);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(KeyId, EventId, BadgeId, ValidFrom, ValidUntil, Zones.Count);
}

/// <summary>A text that has the form of a badge's; whether it is genuine is not said yet.</summary>
/// <param name="Payload">What it claims.</param>
/// <param name="SignedText">What the signature is over.</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
public sealed record SignedBadge(BadgePayload Payload, string SignedText, byte[] Signature)
{
    /// <summary>Whether the owner of a key has signed it.</summary>
    /// <param name="publicKey">The public key as SubjectPublicKeyInfo, DER (RFC 5480).</param>
    public bool IsSignedBy(ReadOnlySpan<byte> publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(Encoding.ASCII.GetBytes(SignedText), Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
