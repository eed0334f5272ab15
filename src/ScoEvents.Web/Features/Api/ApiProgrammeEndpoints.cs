using System.ComponentModel;
using System.Globalization;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Programme.Public;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Api;

/// <summary>Published programmes as everybody may read them: releases, their sessions and speakers.</summary>
internal static class ApiProgrammeEndpoints
{
    private const string Latest = "latest";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/events/{event}/releases", ReleasesAsync).Describe("listReleases", "Programme", "The last 50 releases of an event's programme, the latest first.")
            .Answers<ApiPage<ReleaseResource>>();
        api.MapGet("/events/{event}/releases/{release}", ReleaseAsync).Describe("getRelease", "Programme", "One release.").Answers<ReleaseResource>();
        api.MapGet("/events/{event}/releases/{release}/sessions", SessionsAsync)
            .Describe("listSessions", "Programme", "The sessions of a release by start and room, those that it took out among them.").Answers<ApiPage<SessionResource>>();
        api.MapGet("/events/{event}/releases/{release}/sessions/{session:guid}", SessionAsync).Describe("getSession", "Programme", "One session of a release.").Answers<SessionResource>();
        api.MapGet("/events/{event}/releases/{release}/speakers", SpeakersAsync)
            .Describe("listSpeakers", "Programme", "The persons who have a part in a public session of a release, by name.").Answers<ApiPage<SpeakerResource>>();
        api.MapGet("/events/{event}/releases/{release}/speakers/{speaker:guid}", SpeakerAsync).Describe("getSpeaker", "Programme", "One person of a release.").Answers<SpeakerResource>();
    }

    private static async Task<IResult> ReleasesAsync(
        HttpContext context, [Description(ApiWords.Event)] string @event, ApiEventQueries keys, PublicProgrammeQueries queries, ApiResults results, ApiCursors cursors,
        [Description(ApiWords.Cursor)] string? cursor, [Description(ApiWords.Limit)] string? limit, CancellationToken cancellationToken)
    {
        var most = ApiInputs.Limit(limit);
        var after = cursors.Open<IdPosition>($"releases:{@event}", cursor);
        if (ApiInputs.Refusals(most, after) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        if (await keys.FindSlugAsync(@event, cancellationToken) is not { } slug || await queries.FindReleasesAsync(slug, cancellationToken) is not { } found)
        {
            return results.Problem(context, Error.NotFound());
        }

        var (page, last) = found.Entries.After(after.Value?.Id, release => release.Id, most.Value);
        return results.Page(
            context, $"releases:{@event}",
            [.. page.Select(release => Resource(slug, release.Id, release.Number, release.Name, release.Note, release.PublishedAt))], last is { } id ? new IdPosition(id) : null);
    }

    private static async Task<IResult> ReleaseAsync(
        HttpContext context, [Description(ApiWords.Event)] string @event, [Description(ApiWords.Release)] string release,
        ApiEventQueries keys, PublicProgrammeQueries queries, ApiResults results, CancellationToken cancellationToken)
    {
        var found = await FindAsync(@event, release, null, keys, queries, cancellationToken);
        return found.IsSuccess
            ? results.Resource(context, Resource(found.Value.Slug, found.Value.Release!.Id, found.Value.Release.Number, found.Value.Release.Name, found.Value.Release.Note, found.Value.Release.PublishedAt))
            : results.Problem(context, found);
    }

    private static async Task<IResult> SessionsAsync(
        HttpContext context, [Description(ApiWords.Event)] string @event, [Description(ApiWords.Release)] string release,
        ApiEventQueries keys, PublicProgrammeQueries queries, ApiResults results, ApiCursors cursors,
        [Description("Only sessions that begin on this day at the place, as 2026-11-10.")] string? day,
        [Description(ApiWords.Cursor)] string? cursor, [Description(ApiWords.Limit)] string? limit, CancellationToken cancellationToken)
    {
        var list = $"sessions:{@event}:{release}:{day}";
        var (days, most, after) = (ApiInputs.Day("day", day), ApiInputs.Limit(limit), cursors.Open<IdPosition>(list, cursor));
        if (ApiInputs.Refusals(days, most, after) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var found = await FindAsync(@event, release, after.Value?.Release, keys, queries, cancellationToken);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        var (agenda, reader) = (found.Value, ApiReader.Of(context));
        var sessions = agenda.Release!.Sessions.Where(session => days.Value is not { } wanted || DateOnly.FromDateTime(agenda.Zone.ToLocal(session.StartsAt)) == wanted).ToList();
        var (page, last) = sessions.After(after.Value?.Id, session => session.Id, most.Value);
        return results.Page(
            context, list, [.. page.Select(session => Resource(session, agenda.Release.Number, reader))],
            last is { } id ? new IdPosition(id) { Release = agenda.Release.Number } : null);
    }

    private static async Task<IResult> SessionAsync(
        HttpContext context, [Description(ApiWords.Event)] string @event, [Description(ApiWords.Release)] string release, [Description("The session.")] Guid session,
        ApiEventQueries keys, PublicProgrammeQueries queries, ApiResults results, CancellationToken cancellationToken)
    {
        var found = await FindAsync(@event, release, null, keys, queries, cancellationToken);
        return !found.IsSuccess ? results.Problem(context, found)
            : found.Value.Release!.Sessions.FirstOrDefault(one => one.Id == session) is { } known ? results.Resource(context, Resource(known, found.Value.Release.Number, ApiReader.Of(context)))
            : results.Problem(context, Error.NotFound());
    }

    private static async Task<IResult> SpeakersAsync(
        HttpContext context, [Description(ApiWords.Event)] string @event, [Description(ApiWords.Release)] string release,
        ApiEventQueries keys, PublicProgrammeQueries queries, ApiResults results, ApiCursors cursors,
        [Description(ApiWords.Cursor)] string? cursor, [Description(ApiWords.Limit)] string? limit, CancellationToken cancellationToken)
    {
        // Names are in another order in another language.
        var language = PortalLanguages.Current;
        var list = $"speakers:{@event}:{release}:{language.Code}";
        var (most, after) = (ApiInputs.Limit(limit), cursors.Open<IdPosition>(list, cursor));
        if (ApiInputs.Refusals(most, after) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var found = await FindAsync(@event, release, after.Value?.Release, keys, queries, cancellationToken);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        var reader = ApiReader.Of(context);
        var (page, last) = PublicSpeakers.Of(found.Value.Release!, language).After(after.Value?.Id, speaker => speaker.Person.SpeakerId, most.Value);
        return results.Page(
            context, list, [.. page.Select(speaker => Resource(speaker, reader))], last is { } id ? new IdPosition(id) { Release = found.Value.Release!.Number } : null);
    }

    private static async Task<IResult> SpeakerAsync(
        HttpContext context, [Description(ApiWords.Event)] string @event, [Description(ApiWords.Release)] string release, [Description("The person.")] Guid speaker,
        ApiEventQueries keys, PublicProgrammeQueries queries, ApiResults results, CancellationToken cancellationToken)
    {
        var found = await FindAsync(@event, release, null, keys, queries, cancellationToken);
        return !found.IsSuccess ? results.Problem(context, found)
            : PublicSpeakers.Find(found.Value.Release!, speaker, PortalLanguages.Current) is { } known ? results.Resource(context, Resource(known, ApiReader.Of(context)))
            : results.Problem(context, Error.NotFound());
    }

    private static async Task<Result<PublicAgenda>> FindAsync(
        string key, string release, int? pinned, ApiEventQueries keys, PublicProgrammeQueries queries, CancellationToken cancellationToken)
    {
        if (await keys.FindSlugAsync(key, cancellationToken) is not { } slug)
        {
            return Error.NotFound();
        }

        if (release == Latest && pinned is null)
        {
            return await queries.FindAgendaAsync(slug, cancellationToken) is not { } agenda ? Error.NotFound()
                : agenda.Release is null ? ApiErrors.ReleaseUnknown()
                : agenda;
        }

        var number = pinned ?? (int.TryParse(release, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0);
        return number > 0 && await queries.FindReleaseAsync(slug, number, cancellationToken) is { } numbered ? numbered : ApiErrors.ReleaseUnknown();
    }

    private static ReleaseResource Resource(string slug, Guid id, int number, string? name, string? note, DateTimeOffset publishedAt) => new(
        id, number, name, note, publishedAt, string.Create(CultureInfo.InvariantCulture, $"{ApiRoutes.Event(slug)}/releases/{number}/sessions"));

    private static SessionResource Resource(PublicSession session, int release, ApiReader reader) => new(
        session.Id, release, session.Type, session.Access, session.IsClosed, session.IsCancelled, reader.Text(session.Title), reader.Text(session.Abstract),
        session.StartsAt, session.EndsAt, session.RoomId is { } room ? new RoomItem(room, reader.Text(session.Room), reader.Text(session.Venue)) : null, session.IsForAllRooms,
        session.Track is { } track ? new TrackItem(track.TrackId, reader.Text(track.Name)) : null,
        [.. session.People.Select(person => new SessionPersonItem(
            person.SpeakerId, person.Role, reader.Text(person.Name), reader.Text(person.Function), reader.Text(person.Side), person.SideCode, person.Minutes))],
        [.. session.AgendaItems.Select(item => new AgendaItemItem(reader.Text(item.Title), item.SpeakerId, item.Minutes))],
        session.InterpretedInto, session.Sequence, session.ChangedAt);

    private static SpeakerResource Resource(PublicSpeaker speaker, ApiReader reader) => new(
        speaker.Person.SpeakerId, reader.Text(speaker.Person.Name), reader.Text(speaker.Person.Function), reader.Text(speaker.Person.Side), speaker.Person.SideCode,
        reader.Text(speaker.Person.Biography), [.. speaker.Parts.Select(part => new SpeakerPartItem(part.Session.Id, part.Role))]);
}
