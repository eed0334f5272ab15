using System.Security.Cryptography;
using System.Text;
using ScoEvents.Domain.Delegations;

namespace ScoEvents.Data.Encryption;

/// <summary>Encrypts single fields so that a value is worthless without the master key and in any other place than its own.</summary>
/// <remarks>AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D); table, column and row id are associated data. Envelope: <c>v1.KEYID.base64(nonce ‖ tag ‖ ciphertext)</c>.</remarks>
public sealed class FieldCipher
{
    /// <summary>Length of a master key, in bytes.</summary>
    public const int KeyLength = 32;

    private const string Version = "v1";
    private const int MarkLength = 16;
    private readonly Dictionary<string, byte[]> _keys;
    private readonly string _current;

    /// <summary>Takes the master keys.</summary>
    /// <param name="current">Id of the key that encrypts.</param>
    /// <param name="keys">All keys that can still decrypt, by id; each <see cref="KeyLength"/> bytes.</param>
    /// <exception cref="ArgumentException">A key has another length, an id has a dot, or the current key is not among them.</exception>
    public FieldCipher(string current, IReadOnlyDictionary<string, byte[]> keys)
    {
        if (!keys.ContainsKey(current) || keys.Any(key => key.Value.Length != KeyLength || key.Key.Contains('.', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"Each key needs {KeyLength} bytes and an id without a dot, and the current one must be among them.", nameof(keys));
        }

        _current = current;
        _keys = new(keys, StringComparer.Ordinal);
    }

    /// <summary>Encrypts a passport number for a delegate.</summary>
    public ProtectedText Protect(PassportNumber number, Guid delegateId) =>
        new(Protect(number.Value, "delegates", "passport", delegateId), number.Masked, Mark(number.Value, "delegates", "passport"));

    /// <summary>Decrypts the passport number of a delegate.</summary>
    /// <exception cref="CryptographicException">The envelope was changed, belongs to another row, or its key is not known.</exception>
    public string Reveal(ProtectedText passport, Guid delegateId) => Reveal(passport.Envelope, "delegates", "passport", delegateId);

    /// <summary>Encrypts a text for one column of one row.</summary>
    public string Protect(string plain, string table, string column, Guid rowId)
    {
        var clear = Encoding.UTF8.GetBytes(plain);
        var box = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + clear.Length];
        var (nonce, tag, cipher) = Parts(box);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[_current], tag.Length);
        aes.Encrypt(nonce, clear, cipher, tag, Place(table, column, rowId));
        return $"{Version}.{_current}.{Convert.ToBase64String(box)}";
    }

    /// <summary>A keyed hash by which equal values of one column are found without reading them: <c>KEYID.base64(first 16 bytes of the code)</c>.</summary>
    /// <remarks>HMAC-SHA-256 under a key that HKDF (RFC 5869) derives from the current master key, so that nobody without it can try numbers; values hashed under different master keys never match.</remarks>
    public string Mark(string plain, string table, string column)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, _keys[_current], KeyLength, info: Encoding.UTF8.GetBytes($"mark/{table}/{column}"));
        return $"{_current}.{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(plain)), 0, MarkLength)}";
    }

    /// <summary>Decrypts a text of one column of one row.</summary>
    /// <exception cref="CryptographicException">The envelope was changed, belongs to another place, or its key is not known.</exception>
    public string Reveal(string envelope, string table, string column, Guid rowId)
    {
        var parts = envelope.Split('.');
        if (parts.Length != 3 || parts[0] != Version || !_keys.TryGetValue(parts[1], out var key))
        {
            throw new CryptographicException("The envelope is not one of this portal's, or its key is not known.");
        }

        var box = Convert.FromBase64String(parts[2]);
        if (box.Length < AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize)
        {
            throw new CryptographicException("The envelope is cut short.");
        }

        var (nonce, tag, cipher) = Parts(box);
        var clear = new byte[cipher.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Decrypt(nonce, cipher, tag, clear, Place(table, column, rowId));
        return Encoding.UTF8.GetString(clear);
    }

    private static Parts3 Parts(byte[] box)
    {
        var nonce = AesGcm.NonceByteSizes.MaxSize;
        var tag = AesGcm.TagByteSizes.MaxSize;
        return new Parts3(box.AsSpan(0, nonce), box.AsSpan(nonce, tag), box.AsSpan(nonce + tag));
    }

    private static byte[] Place(string table, string column, Guid rowId) => Encoding.UTF8.GetBytes($"{table}/{column}/{rowId:D}");

    private readonly ref struct Parts3(Span<byte> nonce, Span<byte> tag, Span<byte> cipher)
    {
        private readonly Span<byte> _nonce = nonce;
        private readonly Span<byte> _tag = tag;
        private readonly Span<byte> _cipher = cipher;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher)
        {
            nonce = _nonce;
            tag = _tag;
            cipher = _cipher;
        }
    }
}
