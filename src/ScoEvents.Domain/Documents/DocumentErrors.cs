using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Documents;

/// <summary>The refusals of documents; those of a file stand beside the field <c>File</c>.</summary>
public static class DocumentErrors
{
    private const string File = "File";
    private const long Megabyte = 1024 * 1024;

    /// <summary>There are as many documents or versions as there may be.</summary>
    /// <param name="most">How many that is.</param>
    public static Error TooMany(int most) => Error.Invalid(File, "document.too-many", most);

    /// <summary>No file was chosen.</summary>
    public static Error FileMissing() => Error.Invalid(File, "document.file-missing");

    /// <summary>The file has no byte.</summary>
    public static Error Empty() => Error.Invalid(File, "document.empty");

    /// <summary>The file is larger than <see cref="FileInspection.MaxSize"/>; the argument is that limit in megabytes.</summary>
    public static Error TooLarge() => Error.Invalid(File, "document.too-large", FileInspection.MaxSize / Megabyte);

    /// <summary>The name has a path, invisible or control characters, no ending, or is too long.</summary>
    public static Error BadName() => Error.Invalid(File, "document.bad-name", FileInspection.MaxNameLength);

    /// <summary>The content is none of the types that are taken.</summary>
    public static Error UnknownType() => Error.Invalid(File, "document.unknown-type");

    /// <summary>The ending of the name does not belong to the content.</summary>
    /// <param name="ending">The ending of the name.</param>
    /// <param name="type">The ending that the content has.</param>
    public static Error LyingEnding(string ending, string type) => Error.Invalid(File, "document.lying-ending", ending, type);

    /// <summary>The file is of two types at once.</summary>
    public static Error TwoTypes() => Error.Invalid(File, "document.two-types");

    /// <summary>The file cannot be read as what it is.</summary>
    public static Error Damaged() => Error.Invalid(File, "document.damaged");

    /// <summary>The file is encrypted or asks for a password, so nobody can look inside.</summary>
    public static Error Encrypted() => Error.Invalid(File, "document.encrypted");

    /// <summary>The file carries a program: macros, scripts, launch actions, embedded objects, templates from elsewhere.</summary>
    public static Error Active() => Error.Invalid(File, "document.active");

    /// <summary>Unpacked, the file is too large.</summary>
    public static Error Bomb() => Error.Invalid(File, "document.bomb");

    /// <summary>The text is not UTF-8.</summary>
    public static Error NotUtf8() => Error.Invalid(File, "document.not-utf8");
}
