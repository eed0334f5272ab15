namespace ScoEvents.Web.UiKit;

/// <summary>
/// Gives ids that are unique in one document: the same for the same page on every request, and never twice in
/// a circuit.
/// </summary>
public sealed class ElementIds
{
    private int _last;

    public string Next(string prefix) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}-{++_last}");
}
