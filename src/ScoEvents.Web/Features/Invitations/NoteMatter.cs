using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>A side as notes name it; organizations have no formal name and no capital.</summary>
internal sealed record NoteSide(Guid Id, string? Iso2, LocalizedText Names, LocalizedText? FormalNames, LocalizedText Capital);

/// <summary>The note or the day by which a side was invited.</summary>
internal sealed record EarlierNote(string? Reference, DateOnly Day);

/// <summary>Everything that a note may speak of.</summary>
internal sealed record NoteMatter(NoteKind Kind, string Language, string? Template, NoteSide Side, Capacity Capacity, int Quota, DateOnly? Deadline)
{
    public required LocalizedText Title { get; init; }

    public required EventDates Dates { get; init; }

    public required LocalizedText City { get; init; }

    public required LocalizedText Country { get; init; }

    public required LocalizedText Notice { get; init; }

    public required LocalizedText Secretariat { get; init; }

    public IReadOnlyList<Missing> Missing { get; init; } = [];

    public EarlierNote? Earlier { get; init; }
}

/// <summary>What a note says once its placeholders are filled.</summary>
internal sealed record NoteText(string Addressee, string Body);

/// <summary>A note on its way to paper; without a reference it is a preview.</summary>
internal sealed record NoteSheet(
    string Language, LocalizedText Secretariat, LocalizedText Seat, string? Reference, DateOnly Day, string Addressee, string Body, DateTimeOffset IssuedAt);

/// <summary>A reminder to one focal point.</summary>
internal sealed record ReminderMail(
    Guid EventId, Guid InvitationId, Guid SideId, LocalizedText Title, EventDates Dates, LocalizedText Side, IReadOnlyList<Missing> Missing, DateOnly? Deadline,
    string Reference, DateOnly Today, ReminderRecipient Recipient);
