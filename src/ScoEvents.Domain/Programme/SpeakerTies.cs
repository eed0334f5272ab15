using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>A registered person, as far as it tells whether the programme names that person.</summary>
/// <param name="Id">Who.</param>
/// <param name="LatinName">Given and family names as in the passport.</param>
/// <param name="NativeName">In the own script, or null.</param>
/// <param name="Email">Mail address.</param>
public sealed record TiedPerson(Guid Id, string LatinName, string? NativeName, string Email);

/// <summary>Whom of the programme a person is.</summary>
/// <param name="Only">The speaker who is meant without doubt, or null.</param>
/// <param name="Possible">Where it cannot be told, everybody who may be meant; else empty.</param>
public sealed record SpeakerTie(Speaker? Only, IReadOnlyList<Speaker> Possible)
{
    /// <summary>The programme names nobody like that.</summary>
    public static SpeakerTie None { get; } = new(null, []);

    /// <summary>Whether somebody is named, and it cannot be told whether it is this person.</summary>
    public bool IsUnclear => Possible.Count > 0;
}

/// <summary>Finds whom of the programme the persons of one side are: by mail address, and by name in any spelling and script.</summary>
/// <remarks>
/// Domain rules 14 and 16. A speaker needs no registration, so nothing ties the two together but what both say of themselves. Delegations share mail addresses and families share
/// names: a speaker is tied to a person only where nobody else of the side is tied as closely.
/// </remarks>
public static class SpeakerTies
{
    // An address and a name together outweigh either alone; two of a kind leave it open.
    private const double Clearly = 0.5;

    /// <summary>Whom a person may be.</summary>
    /// <param name="person">Who.</param>
    /// <param name="others">Everybody else of the side who may be named.</param>
    /// <param name="sideId">The side.</param>
    /// <param name="speakers">Speakers of the event. Those of other sides are passed over; of those whose side is not known only the address counts.</param>
    public static SpeakerTie Find(TiedPerson person, IReadOnlyCollection<TiedPerson> others, Guid sideId, IEnumerable<Speaker> speakers)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(speakers);
        var (own, rivals) = (new Known(person), others.Select(other => new Known(other)).ToList());
        var found = speakers.Where(speaker => speaker.SideId is null || speaker.SideId == sideId)
            .Select(speaker => (Speaker: speaker, Name: SpokenName.Of(speaker.Name)))
            .Select(candidate => (candidate.Speaker, candidate.Name, Strength: own.StrengthOf(candidate.Speaker, candidate.Name)))
            .Where(candidate => candidate.Strength > 0)
            .OrderByDescending(candidate => candidate.Strength).ThenBy(candidate => candidate.Speaker.Id)
            .ToList();
        var closest = found.TakeWhile(candidate => found[0].Strength - candidate.Strength < Clearly).ToList();
        // Where somebody else is as close, it may still be this one; where somebody else is closer, it is that one.
        var left = closest.FindAll(candidate => rivals.TrueForAll(rival => rival.StrengthOf(candidate.Speaker, candidate.Name) <= candidate.Strength));
        return left.Count == 0 ? SpeakerTie.None
            : left.Count == 1 && rivals.TrueForAll(rival => rival.StrengthOf(left[0].Speaker, left[0].Name) < left[0].Strength) ? new SpeakerTie(left[0].Speaker, [])
            : new SpeakerTie(null, [.. left.Select(candidate => candidate.Speaker)]);
    }

    private sealed class Known(TiedPerson person)
    {
        private readonly SpokenName _name = SpokenName.OfScripts(person.LatinName, person.NativeName);

        /// <summary>0 for none; an address counts 1, a name its likeness.</summary>
        public double StrengthOf(Speaker speaker, SpokenName name)
        {
            var byAddress = speaker.Email is { } email && string.Equals(PlainText.Clean(person.Email), email, StringComparison.OrdinalIgnoreCase) ? 1d : 0d;
            var likeness = speaker.SideId is null && byAddress == 0 ? 0 : PersonNames.Likeness(_name, name);
            return byAddress + (likeness >= PersonNames.Threshold ? likeness : 0);
        }
    }
}
