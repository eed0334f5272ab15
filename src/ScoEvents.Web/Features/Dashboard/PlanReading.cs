using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Programme;

namespace ScoEvents.Web.Features.Dashboard;

/// <summary>What is next for an organiser, and what is missing for it.</summary>
internal static class PlanReading
{
    public static async Task<IReadOnlyList<PlannedRow>> ReadAsync(
        ScoEventsDbContext context, IQueryable<ScoEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await context.FactsAsync(events, cancellationToken);
        var ids = facts.Select(row => row.Id).ToList();
        var drafts = (await DraftReading.OfAllAsync(context, ids, cancellationToken)).ToDictionary(draft => draft.Event.Id);
        var published = (await context.Releases.AsNoTracking()
            .Where(release => ids.Contains(release.EventId) && !context.Releases.Any(later => later.EventId == release.EventId && later.Number > release.Number))
            .Include(release => release.Sessions)
            .ToListAsync(cancellationToken))
            .ToDictionary(release => release.EventId);
        var invited = await context.Invitations.AsNoTracking().Where(invitation => ids.Contains(invitation.EventId))
            .GroupBy(invitation => invitation.EventId)
            .Select(group => new
            {
                group.Key,
                Sent = group.Count(invitation => invitation.Status != InvitationStatus.Draft && invitation.Status != InvitationStatus.Withdrawn),
                Open = group.Count(invitation => invitation.Status == InvitationStatus.Issued || invitation.Status == InvitationStatus.Delivered || invitation.Status == InvitationStatus.NoReply),
            })
            .ToDictionaryAsync(row => row.Key, cancellationToken);
        var waiting = await context.Accreditations.AsNoTracking()
            .Where(found => ids.Contains(found.EventId) && (found.State == AccreditationState.Submitted || found.State == AccreditationState.UnderReview))
            .GroupBy(found => found.EventId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        return
        [
            .. facts.Select(row => new PlannedRow(
                row.Id, row.Title, row.Status, row.Dates, row.City, row.Country, row.When(now), row.Releases,
                [
                    .. Programme(row, drafts[row.Id], published.GetValueOrDefault(row.Id)),
                    .. People(invited.GetValueOrDefault(row.Id)?.Sent ?? 0, invited.GetValueOrDefault(row.Id)?.Open ?? 0, waiting.GetValueOrDefault(row.Id)),
                ])
            {
                FallbackOrder = row.FallbackOrder,
            }),
        ];
    }

    private static IEnumerable<Gap> Programme(EventFactsRow row, DraftReading draft, Release? published)
    {
        var live = draft.Facts().Sessions.Where(session => session.IsLive).ToList();
        if (row.Rooms == 0)
        {
            yield return new Gap(GapKind.NoRooms);
        }

        if (live.Count == 0)
        {
            yield return new Gap(GapKind.NoSessions);
        }

        foreach (var (kind, count) in new[]
        {
            (GapKind.Conflicts, draft.OpenConflicts().Count),
            (GapKind.Unscheduled, live.Count(session => session.During is null)),
            (GapKind.WithoutSpeaker, live.Count(session => session.HasFloor && session.People.Count == 0)),
        })
        {
            if (count > 0)
            {
                yield return new Gap(kind, count);
            }
        }

        if (Untranslated(row.Title, live, [.. draft.Event.LanguagesInUse.Union(draft.Checks.Settings.Languages)]) is { } untranslated)
        {
            yield return untranslated;
        }

        if (Changes(draft, published) is > 0 and var changes)
        {
            yield return new Gap(GapKind.Unpublished, changes);
        }
    }

    private static Gap? Untranslated(LocalizedText title, IReadOnlyCollection<PlannedSession> sessions, IReadOnlyList<string> wanted)
    {
        var missing = sessions.Select(session => session.Title).Prepend(title).Select(text => text.Missing(wanted)).Where(languages => languages.Count > 0).ToList();
        return missing.Count == 0 ? null : new Gap(GapKind.Untranslated, missing.Count, [.. Languages.All.Where(language => missing.Any(languages => languages.Contains(language)))]);
    }

    private static int Changes(DraftReading draft, Release? published)
    {
        var scheduled = draft.Freeze();
        return published is null ? scheduled.Count : ReleaseChanges.Between(published.Sessions, scheduled.Select(ReleasedSession.Sketch)).All.Count;
    }

    private static IEnumerable<Gap> People(int sent, int open, int waiting)
    {
        if (sent == 0)
        {
            yield return new Gap(GapKind.NotInvited);
        }

        if (open > 0)
        {
            yield return new Gap(GapKind.Unanswered, open);
        }

        if (waiting > 0)
        {
            yield return new Gap(GapKind.Waiting, waiting);
        }
    }
}
