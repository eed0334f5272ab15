using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>A person who chairs or speaks at an event; belongs to a side and needs no account.</summary>
public sealed class Speaker
{
    /// <summary>The longest name or function, in UTF-16 units.</summary>
    public const int MaxTextLength = 200;

    /// <summary>The longest form of a biography, in UTF-16 units.</summary>
    public const int MaxBiographyLength = 2_000;

    /// <summary>The longest e-mail address, in characters.</summary>
    public const int MaxEmailLength = 254;

    private Speaker()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side the person speaks for, or null where it is not known.</summary>
    public Guid? SideId { get; private set; }

    /// <summary>The name, with the spelling of each language.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>What the person is, such as "Director of the Institute".</summary>
    public LocalizedText Function { get; private set; } = LocalizedText.Empty;

    /// <summary>Who the person is, in a few sentences, or empty.</summary>
    public LocalizedText Biography { get; private set; } = LocalizedText.Empty;

    /// <summary>Where notices go, or null.</summary>
    public string? Email { get; private set; }

    /// <summary>Language of notices, one of <see cref="Languages.All"/>.</summary>
    public string Language { get; private set; } = Languages.English;

    /// <summary>The person's identity in the file it was imported from, once an event, or null.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes a speaker. Refused: <c>speaker.name-missing</c>, <c>speaker.name-too-long</c>, <c>speaker.name-characters</c>, <c>speaker.function-too-long</c>, <c>characters</c>.</summary>
    public static Result<Speaker> Create(Guid eventId, Guid? sideId, LocalizedText name, LocalizedText function)
    {
        var speaker = new Speaker { Id = Guid.CreateVersion7(), EventId = eventId };
        var described = speaker.Describe(sideId, name, function);
        return described.IsSuccess ? speaker : Result<Speaker>.Fail(described.Errors);
    }

    /// <summary>Changes who the person is. Refused as <see cref="Create"/>.</summary>
    public Result Describe(Guid? sideId, LocalizedText name, LocalizedText function)
    {
        var errors = new List<Error>();
        if (name.IsEmpty)
        {
            errors.Add(Error.Invalid("Name", "speaker.name-missing"));
        }
        else if (name.LongestLength > MaxTextLength)
        {
            errors.Add(Error.Invalid("Name", "speaker.name-too-long", MaxTextLength));
        }
        else if (name.HasForbiddenCharacters())
        {
            errors.Add(Error.Invalid("Name", "speaker.name-characters"));
        }

        if (function.LongestLength > MaxTextLength)
        {
            errors.Add(Error.Invalid("Function", "speaker.function-too-long", MaxTextLength));
        }
        else if (function.HasForbiddenCharacters())
        {
            errors.Add(Error.Characters("Function"));
        }

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        (SideId, Name, Function) = (sideId, name, function);
        return Result.Success;
    }
}
