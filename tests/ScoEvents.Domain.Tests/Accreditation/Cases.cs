using System.Reflection;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Tests.Delegations;
using static ScoEvents.Domain.Accreditation.AccreditationState;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Accreditation;

/// <summary>Accreditations to begin a test with, led into their state as people do.</summary>
internal static class Cases
{
    public static AccreditationCase In(AccreditationState state, Guid reviewer)
    {
        var person = Persons.Delegation().Register(Persons.Facts(), Clock.Now).Value;
        var opened = AccreditationCase.Open(person, Guid.NewGuid(), Clock.Now);
        foreach (var next in WayTo(state))
        {
            AssertDone(next switch
            {
                Submitted => opened.Submit(Guid.NewGuid(), Clock.Now),
                UnderReview => opened.TakeUp(reviewer, Clock.Now),
                ReturnedForCorrection => opened.Return([new("Function", "Which department?")], reviewer, Clock.Now),
                Approved => opened.Approve(reviewer, Clock.Now),
                Refused => opened.Refuse("No mandate", reviewer, Clock.Now),
                BadgeIssued => opened.IssueBadge(reviewer, Clock.Now),
                CheckedIn => opened.CheckIn(reviewer, Clock.Now),
                Withdrawn => opened.Withdraw(reviewer, Clock.Now),
                Replaced => opened.Replace(reviewer, Clock.Now),
                Suspended => opened.Suspend("Being checked", reviewer, Clock.Now),
                Revoked => opened.Revoke("Badge lent out", reviewer, Clock.Now),
                _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
            });
        }

        return opened;
    }

    /// <summary>Settings that require some fields; they are set through the property, because the page that sets them checks more than is asked here.</summary>
    public static DelegationSettings Needing(Guid eventId, params DelegateField[] fields)
    {
        var settings = DelegationSettings.For(eventId);
        typeof(DelegationSettings).GetProperty(nameof(DelegationSettings.Fields), BindingFlags.Public | BindingFlags.Instance)!
            .SetValue(settings, fields.Select(field => new FieldRule(field, null, FieldNeed.Required)).ToList());
        return settings;
    }

    private static AccreditationState[] WayTo(AccreditationState state) => state switch
    {
        Draft => [],
        Submitted => [Submitted],
        UnderReview => [Submitted, UnderReview],
        ReturnedForCorrection => [Submitted, ReturnedForCorrection],
        Approved => [Submitted, Approved],
        Refused => [Submitted, Refused],
        BadgeIssued => [Submitted, Approved, BadgeIssued],
        CheckedIn => [Submitted, Approved, BadgeIssued, CheckedIn],
        Withdrawn => [Submitted, Withdrawn],
        Replaced => [Submitted, Replaced],
        Suspended => [Submitted, Approved, Suspended],
        Revoked => [Submitted, Approved, Revoked],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
