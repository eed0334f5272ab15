namespace ScoEvents.Exports.Pdf;

/// <summary>What holds the browser on this machine, for the log and the page that shows the state of the portal.</summary>
/// <param name="HasNoNetwork">True in a network namespace without interfaces. Otherwise proxy, resolver and request rules stop it.</param>
/// <param name="IsSandboxed">True when Chromium's own sandbox stands. It cannot where user namespaces are forbidden.</param>
/// <param name="IsUnprivileged">False only when the portal is root and cannot give that up.</param>
public sealed record PdfIsolation(bool HasNoNetwork, bool IsSandboxed, bool IsUnprivileged);
