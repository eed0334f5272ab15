using ScoEvents.Domain.Names;

namespace ScoEvents.Domain.Delegations;

/// <summary>What tells whether two registered persons may be one.</summary>
/// <param name="Id">Who.</param>
/// <param name="ModifiedAt">When the registration last changed; what was found before is kept until it changes again.</param>
/// <param name="LatinName">Given and family names as in the passport.</param>
/// <param name="NativeName">In the own script, or null.</param>
/// <param name="PassportMark">See <see cref="ProtectedText.Mark"/>.</param>
/// <param name="PassportStateId">The state that issued the passport, or null where nobody said so.</param>
public sealed record PersonTrace(Guid Id, DateTimeOffset ModifiedAt, string LatinName, string? NativeName, string? PassportMark, Guid? PassportStateId);

/// <summary>Finds persons of one event who may be registered twice, and finds persons by name; remembers what it found, so that only new and changed registrations are compared.</summary>
/// <remarks>Domain rule 16. Not for several threads at once.</remarks>
public sealed class AlikePersons
{
    private readonly Dictionary<Guid, Known> _known = [];
    private readonly Dictionary<string, HashSet<Guid>> _byKey = new(StringComparer.Ordinal);
    private readonly Queue<Guid> _uncompared = new();

    /// <summary>Whether somebody is still to be compared with the others.</summary>
    public bool IsBehind => _uncompared.Count > 0;

    /// <summary>Takes note of who is registered now; new and changed persons are found by name at once, and are alike to nobody before <see cref="Compare"/>.</summary>
    /// <param name="persons">All of the event.</param>
    public void Update(IReadOnlyCollection<PersonTrace> persons)
    {
        ArgumentNullException.ThrowIfNull(persons);
        var current = persons.ToDictionary(person => person.Id);
        foreach (var gone in _known.Where(known => !current.TryGetValue(known.Key, out var now) || now != known.Value.Trace).Select(known => known.Key).ToList())
        {
            Forget(gone);
        }

        foreach (var person in persons.Where(person => !_known.ContainsKey(person.Id)))
        {
            Learn(person);
        }
    }

    /// <summary>Compares persons who are new or have changed with all who share a beginning of a name or a passport.</summary>
    /// <param name="most">How many of them, from 1; comparing one takes up to some milliseconds.</param>
    public void Compare(int most)
    {
        for (; most > 0 && _uncompared.TryDequeue(out var id); most--)
        {
            // Somebody may have left, or changed and be waiting anew.
            if (_known.TryGetValue(id, out var known) && !known.IsCompared)
            {
                CompareOne(known);
            }
        }
    }

    /// <summary>Who may be the same as a person; empty for somebody unknown.</summary>
    public IReadOnlyCollection<Guid> Of(Guid personId) => _known.TryGetValue(personId, out var known) ? known.Alike : [];

    /// <summary>Who is found by what was typed: a part of a spelling, or how it sounds in any script. Blank finds everybody.</summary>
    public IReadOnlySet<Guid> Find(string? typed)
    {
        var spoken = SpokenName.OfScripts(typed);
        return _known.Values.Where(known => known.HasPart(typed) || PersonNames.Finds(spoken, known.Name)).Select(known => known.Trace.Id).ToHashSet();
    }

    private void Learn(PersonTrace person)
    {
        _known[person.Id] = new Known(person);
        _uncompared.Enqueue(person.Id);
    }

    private void CompareOne(Known known)
    {
        var id = known.Trace.Id;
        foreach (var other in known.Keys.SelectMany(key => _byKey.GetValueOrDefault(key) ?? []).Distinct().Select(other => _known[other]).Where(known.IsLike))
        {
            known.Alike.Add(other.Trace.Id);
            other.Alike.Add(id);
        }

        foreach (var key in known.Keys)
        {
            (_byKey.TryGetValue(key, out var bucket) ? bucket : _byKey[key] = []).Add(id);
        }

        known.IsCompared = true;
    }

    private void Forget(Guid personId)
    {
        _known.Remove(personId, out var known);
        if (!known!.IsCompared)
        {
            return;
        }

        foreach (var key in known.Keys)
        {
            _byKey[key].Remove(personId);
        }

        foreach (var other in known.Alike)
        {
            _known[other].Alike.Remove(personId);
        }
    }

    private sealed class Known
    {
        private readonly string[] _plain;

        public Known(PersonTrace trace)
        {
            Trace = trace;
            Name = SpokenName.OfScripts(trace.LatinName, trace.NativeName);
            Keys = [.. Name.Keys, .. trace.PassportMark is { } mark ? [$"#{mark}"] : Array.Empty<string>()];
            _plain = [PersonNames.PlainForm(trace.LatinName), PersonNames.PlainForm(trace.NativeName)];
        }

        public PersonTrace Trace { get; }

        public SpokenName Name { get; }

        public string[] Keys { get; }

        public HashSet<Guid> Alike { get; } = [];

        public bool IsCompared { get; set; }

        public bool HasPart(string? typed) => PersonNames.PlainForm(typed) is var part && _plain.Any(plain => plain.Contains(part, StringComparison.Ordinal));

        // Numbers of two states may be equal by chance; where a state is not known they are taken for one.
        public bool IsLike(Known other) =>
            (Trace.PassportMark is { } mark && mark == other.Trace.PassportMark
                && (Trace.PassportStateId is not { } state || other.Trace.PassportStateId is not { } theirs || state == theirs))
            || PersonNames.Likeness(Name, other.Name) >= PersonNames.Threshold;
    }
}
