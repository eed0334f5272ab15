namespace ScoEvents.Exports;

/// <summary>Which way the lines of a document run; the language alone does not say it to the writers.</summary>
public enum TextDirection
{
    /// <summary>English, Russian, Chinese, Hindi.</summary>
    LeftToRight,

    /// <summary>Urdu: the whole layout is mirrored, numbers and Latin names are not.</summary>
    RightToLeft,
}
