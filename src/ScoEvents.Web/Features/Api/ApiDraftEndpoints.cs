using System.ComponentModel;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Programme;

namespace ScoEvents.Web.Features.Api;

/// <summary>Programmes that are being prepared, for those who prepare them; every write goes through the services that the pages use.</summary>
internal static class ApiDraftEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/staff/events", EventsAsync).Describe("listStaffEvents", "Drafts", "The events that the token's user works for, the latest first, 25 on a page.")
            .NeedsToken(ApiScope.ProgrammeRead).Answers<ApiPage<StaffEventItem>>();
        api.MapGet("/staff/events/{eventId:guid}/sessions", ListAsync)
            .Describe("listDraftSessions", "Drafts", "The sessions of a draft: by start and room, then those without a place.")
            .NeedsToken(ApiScope.ProgrammeRead).Answers<ApiPage<DraftSessionItem>>();
        api.MapGet("/staff/events/{eventId:guid}/sessions/{sessionId:guid}", GetAsync).Describe("getDraftSession", "Drafts", "One session of a draft, as it can be changed.")
            .NeedsToken(ApiScope.ProgrammeRead).Versioned().Answers<DraftSessionResource>();
        api.MapPost("/staff/events/{eventId:guid}/sessions", AddAsync).Describe("addDraftSession", "Drafts", "Adds a session to a draft.")
            .NeedsToken(ApiScope.ProgrammeWrite).Takes<SessionBody>(isKeyWanted: true).Versioned().Answers<WrittenResource>(StatusCodes.Status201Created);
        api.MapPut("/staff/events/{eventId:guid}/sessions/{sessionId:guid}", EditAsync).Describe("changeDraftSession", "Drafts", "Changes a session of a draft: content, place, time and people.")
            .NeedsToken(ApiScope.ProgrammeWrite).Takes<SessionBody>().WantsVersion().Answers<WrittenResource>();
        api.MapPut("/staff/events/{eventId:guid}/sessions/{sessionId:guid}/state", ChangeStateAsync)
            .Describe("changeDraftSessionState", "Drafts", "Says how certain a session is; one that is withdrawn or cancelled gives its place free.")
            .NeedsToken(ApiScope.ProgrammeWrite).Takes<SessionStateBody>().WantsVersion().Answers<WrittenResource>();
        api.MapDelete("/staff/events/{eventId:guid}/sessions/{sessionId:guid}", DeleteAsync)
            .Describe("deleteDraftSession", "Drafts", "Deletes a session from a draft; releases keep it.")
            .NeedsToken(ApiScope.ProgrammeWrite).TakesKey().WantsVersion().AnswersNothing();
    }

    private static async Task<IResult> EventsAsync(
        HttpContext context, EventsQueries queries, ApiResults results, ApiCursors cursors, [Description(ApiWords.Cursor)] string? cursor, CancellationToken cancellationToken)
    {
        const string List = "staff-events";
        var reader = ApiReader.Of(context);
        var position = cursors.Open<PagePosition>(List, cursor);
        if (!position.IsSuccess)
        {
            return results.Problem(context, position);
        }

        var page = position.Value?.Page ?? 1;
        var found = await queries.ListAsync(reader.Caller.Actor, new EventFilter(Page: page), cancellationToken);
        return !found.IsSuccess
            ? results.Problem(context, found)
            : results.Page(
                context, List,
                [.. found.Value.Rows.Select(row => new StaffEventItem(
                    row.Id, reader.Text(row.Title), row.Type, row.Status, new DatesItem(row.Dates.Start, row.Dates.End, row.Dates.Precision),
                    row.Progress.Sessions, row.Progress.Scheduled, row.Progress.Releases))],
                page < found.Value.PageCount ? new PagePosition(page + 1) : null);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, ScheduleQueries queries, ApiResults results, ApiCursors cursors,
        [Description(ApiWords.Cursor)] string? cursor, [Description(ApiWords.Limit)] string? limit, CancellationToken cancellationToken)
    {
        var list = $"draft:{eventId}";
        var (most, after, reader) = (ApiInputs.Limit(limit), cursors.Open<IdPosition>(list, cursor), ApiReader.Of(context));
        if (ApiInputs.Refusals(most, after) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var draft = await queries.GetAsync(reader.Caller.Actor, eventId, cancellationToken);
        if (!draft.IsSuccess)
        {
            return results.Problem(context, draft);
        }

        var (page, last) = draft.Value.Sessions.After(after.Value?.Id, session => session.Id, most.Value);
        return results.Page(context, list, [.. page.Select(session => Item(eventId, session, reader))], last is { } id ? new IdPosition(id) : null);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, [Description(ApiWords.Session)] Guid sessionId,
        SessionQueries queries, ApiResults results, CancellationToken cancellationToken)
    {
        var found = await queries.GetAsync(ApiReader.Of(context).Caller.Actor, eventId, sessionId, cancellationToken);
        return found.IsSuccess
            ? results.Versioned(context, new DraftSessionResource(sessionId, found.Value.State, found.Value.Form.ToBody()), found.Value.Form.Version)
            : results.Problem(context, found);
    }

    private static Task<IResult> AddAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, ApiWrites writes, ProgrammeService service, SessionQueries queries) =>
        writes.MakeAsync<SessionBody>(context, async (write, cancellationToken) =>
        {
            var added = await service.AddSessionAsync(write.Actor, eventId, write.Body.ToForm(0), cancellationToken);
            return added.IsSuccess
                ? await WrittenAsync(write.Actor, eventId, added.Value, queries, cancellationToken) with { Location = ApiRoutes.DraftSession(eventId, added.Value) }
                : new ApiWritten(added.AtBody());
        });

    private static Task<IResult> EditAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, [Description(ApiWords.Session)] Guid sessionId,
        ApiWrites writes, ProgrammeService service, SessionQueries queries) =>
        writes.ChangeAsync<SessionBody>(context, async (write, cancellationToken) => await AfterAsync(
            await service.EditSessionAsync(write.Actor, eventId, sessionId, write.Body.ToForm(write.Version), cancellationToken),
            write.Actor, eventId, sessionId, queries, cancellationToken));

    private static Task<IResult> ChangeStateAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, [Description(ApiWords.Session)] Guid sessionId,
        ApiWrites writes, ProgrammeService service, SessionQueries queries) =>
        writes.ChangeAsync<SessionStateBody>(context, async (write, cancellationToken) => await AfterAsync(
            await service.ChangeStateAsync(write.Actor, eventId, sessionId, write.Body.State, write.Version, cancellationToken),
            write.Actor, eventId, sessionId, queries, cancellationToken));

    private static Task<IResult> DeleteAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, [Description(ApiWords.Session)] Guid sessionId, ApiWrites writes, ProgrammeService service) =>
        writes.ChangeAsync<NoBody>(context, async (write, cancellationToken) =>
            new ApiWritten(await service.DeleteSessionAsync(write.Actor, eventId, sessionId, write.Version, cancellationToken)));

    private static async Task<ApiWritten> AfterAsync(
        Result outcome, Actor actor, Guid eventId, Guid sessionId, SessionQueries queries, CancellationToken cancellationToken) =>
        outcome.IsSuccess ? await WrittenAsync(actor, eventId, sessionId, queries, cancellationToken) : new ApiWritten(outcome.AtBody());

    // Somebody may have changed or deleted it again already: then the tag is that of the change, or there is none.
    private static async Task<ApiWritten> WrittenAsync(Actor actor, Guid eventId, Guid sessionId, SessionQueries queries, CancellationToken cancellationToken)
    {
        var found = await queries.GetAsync(actor, eventId, sessionId, cancellationToken);
        return new ApiWritten(Result.Success, new WrittenResource(sessionId, ApiRoutes.DraftSession(eventId, sessionId)))
        {
            Version = found.IsSuccess ? found.Value.Form.Version : null,
        };
    }

    private static DraftSessionItem Item(Guid eventId, TimetableSession session, ApiReader reader) => new(
        session.Id, reader.Text(session.Title), session.Type, session.State, session.Classification, session.Slot?.Place.During.Start, session.Slot?.Place.During.End,
        session.Slot?.Place.RoomId, session.Slot is { Place.RoomId: null }, ApiVersions.TagOf(session.Version).ToString(), ApiRoutes.DraftSession(eventId, session.Id));
}

/// <summary>How certain a session is.</summary>
public sealed class SessionStateBody
{
    public required SessionState State { get; init; }
}

/// <summary>A place in a list that has numbered pages.</summary>
public sealed record PagePosition(int Page);
