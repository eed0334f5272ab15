namespace ScoEvents.Web.Account;

/// <summary>Marks the texts of the sign-in pages (AccountTexts.resx).</summary>
public sealed class AccountTexts;
