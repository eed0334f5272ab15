using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>Interpreters who work together in one booth or room at a time.</summary>
public sealed class InterpreterTeam
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxNameLength = 120;

    private InterpreterTeam()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>What those who prepare the event call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Languages between which it interprets, codes of <see cref="InterpretationLanguages"/>.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes a team. Refused as <see cref="Describe"/>.</summary>
    public static Result<InterpreterTeam> Create(Guid eventId, string? name, IReadOnlyList<string> languages)
    {
        var team = new InterpreterTeam { Id = Guid.CreateVersion7(), EventId = eventId };
        var described = team.Describe(name, languages);
        return described.IsSuccess ? team : Result<InterpreterTeam>.Fail(described.Errors);
    }

    /// <summary>The same team for another event.</summary>
    public InterpreterTeam CopyTo(Guid eventId) => new() { Id = Guid.CreateVersion7(), EventId = eventId, Name = Name, Languages = Languages };

    /// <summary>Changes name and languages. Refused: <c>interpreters.name-missing</c>, <c>interpreters.name-too-long</c>, <c>interpreters.languages-missing</c>, <c>programme.language-unknown</c>, <c>characters</c>.</summary>
    public Result Describe(string? name, IReadOnlyList<string> languages)
    {
        var clean = PlainText.Clean(name);
        if (clean.Length == 0)
        {
            return Error.Invalid("Name", "interpreters.name-missing");
        }

        if (clean.Length > MaxNameLength)
        {
            return Error.Invalid("Name", "interpreters.name-too-long", MaxNameLength);
        }

        if (PlainText.HasForbiddenCharacters(clean))
        {
            return Error.Characters("Name");
        }

        if (languages.Count == 0)
        {
            return Error.Invalid("Languages", "interpreters.languages-missing");
        }

        if (!languages.All(InterpretationLanguages.IsKnown))
        {
            return Error.Invalid("Languages", "programme.language-unknown");
        }

        (Name, Languages) = (clean, [.. languages.Distinct()]);
        return Result.Success;
    }
}
