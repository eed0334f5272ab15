using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Addresses of the review of an event's persons.</summary>
public static class AccreditationRoutes
{
    /// <summary>The queue as it is asked for; <paramref name="caseId"/> opens a person beside it.</summary>
    public static string Queue(Guid eventId, ReviewFilter filter, Guid? caseId = null)
    {
        var query = new QueryBuilder();
        Add(query, "state", filter.Shelf.Text);
        Add(query, "side", filter.SideId?.ToString());
        Add(query, "role", filter.Role?.ToString());
        Add(query, "category", filter.Category?.ToString());
        Add(query, "vetting", filter.Vetting?.ToString());
        Add(query, "missing", filter.IsMissing ? "true" : null);
        Add(query, "alike", filter.IsAlike ? "true" : null);
        Add(query, "text", string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim());
        Add(query, "page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null);
        Add(query, "person", caseId?.ToString());
        return $"{DelegationRoutes.Review(eventId)}{query}";
    }

    /// <summary>The photograph of a person.</summary>
    public static string Photo(Guid eventId, Guid caseId) => $"{DelegationRoutes.Review(eventId)}/{caseId}/photo";

    /// <summary>A letter about a person.</summary>
    public static string Letter(Guid eventId, Guid caseId, LetterKind kind, string format, string language) =>
        $"{Letters(eventId)}{new QueryBuilder { { "kind", kind.ToString() }, { "format", format }, { "language", language }, { "person", caseId.ToString() } }}";

    /// <summary>Where letters are downloaded.</summary>
    public static string Letters(Guid eventId) => $"{DelegationRoutes.Review(eventId)}/letters";

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(name, value);
        }
    }
}
