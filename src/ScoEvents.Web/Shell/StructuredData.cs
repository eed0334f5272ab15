using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ScoEvents.Web.Shell;

/// <summary>
/// What a page tells other programs, as JSON-LD. A block of data is no script: browsers never run it, and the content
/// policy has nothing to say of it.
/// </summary>
/// <remarks>The one place that writes markup of its own: within a script element the framework would write JSON as a script's string, which no reader of JSON understands.</remarks>
public sealed class StructuredData : ComponentBase
{
    // Every letter as it is, but for what could end the element: less-than, greater-than and ampersand become \u escapes.
    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The thing described, of one of the types of schema.org.</summary>
    [Parameter, EditorRequired]
    public required JsonObject Thing { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        Thing["@context"] = "https://schema.org";
        builder.AddMarkupContent(0, $"<script type=\"application/ld+json\">{Thing.ToJsonString(_options)}</script>");
    }
}
