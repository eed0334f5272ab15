using ScoEvents.Data;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Events;

/// <summary>The question before another event is made out of one.</summary>
internal static class PlannerGate
{
    /// <summary>Whether the context's actor organises the event and may plan in its secretariat; as <see cref="EventGate.AdmitAsync"/>, and <c>forbidden</c> to an organiser of the event alone, and for the record of a source document.</summary>
    public static async Task<Result<EventAdmission>> AdmitPlannerAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        return admitted.IsSuccess && !(admitted.Value.Scope.SecretariatId is { } secretariat && admitted.Value.Reach.CanPlanIn(secretariat)) ? Error.Forbidden() : admitted;
    }
}
