using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

/// <summary>States and fields of persons in words.</summary>
internal static class DelegateWords
{
    /// <summary>Names of fields, such as "Photograph, Nationality".</summary>
    public static string Fields(this IStringLocalizer<DelegateTexts> texts, IEnumerable<string> fields) =>
        PortalLanguages.Current.List(fields.Select(field => texts[$"Field.{field}"].Value));

    public static Tone Tone(AccreditationState state) => state switch
    {
        AccreditationState.Draft or AccreditationState.Withdrawn or AccreditationState.Replaced => UiKit.Tone.Neutral,
        AccreditationState.Submitted or AccreditationState.UnderReview => UiKit.Tone.Info,
        AccreditationState.ReturnedForCorrection or AccreditationState.Suspended => UiKit.Tone.Warning,
        AccreditationState.Approved or AccreditationState.BadgeIssued or AccreditationState.CheckedIn => UiKit.Tone.Success,
        AccreditationState.Refused or AccreditationState.Revoked => UiKit.Tone.Danger,
    };
}
