using System.Runtime.InteropServices;

namespace ScoEvents.Data.Embedded;

/// <summary>The few calls of the operating system that .NET has no method for, or only with a platform condition.</summary>
internal static class UnixSystem
{
    public const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    public const UnixFileMode OnlyOwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode OthersMayEnter = OnlyOwner | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        File.SetUnixFileMode(path, mode);
    }

    public static UnixFileMode GetMode(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    /// <summary>Writes a file that is readable by its owner alone from the moment it exists, and durable on return.</summary>
    public static void WritePrivateFile(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyOwnerFile;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Creates the folder when missing, closes it to others, and gives it to the account if there is one.</summary>
    public static void CreatePrivateFolder(string path, UnixAccount? owner)
    {
        Directory.CreateDirectory(path);
        SetMode(path, OnlyOwner);
        GiveTo(path, owner);
    }

    public static void GiveTo(string path, UnixAccount? owner)
    {
        if (owner is not null && NativeChown(path, owner.UserId, owner.GroupId) != 0)
        {
            throw new IOException($"{path} could not be given to {owner.Name}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>Sends a signal; false when the process is gone already or is not ours.</summary>
    public static bool Signal(int processId, int signal) => NativeKill(processId, signal) == 0;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int NativeKill(int processId, int signal);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    private static extern int NativeChown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint userId, uint groupId);
}

/// <summary>An account of the operating system that PostgreSQL is switched to.</summary>
internal sealed record UnixAccount(string Name, uint UserId, uint GroupId);
