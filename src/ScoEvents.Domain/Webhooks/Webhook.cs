using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Webhooks;

/// <summary>What another program is told of.</summary>
public enum WebhookTopic
{
    /// <summary>A programme was published.</summary>
    ReleasePublished,

    /// <summary>The accreditation of a person has another state.</summary>
    AccreditationChanged,
}

/// <summary>How topics are written in messages.</summary>
public static class WebhookTopics
{
    /// <summary>The type of a message, such as <c>release.published</c>.</summary>
    public static string Code(this WebhookTopic topic) => topic switch
    {
        WebhookTopic.ReleasePublished => "release.published",
        WebhookTopic.AccreditationChanged => "accreditation.changed",
    };
}

/// <summary>An address of another program that is told what happens to an event.</summary>
public sealed class Webhook
{
    /// <summary>The longest address, in characters.</summary>
    public const int MaxUrlLength = 500;

    /// <summary>After so many attempts in vain, without one that succeeded between them, nothing is sent any more.</summary>
    public const int MaxFailures = 20;

    private Webhook()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Where messages go.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The secret that signs them, encrypted.</summary>
    public string Envelope { get; private set; } = "";

    /// <summary>What is told.</summary>
    public IReadOnlyList<WebhookTopic> Topics { get; private set; } = [];

    /// <summary>Attempts in vain since the last that succeeded.</summary>
    public int Failures { get; private set; }

    /// <summary>Since when nothing is sent, UTC; null while it works.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Whether the portal gave up, rather than somebody having switched it off.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>Who made it, and is told when the portal gives up.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes a webhook. Refused: <c>webhook.topics-missing</c>; the address is checked before, by the rules of where the portal may send.</summary>
    /// <param name="facts">Where to and of what.</param>
    /// <param name="id">Identity, to which the secret is bound.</param>
    /// <param name="envelope">The encrypted secret.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">UTC.</param>
    public static Result<Webhook> Make(WebhookFacts facts, Guid id, string envelope, Guid by, DateTimeOffset now)
    {
        var webhook = new Webhook { Id = id, EventId = facts.EventId, Envelope = envelope, CreatedBy = by, CreatedAt = now };
        var described = webhook.Describe(facts);
        return described.IsSuccess ? webhook : Result<Webhook>.Fail(described.Errors);
    }

    /// <summary>Changes address and topics. Refused: <c>webhook.topics-missing</c>.</summary>
    public Result Describe(WebhookFacts facts)
    {
        if (facts.Topics.Count == 0 || facts.Topics.Any(topic => !Enum.IsDefined(topic)))
        {
            return Error.Invalid("Topics", "webhook.topics-missing");
        }

        (Url, Topics) = (facts.Url, [.. facts.Topics.Distinct().Order()]);
        return Result.Success;
    }

    /// <summary>Sends nothing from now on; again does nothing.</summary>
    public void Disable(DateTimeOffset now) => DisabledAt ??= now;

    /// <summary>Sends again, also what has waited.</summary>
    public void Enable() => (DisabledAt, IsGivenUp, Failures) = (null, false, 0);

    /// <summary>Notes that an attempt succeeded.</summary>
    public void Succeed() => Failures = 0;

    /// <summary>Notes that an attempt was in vain.</summary>
    /// <param name="now">UTC.</param>
    /// <returns>Whether the portal gives up with this one.</returns>
    public bool Fail(DateTimeOffset now)
    {
        Failures++;
        if (Failures < MaxFailures || DisabledAt is not null)
        {
            return false;
        }

        (DisabledAt, IsGivenUp) = (now, true);
        return true;
    }
}

/// <summary>Where messages of an event go, and which.</summary>
public sealed record WebhookFacts(Guid EventId, string Url, IReadOnlyCollection<WebhookTopic> Topics);
