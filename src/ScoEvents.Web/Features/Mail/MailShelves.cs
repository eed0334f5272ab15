using System.Linq.Expressions;
using ScoEvents.Domain.Mail;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Which shelf a mail stands on at an instant.</summary>
internal static class MailShelves
{
    public static MailShelf Of(MailState state, DateTimeOffset? nextAttemptAt, DateTimeOffset now) => state switch
    {
        MailState.Review => MailShelf.Review,
        MailState.Queued => MailShelf.OnTheWay,
        MailState.Sending => nextAttemptAt <= now ? MailShelf.Uncertain : MailShelf.OnTheWay,
        MailState.Sent => MailShelf.Sent,
        MailState.Failed => MailShelf.Failed,
        MailState.Discarded => MailShelf.Discarded,
    };

    /// <summary>How strongly a shelf speaks.</summary>
    public static Tone ToneOf(MailShelf shelf) => shelf switch
    {
        MailShelf.Review or MailShelf.OnTheWay => Tone.Info,
        MailShelf.Uncertain => Tone.Warning,
        MailShelf.Failed => Tone.Danger,
        MailShelf.Sent => Tone.Success,
        MailShelf.Discarded => Tone.Neutral,
    };

    public static Expression<Func<OutboxMail, bool>> On(MailShelf shelf, DateTimeOffset now) => shelf switch
    {
        MailShelf.Review => mail => mail.State == MailState.Review,
        MailShelf.OnTheWay => mail => mail.State == MailState.Queued || (mail.State == MailState.Sending && mail.NextAttemptAt > now),
        MailShelf.Uncertain => mail => mail.State == MailState.Sending && mail.NextAttemptAt <= now,
        MailShelf.Failed => mail => mail.State == MailState.Failed,
        MailShelf.Sent => mail => mail.State == MailState.Sent,
        MailShelf.Discarded => mail => mail.State == MailState.Discarded,
    };
}
