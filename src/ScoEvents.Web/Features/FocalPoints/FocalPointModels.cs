using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Somebody who speaks for a side now; <paramref name="IsForAllEvents"/> where an administrator appointed the person for every event of the side.</summary>
public sealed record FocalPointRow(
    Guid Id, string Name, string Email, FocalPointRank Rank, bool IsForAllEvents, DateTimeOffset NamedAt, DateTimeOffset? LastSignInAt, bool IsReader);

/// <summary>A link that was sent; used ones are not listed, they have become focal points.</summary>
public sealed record FocalPointLinkRow(Guid Id, string Name, string Email, FocalPointRank Rank, FocalPointLinkState State, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>A letter by which a side named its focal points.</summary>
public sealed record MandateRow(Guid Id, string FileName, long Size, DateTimeOffset UploadedAt);

/// <summary>All that is known of who speaks for one invited side.</summary>
public sealed record SideFocalPoints(
    Guid InvitationId, SideLabel Side, InvitationStatus Status, IReadOnlyList<FocalPointRow> Points, IReadOnlyList<FocalPointLinkRow> Links, IReadOnlyList<MandateRow> Mandates)
{
    /// <summary>Who was named first: for this event, else for all.</summary>
    public IEnumerable<FocalPointRow> Principals => Points.Where(point => point.Rank == FocalPointRank.Principal);

    /// <summary>Who stands in.</summary>
    public IEnumerable<FocalPointRow> Deputies => Points.Where(point => point.Rank == FocalPointRank.Deputy);
}

/// <summary>The focal points of all invited sides of an event.</summary>
public sealed record EventFocalPoints(InvitedEvent Event, IReadOnlyList<SideFocalPoints> Sides, bool CanName)
{
    /// <summary>Sides for which nobody can speak yet.</summary>
    public int Unspoken => Sides.Count(side => side.Points.Count == 0);
}

/// <summary>The focal points of a side as the side sees them; <paramref name="CanName"/> for the first of them.</summary>
public sealed record OwnFocalPoints(InvitedEvent Event, SideFocalPoints Side, bool CanName);

/// <summary>A letter to download.</summary>
public sealed record MandateFile(string FileName, string ContentType, byte[] Bytes);

/// <summary>Who holds a link and looks at what it is for.</summary>
public enum LinkHolder
{
    /// <summary>Nobody is signed in, and the address has no account yet.</summary>
    Newcomer,

    /// <summary>Nobody is signed in; the address has an account.</summary>
    SignedOut,

    /// <summary>The person it was sent to is signed in.</summary>
    Addressee,

    /// <summary>Somebody else is signed in.</summary>
    SomebodyElse,
}

/// <summary>What a link is for, as far as whoever holds it has to know.</summary>
public sealed record LinkOffer(InvitedEvent Event, SideLabel Side, FocalPointRank Rank, string MaskedEmail, string Name, DateTimeOffset ExpiresAt, LinkHolder Holder);
