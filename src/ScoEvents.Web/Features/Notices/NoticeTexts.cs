namespace ScoEvents.Web.Features.Notices;

/// <summary>Marks the texts of notices (NoticeTexts.resx).</summary>
public sealed class NoticeTexts;
