namespace ScoEvents.Web.Features.Exports;

/// <summary>Marks the words of exported agendas and of the page that makes them (ExportTexts.resx).</summary>
public sealed class ExportTexts;
