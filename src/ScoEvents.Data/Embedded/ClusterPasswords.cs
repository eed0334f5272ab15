using System.Security.Cryptography;
using System.Text.Json;

namespace ScoEvents.Data.Embedded;

/// <summary>The random passwords of the three roles, kept in a file that only the portal's account can read.</summary>
internal sealed record ClusterPasswords(string Superuser, string Owner, string App)
{
    private const int BytesOfEntropy = 32;

    /// <summary>Reads the passwords, or makes them durable before the database that will use them exists.</summary>
    public static ClusterPasswords LoadOrCreate(PortalDataFolder folder)
    {
        if (File.Exists(folder.PasswordFile))
        {
            try
            {
                return JsonSerializer.Deserialize<ClusterPasswords>(File.ReadAllBytes(folder.PasswordFile))
                    ?? throw new JsonException("The file is empty.");
            }
            catch (JsonException exception)
            {
                throw Missing(folder, "cannot be understood", exception);
            }
        }

        if (folder.ClusterVersion is not null)
        {
            throw Missing(folder, "is missing", null);
        }

        var passwords = new ClusterPasswords(Create(), Create(), Create());
        var unfinished = $"{folder.PasswordFile}.{Guid.NewGuid():N}";
        UnixSystem.WritePrivateFile(unfinished, JsonSerializer.SerializeToUtf8Bytes(passwords));
        File.Move(unfinished, folder.PasswordFile);
        return passwords;
    }

    /// <summary>A password of 256 random bits in hexadecimal digits, which need no quoting anywhere.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfEntropy));

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(ClusterPasswords)} ***";

    private static EmbeddedPostgresException Missing(PortalDataFolder folder, string what, Exception? cause) => new(
        EmbeddedPostgresError.PasswordsMissing,
        $"The database in {folder.Cluster} exists, but the file with its passwords, {folder.PasswordFile}, {what}. "
        + "Restore the file from a backup, or choose another, empty data folder. Nothing was changed.",
        cause);
}
