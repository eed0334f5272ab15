using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Exports;

/// <summary>What a daily list tells of.</summary>
public enum ScheduledSubject
{
    /// <summary>Persons of the delegations.</summary>
    Participants,

    /// <summary>Sessions of the latest release.</summary>
    Sessions,
}

/// <summary>Something that a list told of, so that the next one tells of what is different only.</summary>
/// <param name="Id">The person or session.</param>
/// <param name="Print">A hash of all that the list says of it; never the texts themselves.</param>
public sealed record ReportedItem(Guid Id, string Print);

/// <summary>A list that is mailed once a day at an hour of the event's place: what was added, replaced and withdrawn since the last one that arrived.</summary>
public sealed class ScheduledExport
{
    /// <summary>After so many failures in a row it stops, and says so.</summary>
    public const int MaxFailures = 5;

    /// <summary>How many an event may have.</summary>
    public const int MaxOfEvent = 20;

    /// <summary>The longest report of a failure that is kept, in UTF-16 units.</summary>
    public const int MaxErrorLength = 200;

    private ScheduledExport()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>What it tells of.</summary>
    public ScheduledSubject Subject { get; private set; }

    /// <summary>Where it goes.</summary>
    public string ToAddress { get; private set; } = "";

    /// <summary>Language of the list, one of <see cref="Languages.All"/>.</summary>
    public string Language { get; private set; } = Languages.English;

    /// <summary>The full hour in the event's zone, 0 to 23.</summary>
    public int Hour { get; private set; }

    /// <summary>Who set it up; it tells what this person may read when it is written.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>When it was set up, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the next list is due, UTC; null while it is paused or stopped.</summary>
    public DateTimeOffset? NextRunAt { get; private set; }

    /// <summary>When the last list was written, UTC; null for never.</summary>
    public DateTimeOffset? LastRunAt { get; private set; }

    /// <summary>The mail of the last list; null for none.</summary>
    public Guid? LastMailId { get; private set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Code of the last failure; null where the last list was fine.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it stopped by itself, UTC; null unless it did.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>What the last list that arrived told of.</summary>
    public IReadOnlyList<ReportedItem> Reported { get; private set; } = [];

    /// <summary>What the last list tells of, whose arrival is not known yet; null where there is none on its way.</summary>
    public IReadOnlyList<ReportedItem>? Pending { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Whether lists are written.</summary>
    public bool IsRunning => NextRunAt is not null;

    /// <summary>Sets up a daily list; the first comes at the next such hour and tells of everything there is. Refused: <c>scheduled.address</c>, <c>choice</c>.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="facts">What, where to, in which language, at which hour.</param>
    /// <param name="zone">The event's zone.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">UTC.</param>
    public static Result<ScheduledExport> SetUp(Guid eventId, ScheduledFacts facts, EventZone zone, Guid by, DateTimeOffset now)
    {
        if (!OutboxMail.IsUsable(facts.ToAddress))
        {
            return Error.Invalid(nameof(ToAddress), "scheduled.address");
        }

        if (!Languages.All.Contains(facts.Language) || facts.Hour is < 0 or > 23 || !Enum.IsDefined(facts.Subject))
        {
            return Error.Invalid(nameof(Hour), "choice");
        }

        return new ScheduledExport
        {
            Id = Guid.CreateVersion7(),
            EventId = eventId,
            Subject = facts.Subject,
            ToAddress = facts.ToAddress,
            Language = facts.Language,
            Hour = facts.Hour,
            CreatedBy = by,
            CreatedAt = now,
            NextRunAt = NextAfter(now, facts.Hour, zone),
        };
    }

    /// <summary>The first instant after another at which clocks of the zone strike the hour; on a day whose clocks skip it, the first instant after the gap.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset instant, int hour, EventZone zone)
    {
        for (var day = DateOnly.FromDateTime(zone.ToLocal(instant)); ; day = day.AddDays(1))
        {
            var at = zone.ToInstant(day, new TimeOnly(hour, 0));
            for (var minutes = 15; at is null; minutes += 15)
            {
                at = zone.ToInstant(day, new TimeOnly(hour, 0).AddMinutes(minutes));
            }

            if (at > instant)
            {
                return at.Value;
            }
        }
    }

    /// <summary>Writes no more until it is resumed. One that has stopped stays stopped.</summary>
    public void Pause() => NextRunAt = null;

    /// <summary>Goes on at the next such hour, with what the next list tells counted from the last that arrived.</summary>
    public void Resume(EventZone zone, DateTimeOffset now) => (NextRunAt, Failures, LastError, StoppedAt) = (NextAfter(now, Hour, zone), 0, null, null);

    /// <summary>Has a list written at once, also where it is paused or has stopped; those of the next days come at their hour.</summary>
    public void SendNow(DateTimeOffset now) => (NextRunAt, Failures, LastError, StoppedAt) = (now, StoppedAt is null ? Failures : 0, StoppedAt is null ? LastError : null, null);

    /// <summary>Learns whether the last list arrived: only then the next one leaves out what it told.</summary>
    public void Learn(MailState? lastMail)
    {
        if (lastMail is MailState.Sent)
        {
            (Reported, Pending, Failures, LastError) = (Pending ?? Reported, null, 0, null);
        }
        else if (lastMail is MailState.Failed or MailState.Discarded or null)
        {
            Pending = null;
        }
    }

    /// <summary>Marks that a list was written and put on its way.</summary>
    public void Write(Guid mailId, IReadOnlyList<ReportedItem> items, EventZone zone, DateTimeOffset now) =>
        (LastMailId, Pending, LastRunAt, NextRunAt) = (mailId, items, now, NextAfter(now, Hour, zone));

    /// <summary>Marks a failure; after <see cref="MaxFailures"/> in a row it stops.</summary>
    /// <returns>Whether it stopped by this one.</returns>
    public bool Fail(string code, EventZone? zone, DateTimeOffset now)
    {
        (Failures, LastError, LastMailId) = (Failures + 1, code.Length > MaxErrorLength ? code[..MaxErrorLength] : code, null);
        if (Failures < MaxFailures && zone is not null)
        {
            NextRunAt = NextAfter(now, Hour, zone);
            return false;
        }

        (NextRunAt, StoppedAt) = (null, now);
        return true;
    }
}

/// <summary>What a daily list is; see <see cref="ScheduledExport"/> for the meaning of each part.</summary>
public sealed record ScheduledFacts(ScheduledSubject Subject, string ToAddress, string Language, int Hour);
