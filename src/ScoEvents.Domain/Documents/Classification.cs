namespace ScoEvents.Domain.Documents;

/// <summary>How far a text, file or session may travel, from no limit to those present; a later value is stricter.</summary>
/// <remarks>FIRST Traffic Light Protocol 2.0; domain rule 13.</remarks>
public enum Classification
{
    /// <summary><c>TLP:CLEAR</c>: no limit.</summary>
    Clear,

    /// <summary><c>TLP:GREEN</c>: the community, not public channels.</summary>
    Green,

    /// <summary><c>TLP:AMBER</c>: the recipient's organization and its clients, need to know.</summary>
    Amber,

    /// <summary><c>TLP:AMBER+STRICT</c>: the recipient's organization only, need to know.</summary>
    AmberStrict,

    /// <summary><c>TLP:RED</c>: only those present or named.</summary>
    Red,
}

/// <summary>How a classification is written.</summary>
public static class ClassificationMarkings
{
    /// <summary>The marking as the protocol writes it, such as <c>TLP:AMBER+STRICT</c>; the same in every language.</summary>
    public static string Marking(this Classification classification) => classification switch
    {
        Classification.Clear => "TLP:CLEAR",
        Classification.Green => "TLP:GREEN",
        Classification.Amber => "TLP:AMBER",
        Classification.AmberStrict => "TLP:AMBER+STRICT",
        Classification.Red => "TLP:RED",
    };
}
