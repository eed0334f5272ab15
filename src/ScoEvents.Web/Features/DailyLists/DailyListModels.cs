using FluentValidation;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>What the page shows.</summary>
/// <param name="TimeZone">Of the event; null where it has none yet, and then no list can be set up.</param>
/// <param name="Rows">Lists, the stopped ones first.</param>
public sealed record DailyLists(EventZone? TimeZone, IReadOnlyList<DailyListRow> Rows);

/// <summary>A list that was set up.</summary>
public sealed record DailyListRow(
    Guid Id, ScheduledSubject Subject, string ToAddress, string Language, int Hour, string Maker, DateTimeOffset? NextRunAt, DateTimeOffset? LastRunAt,
    DateTimeOffset? StoppedAt, int Failures, string? LastError);

/// <summary>What an organiser sets of a list.</summary>
public sealed class DailyListForm
{
    public ScheduledSubject Subject { get; set; }

    public string? ToAddress { get; set; }

    public string Language { get; set; } = "";

    /// <summary>Full hour in the event's zone.</summary>
    public int Hour { get; set; } = 7;
}

/// <summary>What holds for every <see cref="DailyListForm"/>, whatever is in the database.</summary>
public sealed class DailyListFormValidator : FormRules<DailyListForm>
{
    public DailyListFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.ToAddress).Must(address => OutboxMail.IsUsable(address?.Trim())), "scheduled.address");
        Refuse(RuleFor(form => form.Language).Must(code => PortalLanguages.Find(code) is not null), "choice");
        Refuse(RuleFor(form => form.Subject).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Hour).InclusiveBetween(0, 23), "choice");
    }
}
