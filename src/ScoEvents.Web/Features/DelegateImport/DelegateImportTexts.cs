namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>Marks the texts of the import of persons (DelegateImportTexts.resx).</summary>
public sealed class DelegateImportTexts;
