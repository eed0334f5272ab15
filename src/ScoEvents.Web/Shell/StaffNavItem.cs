namespace ScoEvents.Web.Shell;

/// <summary>
/// An entry of the staff navigation, registered as a singleton by the module of a feature. The text is the entry
/// <paramref name="TextKey"/> of the resource marked by <paramref name="Texts"/>; with a
/// <paramref name="Policy"/> the entry shows only to those who meet that authorization policy.
/// </summary>
public sealed record StaffNavItem(int Order, Type Texts, string TextKey, string Address, string? Policy = null);
