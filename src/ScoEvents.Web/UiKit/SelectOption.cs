namespace ScoEvents.Web.UiKit;

/// <summary>One choice of a <see cref="SelectField{T}"/>; options of one <paramref name="Group"/> must follow each other.</summary>
public sealed record SelectOption<T>(T Value, string Text, string? Group = null)
{
    /// <summary>Language of the text where it is not the reader's, as of a name that has no form in it.</summary>
    public string? Language { get; init; }
}
