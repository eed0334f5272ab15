using System.Globalization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Import;

/// <summary>Addresses of the page on which a programme is taken over.</summary>
public static class ImportRoutes
{
    public static string Page(Guid eventId) => $"{PortalRoutes.StaffProgramme(eventId)}/import";

    /// <summary>A table to fill in.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="extension">csv or xlsx.</param>
    public static string Template(Guid eventId, string extension) => $"{Page(eventId)}/template.{extension}";

    /// <summary>A part of a plan; what is not asked for is left out.</summary>
    public static string Plan(Guid eventId, ImportFilter filter)
    {
        var query = new List<string>();
        if (filter.Outcome is { } outcome)
        {
            query.Add($"show={outcome}");
        }

        if (filter.Kind is { } kind)
        {
            query.Add($"kind={kind}");
        }

        if (filter.OnlyRemarks)
        {
            query.Add("remarks=true");
        }

        if (filter.Page > 1)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"page={filter.Page}"));
        }

        return query.Count == 0 ? Page(eventId) : $"{Page(eventId)}?{string.Join('&', query)}";
    }
}

/// <summary>Which rows of a plan are shown.</summary>
/// <param name="Outcome">Only those that come out so; null for all.</param>
/// <param name="Kind">Only those about this; null for all.</param>
/// <param name="OnlyRemarks">Only those with something to look at.</param>
/// <param name="Page">From 1.</param>
public sealed record ImportFilter(ImportOutcome? Outcome = null, ImportKind? Kind = null, bool OnlyRemarks = false, int Page = 1)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The rows of a plan that it leaves.</summary>
    public IReadOnlyList<ImportRow> Of(ImportPlan plan) =>
    [
        .. plan.Rows.Where(row => (Outcome is null || row.Outcome == Outcome) && (Kind is null || row.Kind == Kind) && (!OnlyRemarks || row.Remarks.Count > 0)),
    ];
}
