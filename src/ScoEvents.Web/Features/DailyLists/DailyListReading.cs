using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScoEvents.Data;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>What a list can tell at a moment.</summary>
/// <param name="Standing">What there is, in the order to tell it.</param>
/// <param name="Former">What is there no more.</param>
/// <param name="Classification">How far the list may travel.</param>
public sealed record DailyListContent(IReadOnlyList<ListedItem> Standing, IReadOnlyDictionary<Guid, ListedItem> Former, Classification Classification)
{
    /// <summary>What the next list is compared with.</summary>
    public IReadOnlyList<ReportedItem> Items => [.. Standing.Select(item => new ReportedItem(item.Id, item.Print))];
}

/// <summary>Reads what a daily list tells, as the person who set it up may read it.</summary>
public sealed class DailyListReading(IStringLocalizer<DelegationsTexts> delegations, IStringLocalizer<DailyListTexts> texts)
{
    /// <summary>Reads the list's subject; speaks the language of the thread.</summary>
    /// <param name="context">Opened for the person who set the list up.</param>
    /// <param name="subject">What it tells of.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="zone">Of the event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DailyListContent> ReadAsync(ScoEventsDbContext context, ScheduledSubject subject, Guid eventId, EventZone zone, CancellationToken cancellationToken) => subject switch
    {
        ScheduledSubject.Participants => PersonsAsync(context, eventId, cancellationToken),
        ScheduledSubject.Sessions => SessionsAsync(context, eventId, zone, cancellationToken),
    };

    private async Task<DailyListContent> PersonsAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var language = PortalLanguages.Current.Code;
        // Passports, addresses and travel are not even read.
        var persons = await context.Delegates.AsNoTracking()
            .Where(person => person.EventId == eventId && person.ErasedAt == null && person.PurgedAt == null)
            .Select(person => new
            {
                person.Id, person.SideId, person.Role, person.FamilyName, person.GivenNames, person.NativeName, person.Function, person.Body,
                person.IsReserve, person.SubstitutesId, person.WithdrawnAt,
            })
            .ToListAsync(cancellationToken);
        var startsOn = await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.StartsOn).SingleAsync(cancellationToken);
        var sides = await context.SideNamesAsync([.. persons.Select(person => person.SideId).Distinct()], startsOn, cancellationToken);
        var lines = persons
            .Select(person =>
            {
                var side = sides[person.SideId].Name;
                var name = $"{person.FamilyName.ToUpperInvariant()} {person.GivenNames}{(person.NativeName is { } native ? $" ({native})" : "")}";
                var line = string.Join(" · ", new[]
                {
                    PortalLanguages.Current.Isolate(name), person.Function.In(language), person.Body.In(language), PortalLanguages.Current.Isolate(side.In(language)), delegations[$"Role.{person.Role}"].Value,
                    person.IsReserve ? texts["Reserve"].Value : "",
                }.Where(part => part.Length > 0));
                var print = PrintOf(person.SideId.ToString(), name, AllOf(person.Function), AllOf(person.Body), person.Role.ToString(), person.IsReserve ? "R" : "");
                return (person, order: side.In(language), line, print);
            })
            .OrderBy(row => row.order, StringComparer.CurrentCulture).ThenBy(row => row.person.Role).ThenBy(row => row.person.FamilyName, StringComparer.Ordinal).ThenBy(row => row.person.Id)
            .ToList();
        return new DailyListContent(
            [.. lines.Where(row => row.person.WithdrawnAt is null).Select(row => new ListedItem(row.person.Id, row.print, row.line, row.person.SubstitutesId))],
            lines.Where(row => row.person.WithdrawnAt is not null).ToDictionary(row => row.person.Id, row => new ListedItem(row.person.Id, row.print, row.line, row.person.SubstitutesId)),
            Classification.Amber);
    }

    private static async Task<DailyListContent> SessionsAsync(ScoEventsDbContext context, Guid eventId, EventZone zone, CancellationToken cancellationToken)
    {
        var language = PortalLanguages.Current;
        var latest = await context.Releases.Where(release => release.EventId == eventId).OrderByDescending(release => release.Number)
            .Select(release => (Guid?)release.Id).FirstOrDefaultAsync(cancellationToken);
        var sessions = await context.ReleasedSessions.AsNoTracking().Where(session => session.ReleaseId == latest).ToListAsync(cancellationToken);
        var lines = sessions.OrderBy(session => session.StartsAt).ThenBy(session => session.RoomPosition).ThenBy(session => session.SessionId)
            .Select(session => (
                session,
                line: string.Join(" · ", new[]
                {
                    PortalLanguages.Current.Isolate(session.Title.In(language.Code)) + (session.Classification == Classification.Clear ? "" : $" [{session.Classification.Marking()}]"),
                    PortalLanguages.Current.Isolate($"{DateWords.WithTime(session.StartsAt, zone, language)}–{zone.ToLocal(session.EndsAt).ToString("HH:mm", CultureInfo.InvariantCulture)}"),
                    PortalLanguages.Current.Isolate(session.RoomName.In(language.Code)),
                    language.List(session.People.Select(person => PortalLanguages.Current.Isolate(person.Name.In(language.Code)))),
                }.Where(part => part.Length > 0)),
                print: PrintOf(
                    AllOf(session.Title), session.StartsAt.UtcTicks.ToString(CultureInfo.InvariantCulture), session.EndsAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
                    session.RoomId?.ToString() ?? "", session.Access.ToString(), session.Classification.ToString(),
                    string.Join(',', session.People.Select(person => $"{person.SpeakerId}{person.Role}")))))
            .ToList();
        return new DailyListContent(
            [.. lines.Where(row => !row.session.IsCancelled).Select(row => new ListedItem(row.session.SessionId, row.print, row.line))],
            lines.Where(row => row.session.IsCancelled).ToDictionary(row => row.session.SessionId, row => new ListedItem(row.session.SessionId, row.print, row.line)),
            sessions.Select(session => session.Classification).DefaultIfEmpty(Classification.Clear).Max());
    }

    private static string AllOf(LocalizedText text) => string.Join('\u001f', text.Select(form => $"{form.Key}={form.Value}"));

    private static string PrintOf(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', parts))).AsSpan(0, 16));
}
