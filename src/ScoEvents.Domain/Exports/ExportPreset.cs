using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Exports;

/// <summary>A choice of what goes into an exported agenda, saved under a name for everybody who works for the event.</summary>
public sealed class ExportPreset
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxNameLength = 80;

    /// <summary>The longest choice, in UTF-16 units.</summary>
    public const int MaxOptionsLength = 8_000;

    /// <summary>How many an event may have.</summary>
    public const int MaxOfEvent = 30;

    private ExportPreset()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>What it is called; once an event.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The choice, in the form of a query of an address.</summary>
    public string Options { get; private set; } = "";

    /// <summary>Who saved it last.</summary>
    public Guid SavedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Saves a choice for the first time. Refused: <c>exports.preset-name-missing</c>, <c>exports.preset-name-too-long</c>, <c>exports.preset-too-long</c>, <c>characters</c>.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="name">Up to <see cref="MaxNameLength"/> characters.</param>
    /// <param name="options">The choice, up to <see cref="MaxOptionsLength"/> characters.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">UTC.</param>
    public static Result<ExportPreset> Save(Guid eventId, string? name, string options, Guid by, DateTimeOffset now)
    {
        var clean = PlainText.Clean(name);
        if (clean.Length == 0)
        {
            return Error.Invalid(nameof(Name), "exports.preset-name-missing");
        }

        if (clean.Length > MaxNameLength)
        {
            return Error.Invalid(nameof(Name), "exports.preset-name-too-long", MaxNameLength);
        }

        if (PlainText.HasForbiddenCharacters(clean))
        {
            return Error.Characters(nameof(Name));
        }

        var preset = new ExportPreset { Id = Guid.CreateVersion7(), EventId = eventId, Name = clean };
        var saved = preset.Replace(options, by, now);
        return saved.IsSuccess ? preset : saved.Error!;
    }

    /// <summary>Saves another choice under the same name. Refused: <c>exports.preset-too-long</c>.</summary>
    public Result Replace(string options, Guid by, DateTimeOffset now)
    {
        if (options.Length > MaxOptionsLength)
        {
            return Error.Refused("exports.preset-too-long");
        }

        (Options, SavedBy, SavedAt) = (options, by, now);
        return Result.Success;
    }
}
