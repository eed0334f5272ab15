using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Delegations.Staff;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Invitations.Staff;

/// <summary>What the pages of an event's invitations share: the event's head, and the words.</summary>
public abstract class InvitationsStaffPage : DelegationsStaffPage
{
    [Inject]
    public required IStringLocalizer<InvitationsTexts> Words { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>The event, null until it is read or where it is refused.</summary>
    protected EventHead? Head { get; private set; }

    /// <summary>Why the page shows nothing.</summary>
    protected Error? Refused { get; set; }

    /// <summary>How sides are ordered.</summary>
    protected SideOrder Order => new(ProtocolAlphabet.Russian, Language.Code);

    /// <summary>Reads the head of the event.</summary>
    /// <returns>False where it is refused.</returns>
    protected async Task<bool> ReadHeadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        Refused = head.Error;
        Head = head.IsSuccess ? head.Value : null;
        return head.IsSuccess;
    }

    /// <summary>Name of a side in the reader's language.</summary>
    protected string NameOf(SideLabel side) => side.Names.In(Language.Code);

    /// <summary>Names of sides in one line.</summary>
    protected string NamesOf(IEnumerable<SideLabel> sides) => Language.List(sides.Select(NameOf));

    /// <summary>A day in words.</summary>
    protected string DayOf(DateOnly day) => DateWords.Of(day, Language);

    /// <summary>A language by its own name.</summary>
    protected static string NameOfLanguage(string code) => PortalLanguages.Find(code)?.NativeName ?? code;

    /// <summary>What a side owes, in a few words.</summary>
    protected string Say(Missing missing) => missing.Point is MissingPoint.Submission or MissingPoint.Photo or MissingPoint.Passport
        ? Words[$"Gap.{missing.Point}", missing.Count]
        : Words[$"Gap.{missing.Point}"];
}
