using Microsoft.AspNetCore.Http.Features;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Who reads an answer, and in which language texts are to come.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Language">The one language that was asked for, or null for texts in all that they have.</param>
internal sealed record ApiReader(ApiCaller Caller, string? Language)
{
    /// <summary>What the gate found out of the request.</summary>
    public static ApiReader Of(HttpContext context) => context.Features.GetRequiredFeature<ApiReader>();

    /// <summary>A text as the reader wants it: whole, or the one form that a reader of the language gets.</summary>
    public LocalizedText Text(LocalizedText text) =>
        Language is null ? text : text.For(Language) is { } form ? LocalizedText.Of(form.Language, form.Text) : LocalizedText.Empty;
}
