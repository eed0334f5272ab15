namespace ScoEvents.Web.Features.Programme;

/// <summary>The last steps of one person on one page, to be undone and done again.</summary>
/// <remarks>
/// A step is undone against the versions that this person's own last move of each session left. Whatever anybody else changed
/// since has another version, and the undo is refused as stale.
/// </remarks>
public sealed class BoardHistory
{
    /// <summary>How many steps are kept.</summary>
    public const int MaxSteps = 20;

    private readonly List<Step> _undo = [];
    private readonly List<Step> _redo = [];
    private readonly Dictionary<Guid, uint> _versions = [];

    /// <summary>Whether there is a step to undo.</summary>
    public bool CanUndo => _undo.Count > 0;

    /// <summary>Whether there is an undone step to do again.</summary>
    public bool CanRedo => _redo.Count > 0;

    /// <summary>The moves that take the last step back; null where there is none.</summary>
    public IReadOnlyList<SessionMove>? Undo() => CanUndo ? [.. _undo[^1].Moved.Select(moved => Move(moved.SessionId, moved.Before))] : null;

    /// <summary>The moves that do the last undone step again; null where there is none.</summary>
    public IReadOnlyList<SessionMove>? Redo() => CanRedo ? [.. _redo[^1].Moved.Select(moved => Move(moved.SessionId, moved.After))] : null;

    /// <summary>Remembers a step that was done; steps that were undone before can no longer be done again.</summary>
    public void Did(IReadOnlyList<MovedSession> moved)
    {
        Note(moved);
        _redo.Clear();
        _undo.Add(new Step(moved));
        if (_undo.Count > MaxSteps)
        {
            _undo.RemoveAt(0);
        }
    }

    /// <summary>Remembers that the last step was undone.</summary>
    public void Undid(IReadOnlyList<MovedSession> moved) => Pass(moved, _undo, _redo);

    /// <summary>Remembers that the last undone step was done again.</summary>
    public void Redid(IReadOnlyList<MovedSession> moved) => Pass(moved, _redo, _undo);

    /// <summary>Forgets the last step, because somebody else changed what it would take back.</summary>
    public void ForgetUndo() => _undo.RemoveAt(_undo.Count - 1);

    /// <summary>Forgets the last undone step, because somebody else changed what it would change.</summary>
    public void ForgetRedo() => _redo.RemoveAt(_redo.Count - 1);

    private SessionMove Move(Guid sessionId, SessionPlace? place) => new(sessionId, _versions[sessionId], place);

    private void Pass(IReadOnlyList<MovedSession> moved, List<Step> from, List<Step> to)
    {
        Note(moved);
        to.Add(from[^1]);
        from.RemoveAt(from.Count - 1);
    }

    private void Note(IReadOnlyList<MovedSession> moved)
    {
        foreach (var session in moved)
        {
            _versions[session.SessionId] = session.Version;
        }
    }

    private sealed record Step(IReadOnlyList<MovedSession> Moved);
}
