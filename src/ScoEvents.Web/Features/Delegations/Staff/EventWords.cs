using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

/// <summary>Days, places and states of things in words.</summary>
internal static class EventWords
{
    /// <summary>Such as "7–8 December 2026"; empty where the days are not known.</summary>
    public static string Days(InvitedEvent head, PortalLanguage language) => DateWords.Of(
        new EventDates(head.StartsOn, head.EndsOn, head.StartsOn is null ? DatePrecision.Unknown : DatePrecision.Day), language) ?? "";

    /// <summary>Such as "7 December 2026".</summary>
    public static string Day(DateOnly day, PortalLanguage language) => DateWords.Of(day, language);

    /// <summary>Such as "New Delhi, India".</summary>
    public static string Place(InvitedEvent head, PortalLanguage language) => language.Join(head.In(head.City, language.Code), head.Country.In(language.Code));

    /// <summary>Such as "Times are local times of New Delhi (UTC+05:30)"; empty where the zone is not known.</summary>
    public static string Zone(InvitedEvent head, PortalLanguage language, IStringLocalizer<DelegationsTexts> texts)
    {
        if (EventZone.Find(head.TimeZone) is not { } zone || head.StartsOn is not { } start)
        {
            return "";
        }

        return texts["ZoneInWords", ZoneWords.City(zone, head.In(head.City, language.Code)), ZoneWords.Distance(zone, zone.StartOfDay(start))];
    }

    /// <summary>Day of an instant at the place, such as "7 December 2026".</summary>
    public static string DayOf(DateTimeOffset? instant, InvitedEvent head, PortalLanguage language) => instant is not { } known
        ? ""
        : Day(DateOnly.FromDateTime(EventZone.Find(head.TimeZone)?.ToLocal(known) ?? known.UtcDateTime), language);

    public static Tone Tone(InvitationStatus status) => status switch
    {
        InvitationStatus.Draft or InvitationStatus.Withdrawn or InvitationStatus.NoReply => UiKit.Tone.Neutral,
        InvitationStatus.Issued or InvitationStatus.Delivered => UiKit.Tone.Info,
        InvitationStatus.Accepted => UiKit.Tone.Success,
        InvitationStatus.Declined => UiKit.Tone.Warning,
    };
}
