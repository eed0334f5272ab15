using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Accreditation.Staff;

/// <summary>States, times and lists of fields in words.</summary>
internal static class ReviewWords
{
    public static Tone Tone(AccreditationState state) => state switch
    {
        AccreditationState.Draft or AccreditationState.Withdrawn or AccreditationState.Replaced => UiKit.Tone.Neutral,
        AccreditationState.Submitted or AccreditationState.UnderReview => UiKit.Tone.Info,
        AccreditationState.Approved or AccreditationState.BadgeIssued or AccreditationState.CheckedIn => UiKit.Tone.Success,
        AccreditationState.ReturnedForCorrection or AccreditationState.Suspended => UiKit.Tone.Warning,
        AccreditationState.Refused or AccreditationState.Revoked => UiKit.Tone.Danger,
    };

    public static Tone Tone(Vetting vetting) => vetting switch
    {
        Vetting.NotSent => UiKit.Tone.Neutral,
        Vetting.Sent => UiKit.Tone.Info,
        Vetting.Cleared => UiKit.Tone.Success,
        Vetting.Hold => UiKit.Tone.Warning,
        Vetting.Refused => UiKit.Tone.Danger,
    };

    /// <summary>A refusal, with states under the names that readers know them by.</summary>
    public static string Say(this ErrorSpeech speech, Error error, IStringLocalizer<AccreditationTexts> texts) => speech.Say(error.Code == "accreditation.move"
        ? error with { Arguments = [.. error.Arguments.Select(state => (object)texts[$"State.{state}"].Value)] }
        : error);

    /// <summary>An instant at the clock of the place.</summary>
    public static string At(DateTimeOffset instant, string? timeZone) =>
        (EventZone.Find(timeZone)?.ToLocal(instant) ?? instant.UtcDateTime).ToString("g", CultureInfo.CurrentCulture);

    public static string Fields(IEnumerable<string> fields, IStringLocalizer<AccreditationTexts> texts) =>
        PortalLanguages.Current.List(fields.Select(field => texts[$"Field.{field}"].Value));

    /// <summary>What can be done with a case in its state.</summary>
    public static IEnumerable<ReviewAct> Acts(ReviewCase read) => read.Row.State switch
    {
        AccreditationState.Submitted => [ReviewAct.TakeUp, ReviewAct.Approve, ReviewAct.Return, ReviewAct.Refuse],
        AccreditationState.UnderReview => read.IsReviewer ? [ReviewAct.Approve, ReviewAct.Return, ReviewAct.Refuse, ReviewAct.PutBack] : [ReviewAct.TakeUp, ReviewAct.PutBack],
        AccreditationState.Approved => [ReviewAct.Suspend, ReviewAct.Revoke, ReviewAct.Reopen],
        AccreditationState.BadgeIssued or AccreditationState.CheckedIn => [ReviewAct.Suspend, ReviewAct.Revoke],
        AccreditationState.Refused => [ReviewAct.Reopen],
        AccreditationState.Suspended => [ReviewAct.Resume, ReviewAct.Revoke],
        AccreditationState.Draft or AccreditationState.ReturnedForCorrection or AccreditationState.Withdrawn or AccreditationState.Replaced or AccreditationState.Revoked => [],
    };
}
