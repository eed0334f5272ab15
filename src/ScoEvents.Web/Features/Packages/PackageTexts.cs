namespace ScoEvents.Web.Features.Packages;

/// <summary>Words of whole events as files: Features/Packages/PackageTexts*.resx.</summary>
public sealed class PackageTexts;
