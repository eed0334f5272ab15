namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser says who loads a release back into the draft.</summary>
public sealed class LoadForm
{
    /// <summary><see cref="LoadPreview.Stamp"/> of the outcome that was shown; where the draft changed meanwhile so that another would come of it, nothing is done.</summary>
    public string? Stamp { get; set; }
}
