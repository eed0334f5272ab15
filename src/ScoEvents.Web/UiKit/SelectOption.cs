namespace ScoEvents.Web.UiKit;

/// <summary>One choice of a <see cref="SelectField{T}"/>; options of one <paramref name="Group"/> must follow each other.</summary>
public sealed record SelectOption<T>(T Value, string Text, string? Group = null);
