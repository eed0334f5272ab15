using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Events;

/// <summary>Events of one kind that follow each other as numbered editions.</summary>
public sealed class EventSeries
{
    /// <summary>The longest form of a name, in UTF-16 units.</summary>
    public const int MaxNameLength = 200;

    private EventSeries()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The secretariat that keeps it.</summary>
    public Guid SecretariatId { get; private set; }

    /// <summary>Its name in at least one language.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Starts a series. Refused: <c>series.name-missing</c>, <c>series.name-too-long</c>, <c>characters</c>.</summary>
    public static Result<EventSeries> Start(Guid secretariatId, LocalizedText name)
    {
        if (name.IsEmpty)
        {
            return Error.Invalid("SeriesName", "series.name-missing");
        }

        if (name.LongestLength > MaxNameLength)
        {
            return Error.Invalid("SeriesName", "series.name-too-long", MaxNameLength);
        }

        return name.HasForbiddenCharacters()
            ? Error.Characters("SeriesName")
            : new EventSeries { Id = Guid.CreateVersion7(), SecretariatId = secretariatId, Name = name };
    }
}
