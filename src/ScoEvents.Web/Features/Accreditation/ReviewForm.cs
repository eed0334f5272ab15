using ScoEvents.Domain.Accreditation;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>What a reviewer does with one case.</summary>
public enum ReviewAct
{
    /// <summary>Takes it up or over.</summary>
    TakeUp,

    /// <summary>Gives it back into the queue.</summary>
    PutBack,

    /// <summary>Sends it back to the side.</summary>
    Return,

    /// <summary>Admits the person.</summary>
    Approve,

    /// <summary>Does not admit the person.</summary>
    Refuse,

    /// <summary>Sets the admission aside.</summary>
    Suspend,

    /// <summary>Ends the suspension.</summary>
    Resume,

    /// <summary>Takes the admission back for good.</summary>
    Revoke,

    /// <summary>Looks again at what was decided.</summary>
    Reopen,

    /// <summary>Notes the answer of the vetting authority.</summary>
    Vet,
}

/// <summary>What a reviewer may say of one case.</summary>
public sealed class ReviewForm
{
    /// <summary>What is done.</summary>
    public ReviewAct Act { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>Version of the case that the reviewer saw.</summary>
    public uint Version { get; set; }

    /// <summary>Why; for a refusal, suspension, revocation or a second look.</summary>
    public string? Reason { get; set; }

    /// <summary>Comments by field, for a return; blank ones are left out.</summary>
    public Dictionary<string, string?> Comments { get; set; } = [];

    /// <summary>The answer, for <see cref="ReviewAct.Vet"/>.</summary>
    public Vetting Vetting { get; set; }

    internal IReadOnlyList<FieldComment> FieldComments() =>
        [.. Comments.Where(comment => !string.IsNullOrWhiteSpace(comment.Value)).Select(comment => new FieldComment(comment.Key, comment.Value!))];
}
