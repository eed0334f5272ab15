using System.Text;
using System.Xml;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>A small piece of XML, one session or one room's head at a time.</summary>
internal sealed class ScheduleXmlTree(string name)
{
    // Texts and elements in the order in which they stand.
    private readonly List<object> _content = [];

    public string Name { get; } = name;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<ScheduleXmlTree> Children { get; } = [];

    /// <summary>Translations that stand in or, for persons and tracks, right behind the element.</summary>
    public List<(string Field, string Language, string Text)> Forms { get; } = [];

    /// <summary>The text; elements within it come as tags, so that they are treated like other markup.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            AppendContent(text);
            return text.ToString();
        }
    }

    public string? Attribute(string attribute) => Attributes.GetValueOrDefault(attribute);

    public ScheduleXmlTree? Child(string child) => Children.Find(one => one.Name == child);

    public string? Cell(string child) => Child(child)?.Text;

    /// <summary>Reads the element that the reader stands on, and leaves the reader at its end.</summary>
    /// <remarks>The depth is bounded by the caller's check at each node, so the recursion is too.</remarks>
    public static ScheduleXmlTree Read(XmlReader reader, Action<XmlReader> check)
    {
        var tree = Head(reader);
        if (reader.IsEmptyElement)
        {
            return tree;
        }

        ScheduleXmlTree? previous = null;
        while (reader.Read())
        {
            check(reader);
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    previous = Read(reader, check);
                    tree.Children.Add(previous);
                    tree._content.Add(previous);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    tree._content.Add(reader.Value);
                    break;
                case XmlNodeType.ProcessingInstruction when reader.Name == ScheduleExtension.Name:
                    if (ScheduleExtension.Parse(reader.Value) is { } form)
                    {
                        (previous is { Name: "person" or "track" } ? previous : tree).Forms.Add(form);
                    }

                    break;
                case XmlNodeType.EndElement:
                    return tree;
                default:
                    break;
            }
        }

        return tree;
    }

    /// <summary>The element's name and attributes without what is in it.</summary>
    public static ScheduleXmlTree Head(XmlReader reader)
    {
        var tree = new ScheduleXmlTree(reader.LocalName);
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                tree.Attributes[reader.LocalName] = reader.Value;
            }
            while (reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        return tree;
    }

    private void AppendContent(StringBuilder text)
    {
        foreach (var part in _content)
        {
            if (part is not ScheduleXmlTree element)
            {
                text.Append((string)part);
                continue;
            }

            text.Append('<').Append(element.Name);
            if (element.Attribute("href") is { } address)
            {
                text.Append(" href=\"").Append(address.Replace("\"", "%22", StringComparison.Ordinal)).Append('"');
            }

            text.Append('>');
            element.AppendContent(text);
            text.Append("</").Append(element.Name).Append('>');
        }
    }
}
