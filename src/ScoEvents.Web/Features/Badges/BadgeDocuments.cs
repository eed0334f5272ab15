using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports;
using ScoEvents.Exports.Badges;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Badges;

/// <summary>Words badges for the printer, in any language of the portal whatever the request speaks.</summary>
public sealed class BadgeDocuments(IStringLocalizer<BadgeTexts> texts, IStringLocalizer<DelegationsTexts> delegationsTexts)
{
    /// <summary>The valid badges that a form asks for, in protocol order; null where there are none. Five SQL commands.</summary>
    public async Task<BadgeDocument?> ReadAsync(ScoEventsDbContext context, Guid eventId, BadgePrintForm form, PortalLanguage language, CancellationToken cancellationToken)
    {
        var planned = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var settings = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.EventId == eventId, cancellationToken)
            ?? DelegationSettings.For(eventId);
        var bearers = await BearersAsync(context, eventId, form, cancellationToken);
        var sides = await context.SidesAsync([.. bearers.Select(bearer => bearer.SideId).Distinct()], cancellationToken);
        var chosen = bearers
            .OrderBy(bearer => sides[bearer.SideId].KeyFor(bearer.Capacity, planned.StartsOn, language.Code), new SideOrder(ProtocolAlphabet.Russian, language.Code).Comparer())
            .ThenBy(bearer => bearer.Role).ThenBy(bearer => bearer.FamilyName, StringComparer.InvariantCulture).ThenBy(bearer => bearer.DelegateId)
            .Skip(form.Part * BadgePrintForm.MaxBadges).Take(BadgePrintForm.MaxBadges)
            .ToList();
        if (chosen.Count == 0)
        {
            return null;
        }

        var ids = chosen.Select(bearer => bearer.DelegateId).ToList();
        var photos = await context.DelegatePhotos.AsNoTracking().Where(photo => ids.Contains(photo.DelegateId))
            .ToDictionaryAsync(photo => photo.DelegateId, photo => new BadgePhoto(photo.ContentType, photo.Bytes), cancellationToken);

        // The localizers speak the language of the thread.
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language.Culture;
            var cards = chosen.Select(bearer => Card(bearer, sides[bearer.SideId].LabelOn(planned.StartsOn), settings, photos.GetValueOrDefault(bearer.DelegateId), language));
            return Document(planned, form, language, [.. cards]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static async Task<List<Bearer>> BearersAsync(ScoEventsDbContext context, Guid eventId, BadgePrintForm form, CancellationToken cancellationToken)
    {
        var ids = form.DelegateIds.Count == 0 ? null : form.DelegateIds;
        return await (
            from badge in context.Badges.AsNoTracking()
            where badge.EventId == eventId && badge.RevokedAt == null && (ids == null || ids.Contains(badge.DelegateId))
            join accreditation in context.Accreditations on badge.CaseId equals accreditation.Id
            where accreditation.State == AccreditationState.BadgeIssued || accreditation.State == AccreditationState.CheckedIn
            join person in context.Delegates on badge.DelegateId equals person.Id
            join invitation in context.Invitations on new { person.EventId, person.SideId } equals new { invitation.EventId, invitation.SideId }
            select new Bearer(
                person.Id, badge.Serial, badge.Payload, person.GivenNames, person.FamilyName, person.NativeName, person.Function, person.Body, person.SideId,
                invitation.Capacity, person.Role)).ToListAsync(cancellationToken);
    }

    private BadgeDocument Document(InvitedEvent planned, BadgePrintForm form, PortalLanguage language, IReadOnlyList<BadgeCard> cards) => new()
    {
        Language = language.Code,
        Direction = language.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
        Title = $"{planned.Title.In(language.Code)} – {texts["Title"]}",
        Event = new BadgeEvent(
            planned.Title.In(language.Code), DatesOf(planned, language), planned.City.In(language.Code) is { Length: > 0 } city ? city : null),
        Labels = new BadgeLabels(
            texts["Card.Zones"], texts["Card.Valid"], texts["Card.Number"], texts["Card.Notice"], Pattern("Card.CodeOf"), Pattern("Card.PhotoOf")),
        Layout = form.Layout,
        Paper = form.Paper,
        Cards = [.. cards.Select(card => card with { Valid = DatesOf(planned, language) })],
    };

    private BadgeCard Card(Bearer bearer, SideLabel side, DelegationSettings settings, BadgePhoto? photo, PortalLanguage language)
    {
        // What the code opens is printed, not what the settings of today would open.
        var opened = BadgePayload.Read(bearer.Payload) is { IsSuccess: true } read ? read.Value.Payload.Zones : [];
        return new BadgeCard
        {
            Serial = bearer.Serial,
            GivenNames = bearer.GivenNames,
            FamilyName = bearer.FamilyName,
            NativeName = bearer.NativeName,
            Function = bearer.Function.In(language.Code),
            Body = bearer.Body.In(language.Code),
            Side = side.Names.In(language.Code),
            StateCode = side.Code,
            Role = delegationsTexts[$"Role.{bearer.Role}"],
            Tone = ToneOf(bearer.Role),
            Zones = [.. settings.Zones.Where(zone => opened.Contains(BadgePayload.ZoneMark(zone.Id))).Select(zone => zone.Name.In(language.Code))],
            Valid = "",
            Payload = bearer.Payload,
            Photo = photo,
        };
    }

    // The placeholder stays for the writer, which fills it for each card.
    private string Pattern(string key) => texts[key, "{0}"];

    private static string DatesOf(InvitedEvent planned, PortalLanguage language) =>
        DateWords.Of(new EventDates(planned.StartsOn, planned.EndsOn, DatePrecision.Day), language) ?? "";

    private static BadgeTone ToneOf(DelegationRole role) => role switch
    {
        DelegationRole.Head or DelegationRole.DeputyHead => BadgeTone.Head,
        DelegationRole.Member or DelegationRole.Adviser or DelegationRole.Expert => BadgeTone.Delegate,
        DelegationRole.Interpreter or DelegationRole.Protocol or DelegationRole.Support => BadgeTone.Support,
        DelegationRole.Security => BadgeTone.Security,
        DelegationRole.Press => BadgeTone.Press,
    };

    private sealed record Bearer(
        Guid DelegateId, int Serial, string Payload, string GivenNames, string FamilyName, string? NativeName, LocalizedText Function, LocalizedText Body, Guid SideId,
        Capacity Capacity, DelegationRole Role);
}
