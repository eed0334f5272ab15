using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScoEvents.Exports.Docx;

/// <summary>What every Word document of the portal has.</summary>
internal static class DocxFile
{
    /// <summary>The settings of the document.</summary>
    // Word takes a document without this for one of 2007 and opens it in compatibility mode.
    public static Settings Settings() => new(new Compatibility(new CompatibilitySetting
    {
        Name = CompatSettingNameValues.CompatibilityMode,
        Uri = "http://schemas.microsoft.com/office/word",
        Val = "15",
    }));

    /// <summary>Number and count of the pages as fields that Word keeps up to date.</summary>
    /// <param name="pattern">Words with {0} for the page and then {1} for how many there are.</param>
    /// <param name="text">The language.</param>
    public static IEnumerable<OpenXmlElement> PageOfPages(string pattern, DocxText text)
    {
        var (page, pages) = (pattern.IndexOf("{0}", StringComparison.Ordinal), pattern.IndexOf("{1}", StringComparison.Ordinal));
        if (page < 0 || pages < page)
        {
            throw new ArgumentException("PageOfPages must name {0} and then {1}.", nameof(pattern));
        }

        return [text.Raw(pattern[..page]), Field(" PAGE "), text.Raw(pattern[(page + 3)..pages]), Field(" NUMPAGES "), text.Raw(pattern[(pages + 3)..])];
    }

    private static SimpleField Field(string code) => new(new Run(new Text("1"))) { Instruction = code };
}
