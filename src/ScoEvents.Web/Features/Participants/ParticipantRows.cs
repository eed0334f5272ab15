using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Participants;

/// <summary>Reads who would stand on a list of participants now.</summary>
internal static class ParticipantRows
{
    /// <summary>How a person stands towards the list.</summary>
    public static bool? IsAccredited(AccreditationState state) => AccreditationMoves.IsAccredited(state) ? true
        : state is AccreditationState.Submitted or AccreditationState.UnderReview or AccreditationState.ReturnedForCorrection ? false
        : null;

    /// <summary>The persons of the sides that come whose accreditation is through or not decided; four SQL commands.</summary>
    public static async Task<List<SnapshotEntry>> ParticipantsAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var firstDay = await context.Events.AsNoTracking().Where(planned => planned.Id == eventId).Select(planned => planned.StartsOn).SingleAsync(cancellationToken);
        var found = await (
            from person in context.Delegates.AsNoTracking()
            where person.EventId == eventId && person.WithdrawnAt == null && !person.IsReserve && person.ErasedAt == null
            join invitation in context.Invitations on new { person.EventId, person.SideId } equals new { invitation.EventId, invitation.SideId }
            where invitation.Status == InvitationStatus.Accepted
            join accreditation in context.Accreditations on person.Id equals accreditation.DelegateId
            select new
            {
                person.Id,
                person.SideId,
                invitation.Capacity,
                person.Role,
                person.FormOfAddress,
                person.GivenNames,
                person.FamilyName,
                person.NativeName,
                person.Function,
                person.Body,
                person.Category,
                person.RegisteredAt,
                person.SubstitutesId,
                accreditation.State,
            }).ToListAsync(cancellationToken);
        var substitutions = await context.Delegates.AsNoTracking()
            .Where(person => person.EventId == eventId && person.SubstitutesId != null)
            .ToDictionaryAsync(person => person.Id, person => person.SubstitutesId!.Value, cancellationToken);
        var sides = await context.SidesAsync([.. found.Select(row => row.SideId).Distinct()], cancellationToken);
        return
        [
            .. found.Where(row => IsAccredited(row.State) is not null).Select(row => new SnapshotEntry
            {
                DelegateId = row.Id,
                SideId = row.SideId,
                Side = sides[row.SideId].LabelOn(firstDay).Names,
                SideCode = sides[row.SideId].Iso2,
                Capacity = row.Capacity,
                RankRussian = sides[row.SideId].RankRussian,
                RankEnglish = sides[row.SideId].RankEnglish,
                Role = row.Role,
                FormOfAddress = row.FormOfAddress,
                FamilyName = row.FamilyName,
                GivenNames = row.GivenNames,
                NativeName = row.NativeName,
                Function = row.Function,
                Body = row.Body,
                Category = row.Category,
                IsAccredited = IsAccredited(row.State) is true,
                Replaces = Chain(row.Id, substitutions),
                RegisteredAt = row.RegisteredAt,
            }),
        ];
    }

    /// <summary>The persons of an event who were erased.</summary>
    public static async Task<HashSet<Guid>> ErasedAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        [.. await context.Delegates.AsNoTracking().Where(person => person.EventId == eventId && person.ErasedAt != null).Select(person => person.Id).ToListAsync(cancellationToken)];

    private static List<Guid> Chain(Guid person, Dictionary<Guid, Guid> substitutions)
    {
        var chain = new List<Guid>();
        while (substitutions.TryGetValue(person, out var before) && !chain.Contains(before))
        {
            chain.Add(before);
            person = before;
        }

        return chain;
    }
}
