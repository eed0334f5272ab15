namespace ScoEvents.Web.Features.Privacy;

/// <summary>What a registrar may set of retention.</summary>
public sealed class RetentionForm
{
    /// <summary>Last day on which passport data are kept; null keeps them until somebody purges.</summary>
    public DateOnly? Day { get; set; }
}
