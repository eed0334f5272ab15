namespace ScoEvents.Web.UiKit;

/// <summary>Marks the sentences that stand below the labels of fields (FieldHelpTexts.resx).</summary>
public sealed class FieldHelpTexts;
