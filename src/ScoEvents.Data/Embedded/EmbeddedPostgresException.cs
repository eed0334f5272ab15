namespace ScoEvents.Data.Embedded;

/// <summary>Why the embedded PostgreSQL is not running.</summary>
public enum EmbeddedPostgresError
{
    /// <summary>The operating system has no Unix sockets and accounts as PostgreSQL is run here.</summary>
    SystemNotSupported,

    /// <summary>No server binaries, or only ones older than the oldest supported major version.</summary>
    BinariesMissing,

    /// <summary>The data folder was made by a major version that is not installed.</summary>
    OtherMajorVersion,

    /// <summary>The configured TCP port is taken.</summary>
    PortInUse,

    /// <summary>Another portal holds the data folder.</summary>
    FolderInUse,

    /// <summary>The data folder cannot be written, entered, or holds something else.</summary>
    FolderUnusable,

    /// <summary>The database exists and its password file does not.</summary>
    PasswordsMissing,

    /// <summary>The account to run PostgreSQL under does not exist, or cannot be switched to.</summary>
    SystemUserMissing,

    /// <summary>A new database could not be initialized.</summary>
    InitializationFailed,

    /// <summary>An extension that the portal needs is not installed beside the server.</summary>
    ExtensionMissing,

    /// <summary>The server ended while starting.</summary>
    StartFailed,

    /// <summary>The server did not accept connections in time.</summary>
    StartTimedOut,

    /// <summary>A server left behind by a portal that was killed could not be stopped.</summary>
    AbandonedServerRuns,
}

/// <summary>The embedded PostgreSQL cannot run; the message says what a person can do about it.</summary>
public sealed class EmbeddedPostgresException(EmbeddedPostgresError code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The cause, for programs; the message is for people.</summary>
    public EmbeddedPostgresError Code { get; } = code;
}
