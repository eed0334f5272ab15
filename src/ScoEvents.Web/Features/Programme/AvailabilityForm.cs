using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of an absence; days and times are local to the event's zone.</summary>
public sealed class AvailabilityForm
{
    /// <summary>Who, as <see cref="SubjectKey"/> writes it; kept as it is when an absence is changed.</summary>
    public string? Subject { get; set; }

    public DateOnly? FirstDay { get; set; }

    /// <summary>Null for the beginning of the day.</summary>
    public TimeOnly? From { get; set; }

    /// <summary>Null for the first day.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Null for the end of the day; midnight is the end of the day too.</summary>
    public TimeOnly? To { get; set; }

    public string? Note { get; set; }

    /// <summary>Row version that was read.</summary>
    public uint Version { get; set; }

    /// <summary>The stretch of a filled-in form. Refused: <c>availability.time-skipped</c>, <c>availability.end-not-after-start</c>.</summary>
    internal Result<TimeInterval> Read(EventZone zone)
    {
        var (first, last) = (FirstDay!.Value, LastDay ?? FirstDay.Value);
        var start = From is { } from ? zone.ToInstant(first, from) : zone.StartOfDay(first);
        var end = To is { } to && to != TimeOnly.MinValue ? zone.ToInstant(last, to) : zone.StartOfDay(last.AddDays(1));
        return (start, end) switch
        {
            (null, _) => Error.Invalid(nameof(From), "availability.time-skipped"),
            (_, null) => Error.Invalid(nameof(To), "availability.time-skipped"),
            ({ } known, { } after) when after <= known => Error.Invalid(nameof(To), "availability.end-not-after-start"),
            ({ } known, { } after) => new TimeInterval(known, after),
        };
    }

    /// <summary>As the form shows an absence.</summary>
    internal static AvailabilityForm Of(Unavailability absence, EventZone zone)
    {
        var (start, end) = (zone.ToLocal(absence.StartsAt), zone.ToLocal(absence.EndsAt));
        var endsAtMidnight = end.TimeOfDay == TimeSpan.Zero;
        var (first, last) = (DateOnly.FromDateTime(start), DateOnly.FromDateTime(endsAtMidnight ? end.AddDays(-1) : end));
        return new AvailabilityForm
        {
            Subject = SubjectKey.Write(absence.SubjectKind, absence.SubjectId),
            FirstDay = first,
            From = start.TimeOfDay == TimeSpan.Zero ? null : TimeOnly.FromDateTime(start),
            LastDay = last == first ? null : last,
            To = endsAtMidnight ? null : TimeOnly.FromDateTime(end),
            Note = absence.Note,
            Version = absence.Version,
        };
    }
}

/// <summary>Writes a kind and an identity as one choice of a list.</summary>
internal static class SubjectKey
{
    public static string Write(AvailabilitySubject kind, Guid id) => $"{kind}:{id}";

    /// <summary>The kind and identity, or null for anything else.</summary>
    public static (AvailabilitySubject Kind, Guid Id)? Read(string? key)
    {
        var parts = (key ?? "").Split(':');
        return parts.Length == 2 && Enum.TryParse<AvailabilitySubject>(parts[0], out var kind) && Enum.IsDefined(kind) && Guid.TryParse(parts[1], out var id)
            ? (kind, id)
            : null;
    }
}

/// <summary>What holds for every <see cref="AvailabilityForm"/>, whatever is in the database.</summary>
public sealed class AvailabilityFormValidator : FormRules<AvailabilityForm>
{
    // A day that no calendar of an event reaches would leave the range of instants.
    private static readonly DateOnly _earliest = new(2000, 1, 1);
    private static readonly DateOnly _latest = new(2200, 1, 1);

    public AvailabilityFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Subject).Must(subject => SubjectKey.Read(subject) is not null), "availability.subject-unknown");
        Refuse(RuleFor(form => form.FirstDay).NotNull(), "required");
        Refuse(RuleFor(form => form.FirstDay).Must(IsSensible), "choice");
        Refuse(RuleFor(form => form.LastDay).Must(IsSensible), "choice");
        Refuse(RuleFor(form => form.Note).Must(note => PlainText.Clean(note).Length <= Unavailability.MaxNoteLength), "availability.note-too-long", Unavailability.MaxNoteLength);
        Refuse(RuleFor(form => form.Note).Must(note => !PlainText.HasForbiddenCharacters(note)), "characters");
    }

    private static bool IsSensible(DateOnly? day) => day is null || (day >= _earliest && day <= _latest);
}
