using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Delegations.Staff;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.FocalPoints.Staff;

/// <summary>States of links and last signs of life in words.</summary>
internal static class FocalPointWords
{
    public static Tone Tone(FocalPointLinkState state) => state switch
    {
        FocalPointLinkState.Open => UiKit.Tone.Info,
        FocalPointLinkState.Used => UiKit.Tone.Success,
        FocalPointLinkState.Expired => UiKit.Tone.Warning,
        FocalPointLinkState.Revoked => UiKit.Tone.Neutral,
    };

    /// <summary>The latest of several people's, or that nobody ever came.</summary>
    public static string LastSignIn(IReadOnlyList<FocalPointRow> points, InvitedEvent head, PortalLanguage language, IStringLocalizer<FocalPointTexts> words) =>
        points.Count == 0 ? "–" : points.Max(point => point.LastSignInAt) is { } last ? EventWords.DayOf(last, head, language) : words["Never"];
}
