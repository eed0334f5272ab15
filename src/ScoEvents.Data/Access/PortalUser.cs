using Microsoft.AspNetCore.Identity;

namespace ScoEvents.Data.Access;

/// <summary>A person with an account in the portal; what the person may do is in the grants, not here.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>The longest display name, in UTF-16 units.</summary>
    public const int MaxDisplayNameLength = 160;

    /// <summary>Makes a user with a new identity.</summary>
    public PortalUser() => Id = Guid.CreateVersion7();

    /// <summary>The name that others see beside what the person did.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Language of the interface and of mails, one of the portal's.</summary>
    public string Language { get; set; } = "en";

    /// <summary>When the person last signed in, UTC; null while never.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Whether the account was made by the demonstration data; such accounts cannot sign in outside development and the embedded database.</summary>
    public bool IsDemo { get; set; }
}
