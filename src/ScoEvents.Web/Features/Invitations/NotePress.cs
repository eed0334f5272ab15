using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>What the notes of one event have in common, read once.</summary>
internal sealed class NotePress
{
    private readonly ScoEvent _event;
    private readonly Dictionary<(NoteKind Kind, string Language), string> _templates;

    private NotePress(ScoEvent planned, Dictionary<(NoteKind, string), string> templates) => (_event, _templates) = (planned, templates);

    public required LocalizedText Country { get; init; }

    public required LocalizedText Secretariat { get; init; }

    public required LocalizedText Seat { get; init; }

    public required DelegationSettings Settings { get; init; }

    public required IReadOnlyDictionary<Guid, NoteSide> Sides { get; init; }

    public required ILookup<Guid, NoteVerbale> Earlier { get; init; }

    /// <summary>The day at the place of the event.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The invitations in the protocol order of the SCO, in which their notes are numbered.</summary>
    public required IReadOnlyList<Invitation> InOrder { get; init; }

    /// <summary>Reads it; seven SQL commands, whatever the number of sides.</summary>
    public static async Task<NotePress> ReadAsync(
        ScoEventsDbContext context, ScoEvent planned, IReadOnlyCollection<Invitation> invitations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = invitations.Select(invitation => invitation.Id).ToList();
        var sideIds = invitations.Select(invitation => invitation.SideId).ToList();
        var sides = await context.SidesAsync(sideIds, cancellationToken);
        var formal = await context.Sides.AsNoTracking().Where(side => sideIds.Contains(side.Id))
            .Join(context.States, side => side.StateId, state => state.Id, (side, state) => new { side.Id, state.FormalNames, state.Capital })
            .ToDictionaryAsync(state => state.Id, cancellationToken);
        var templates = await context.NoteTemplates.AsNoTracking().Where(template => template.EventId == planned.Id).ToListAsync(cancellationToken);
        var secretariat = await context.Secretariats.AsNoTracking().Where(found => found.Id == planned.SecretariatId)
            .Join(context.Organisations, found => found.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation)
            .SingleAsync(cancellationToken);
        var today = DayOf(planned, now);
        return new NotePress(planned, templates.ToDictionary(template => (template.Kind, template.Language), template => template.Body))
        {
            Country = await context.States.Where(state => state.Id == planned.CountryId).Select(state => state.Names).SingleOrDefaultAsync(cancellationToken) ?? LocalizedText.Empty,
            Secretariat = secretariat.NamesOn(today),
            Seat = secretariat.SeatCity,
            Settings = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(found => found.EventId == planned.Id, cancellationToken) ?? DelegationSettings.For(planned.Id),
            Sides = sides.ToDictionary(pair => pair.Key, pair => new NoteSide(
                pair.Key, pair.Value.Iso2, pair.Value.LabelOn(planned.StartsOn).Names,
                formal.GetValueOrDefault(pair.Key)?.FormalNames, formal.GetValueOrDefault(pair.Key)?.Capital ?? LocalizedText.Empty)),
            Earlier = (await context.NotesVerbales.AsNoTracking().Where(note => note.EventId == planned.Id && ids.Contains(note.InvitationId)).ToListAsync(cancellationToken))
                .OrderByDescending(note => note.IssuedAt).ThenByDescending(note => note.Number).ToLookup(note => note.InvitationId),
            Today = today,
            InOrder =
            [
                .. invitations.OrderBy(
                    invitation => sides[invitation.SideId].KeyFor(invitation.Capacity, planned.StartsOn, Languages.Russian),
                    new SideOrder(ProtocolAlphabet.Russian, Languages.Russian).Comparer()),
            ],
        };
    }

    /// <summary>The day of an instant at the place of an event.</summary>
    public static DateOnly DayOf(ScoEvent planned, DateTimeOffset instant) =>
        DateOnly.FromDateTime(EventZone.Find(planned.TimeZone)?.ToLocal(instant) ?? instant.UtcDateTime);

    /// <summary>Draws numbers that follow each other; whoever else writes for the secretariat waits until the transaction ends, and takes them where it is undone.</summary>
    /// <returns>The first of them.</returns>
    public static async Task<int> DrawAsync(ScoEventsDbContext context, Guid secretariatId, int year, int count, CancellationToken cancellationToken)
    {
        var last = await context.Database.SqlQuery<int>(
            $"""
            INSERT INTO note_counters (secretariat_id, year, last) VALUES ({secretariatId}, {year}, {count})
            ON CONFLICT (secretariat_id, year) DO UPDATE SET last = note_counters.last + {count} RETURNING last AS "Value"
            """).ToListAsync(cancellationToken);
        return last[0] - count + 1;
    }

    /// <summary>The language in which a side is written to.</summary>
    public string LanguageOf(Invitation invitation) => invitation.Language ?? NoteLanguages.Of(Sides[invitation.SideId].Iso2);

    /// <summary>What a note to a side speaks of.</summary>
    public NoteMatter Matter(NoteKind kind, Invitation invitation, IReadOnlyList<Missing>? missing = null, string? language = null)
    {
        var written = language ?? LanguageOf(invitation);
        var first = Earlier[invitation.Id].FirstOrDefault(note => note.Kind == NoteKind.Invitation);
        return new NoteMatter(
            kind, written, _templates.GetValueOrDefault((kind, written)), Sides[invitation.SideId], invitation.Capacity, invitation.Quota, invitation.AnswerBy ?? Settings.AnswerBy)
        {
            Title = _event.Title,
            Dates = _event.Dates,
            City = _event.City,
            Country = Country,
            Notice = _event.Notice,
            Secretariat = Secretariat,
            Missing = missing ?? [],
            Earlier = first is not null
                ? new EarlierNote(NoteWriter.Reference(first.Number, first.Year), DayOf(_event, first.IssuedAt))
                : invitation.IssuedAt is { } sent ? new EarlierNote(null, DayOf(_event, sent)) : null,
        };
    }
}
