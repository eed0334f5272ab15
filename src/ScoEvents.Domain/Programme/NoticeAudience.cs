using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;

namespace ScoEvents.Domain.Programme;

/// <summary>Whom a notice of the programme goes to, as far as it decides which sessions the notice may name.</summary>
/// <remarks>Domain rule 13: nobody hears by notice what the classification and the session access do not allow.</remarks>
public sealed record NoticeAudience
{
    /// <summary>Capacity of the side that the recipient answers for, which accepted its invitation; null where the recipient answers for none.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>Whether the side's delegation has a head.</summary>
    public bool HasHead { get; init; }

    /// <summary>The speakers of the side.</summary>
    public IReadOnlySet<Guid> OwnSpeakers { get; init; } = new HashSet<Guid>();

    /// <summary>The speakers that the recipient is, in person.</summary>
    public IReadOnlySet<Guid> Self { get; init; } = new HashSet<Guid>();

    /// <summary>Whether a notice to this recipient may name the session.</summary>
    public bool MayHearOf(ReleasedSession session) => IsIn(session, Self) || (Capacity is { } capacity && SideMayHearOf(session, capacity));

    // What is RED is for those who are named, not for those who answer for them.
    private bool SideMayHearOf(ReleasedSession session, Capacity capacity) =>
        session.Classification != Classification.Red && (IsIn(session, OwnSpeakers) || session.Access switch
        {
            SessionAccess.Open or SessionAccess.DelegationsOnly => true,
            SessionAccess.MembersOnly => capacity == Delegations.Capacity.Member,
            SessionAccess.HeadsOnly => HasHead,
            SessionAccess.NamedPersons => false,
        });

    private static bool IsIn(ReleasedSession session, IReadOnlySet<Guid> speakers) => session.People.Any(person => speakers.Contains(person.SpeakerId));
}
