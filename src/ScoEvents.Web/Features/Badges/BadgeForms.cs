using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Badges;

namespace ScoEvents.Web.Features.Badges;

/// <summary>Why a badge is taken back.</summary>
public sealed class RevokeForm
{
    /// <summary>1 to <see cref="Domain.Accreditation.Badge.MaxReasonLength"/> characters.</summary>
    public string? Reason { get; set; }
}

/// <summary>What is printed, and how.</summary>
public sealed class BadgePrintForm
{
    /// <summary>The most badges of one file: more would keep the browser that prints them too long.</summary>
    public const int MaxBadges = 300;

    /// <summary>Sheets or single badges.</summary>
    public BadgeLayout Layout { get; set; } = BadgeLayout.Sheet;

    /// <summary>The paper of sheets.</summary>
    public PaperSize Paper { get; set; } = PaperSize.A4;

    /// <summary>Language of the words on the badges.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Whose; empty for everybody with a valid badge.</summary>
    public IReadOnlyList<Guid> DelegateIds { get; set; } = [];

    /// <summary>Which <see cref="MaxBadges"/> of everybody, from 0, in protocol order.</summary>
    public int Part { get; set; }
}
