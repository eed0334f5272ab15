using System.Net.Mail;
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

    /// <summary>Makes a speaker. Refused as <see cref="Describe(SpeakerFacts)"/>.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="facts">Who it is.</param>
    /// <param name="externalId">The identity in the file the person is imported from, or null.</param>
    public static Result<Speaker> Create(Guid eventId, SpeakerFacts facts, string? externalId = null)
    {
        var speaker = new Speaker { Id = Guid.CreateVersion7(), EventId = eventId, ExternalId = externalId };
        var described = speaker.Describe(facts);
        return described.IsSuccess ? speaker : Result<Speaker>.Fail(described.Errors);
    }

    /// <summary>Brings a person back who was deleted since a release, under the old identity and as the release shows the person.</summary>
    public static Speaker Restore(Guid eventId, FrozenSpeaker frozen) => new()
    {
        Id = frozen.SpeakerId,
        EventId = eventId,
        SideId = frozen.SideId,
        Name = frozen.Name,
        Function = frozen.Function,
        Biography = frozen.Biography,
    };

    /// <summary>The same person for another event.</summary>
    public Speaker CopyTo(Guid eventId) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = eventId,
        SideId = SideId,
        Name = Name,
        Function = Function,
        Biography = Biography,
        Email = Email,
        Language = Language,
    };

    /// <summary>Makes a speaker of whom no more is known. Refused as <see cref="Describe(SpeakerFacts)"/>.</summary>
    public static Result<Speaker> Create(Guid eventId, Guid? sideId, LocalizedText name, LocalizedText function) =>
        Create(eventId, new SpeakerFacts(sideId, name, function));

    /// <summary>Whether a text is an address to which a notice can be sent: ASCII, no name beside it, at most <see cref="MaxEmailLength"/> characters.</summary>
    public static bool IsEmail(string? text) =>
        PlainText.Clean(text) is { Length: > 0 and <= MaxEmailLength } clean && clean.All(char.IsAscii) && !PlainText.HasForbiddenCharacters(clean)
        && MailAddress.TryCreate(clean, out var address) && address.Address == clean;

    /// <summary>Changes name, side and function only. Refused as <see cref="Describe(SpeakerFacts)"/>.</summary>
    public Result Describe(Guid? sideId, LocalizedText name, LocalizedText function) =>
        Describe(new SpeakerFacts(sideId, name, function) { Biography = Biography, Email = Email, Language = Language });

    /// <summary>Changes who the person is. Refused: <c>speaker.name-missing</c>, <c>speaker.name-too-long</c>, <c>speaker.name-characters</c>, <c>speaker.function-too-long</c>, <c>speaker.biography-too-long</c>, <c>speaker.email</c>, <c>choice</c> at the language, <c>characters</c>.</summary>
    public Result Describe(SpeakerFacts facts)
    {
        var email = PlainText.Clean(facts.Email);
        var errors = NameErrors(facts.Name).Concat(TextErrors(facts)).ToList();
        if (email.Length > 0 && !IsEmail(email))
        {
            errors.Add(Error.Invalid("Email", "speaker.email"));
        }

        if (!Languages.IsKnown(facts.Language))
        {
            errors.Add(Error.Invalid("Language", "choice"));
        }

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        (SideId, Name, Function, Biography) = (facts.SideId, facts.Name, facts.Function, facts.Biography);
        (Email, Language) = (email.Length == 0 ? null : email, facts.Language);
        return Result.Success;
    }

    /// <summary>Takes over what only the other knows: spellings, function, biography, side, address. The other is then the same person and can go.</summary>
    public void Absorb(Speaker other)
    {
        (Name, Function, Biography) = (Both(Name, other.Name), Both(Function, other.Function), Both(Biography, other.Biography));
        SideId ??= other.SideId;
        if (Email is null && other.Email is not null)
        {
            (Email, Language) = (other.Email, other.Language);
        }
    }

    private static LocalizedText Both(LocalizedText own, LocalizedText other) =>
        LocalizedText.From(Languages.All.Select(language => KeyValuePair.Create(language, own[language] ?? other[language])));

    private static IEnumerable<Error> NameErrors(LocalizedText name)
    {
        if (name.IsEmpty)
        {
            yield return Error.Invalid("Name", "speaker.name-missing");
        }
        else if (name.LongestLength > MaxTextLength)
        {
            yield return Error.Invalid("Name", "speaker.name-too-long", MaxTextLength);
        }
        else if (name.HasForbiddenCharacters())
        {
            yield return Error.Invalid("Name", "speaker.name-characters");
        }
    }

    private static IEnumerable<Error> TextErrors(SpeakerFacts facts)
    {
        if (facts.Function.LongestLength > MaxTextLength)
        {
            yield return Error.Invalid("Function", "speaker.function-too-long", MaxTextLength);
        }
        else if (facts.Function.HasForbiddenCharacters())
        {
            yield return Error.Characters("Function");
        }

        if (facts.Biography.LongestLength > MaxBiographyLength)
        {
            yield return Error.Invalid("Biography", "speaker.biography-too-long", MaxBiographyLength);
        }
        else if (facts.Biography.HasForbiddenCharacters(allowLineBreaks: true))
        {
            yield return Error.Characters("Biography");
        }
    }
}

/// <summary>Who a person is; see <see cref="Speaker"/> for the meaning of each part.</summary>
public sealed record SpeakerFacts(Guid? SideId, LocalizedText Name, LocalizedText Function)
{
    /// <summary>A few sentences, or empty.</summary>
    public LocalizedText Biography { get; init; } = LocalizedText.Empty;

    /// <summary>Where notices go, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Language of notices.</summary>
    public string Language { get; init; } = Languages.English;
}

/// <summary>The refusals of people who speak.</summary>
public static class SpeakerErrors
{
    /// <summary>The person is named in sessions and cannot be deleted.</summary>
    /// <param name="sessions">How many.</param>
    /// <param name="title">The title of one of them.</param>
    public static Error Named(int sessions, LocalizedText title) => Error.Refused("speaker.named", sessions, title);

    /// <summary>Both persons of a merger are the same one.</summary>
    public static Error Same() => Error.Refused("speaker.same");
}
