using System.Text;

namespace ScoEvents.Exports.Tests.Ics;

/// <summary>A strict reader of iCalendar that shares nothing with the writer: what is not in the grammar is an error.</summary>
internal sealed class IcsReader
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Queue<IcsProperty> _lines;

    private IcsReader(IEnumerable<IcsProperty> lines) => _lines = new Queue<IcsProperty>(lines);

    public static IcsComponent Read(byte[] calendar)
    {
        var reader = new IcsReader(Unfold(calendar).Select(ParseLine));
        var root = reader.ReadComponent();
        return reader._lines.Count == 0 ? root : throw new FormatException("Something follows the calendar.");
    }

    /// <summary>Physical lines as octets, without their CRLF; every one must be whole UTF-8 by itself.</summary>
    public static List<byte[]> PhysicalLines(byte[] calendar)
    {
        var lines = new List<byte[]>();
        var start = 0;
        for (var i = 0; i < calendar.Length; i++)
        {
            if (calendar[i] == '\n')
            {
                throw new FormatException("A line feed without a carriage return.");
            }

            if (calendar[i] != '\r')
            {
                continue;
            }

            if (i + 1 == calendar.Length || calendar[i + 1] != '\n')
            {
                throw new FormatException("A carriage return without a line feed.");
            }

            lines.Add(calendar[start..i]);
            start = ++i + 1;
        }

        return start == calendar.Length ? lines : throw new FormatException("The last line is not ended.");
    }

    private static List<string> Unfold(byte[] calendar)
    {
        var lines = new List<string>();
        foreach (var physical in PhysicalLines(calendar))
        {
            if (physical.Length is 0 or > 75)
            {
                throw new FormatException($"A line of {physical.Length} octets.");
            }

            var text = _strictUtf8.GetString(physical);
            if (text[0] != ' ')
            {
                lines.Add(text);
            }
            else
            {
                lines[^1] += text[1..];
            }
        }

        return lines;
    }

    private static IcsProperty ParseLine(string line)
    {
        if (line.Any(character => character < ' ' || character == '\u007F'))
        {
            throw new FormatException("A control character in a line.");
        }

        var nameEnd = line.IndexOfAny([';', ':']);
        var name = nameEnd > 0 ? line[..nameEnd] : throw new FormatException($"No name in '{line}'.");
        if (!name.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '-'))
        {
            throw new FormatException($"'{name}' is no name.");
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = nameEnd;
        while (line[at] == ';')
        {
            var valueEnd = line.IndexOfAny([';', ':'], at + 1);
            var pair = line[(at + 1)..valueEnd].Split('=');
            parameters.Add(pair[0], pair.Length == 2 ? pair[1] : throw new FormatException($"A broken parameter in '{line}'."));
            at = valueEnd;
        }

        return new IcsProperty(name, parameters, line[(at + 1)..]);
    }

    private IcsComponent ReadComponent()
    {
        var begin = _lines.Dequeue();
        if (begin.Name != "BEGIN")
        {
            throw new FormatException($"{begin.Name} where a component begins.");
        }

        var component = new IcsComponent(begin.Value, [], []);
        while (_lines.Peek().Name != "END")
        {
            if (_lines.Peek().Name == "BEGIN")
            {
                component.Components.Add(ReadComponent());
            }
            else
            {
                component.Properties.Add(_lines.Dequeue());
            }
        }

        return _lines.Dequeue().Value == begin.Value ? component : throw new FormatException($"{begin.Value} is not closed.");
    }
}

internal sealed record IcsProperty(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>The value as text; an unknown escape or a bare separator is an error.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            for (var i = 0; i < Value.Length; i++)
            {
                text.Append(Value[i] switch
                {
                    '\\' => Value[++i] switch
                    {
                        'n' or 'N' => '\n',
                        '\\' or ';' or ',' => Value[i],
                        _ => throw new FormatException($"An unknown escape in '{Value}'."),
                    },
                    ';' or ',' => throw new FormatException($"A bare separator in '{Value}'."),
                    _ => Value[i],
                });
            }

            return text.ToString();
        }
    }
}

internal sealed record IcsComponent(string Name, List<IcsProperty> Properties, List<IcsComponent> Components)
{
    public IcsProperty this[string name] => Properties.Single(property => property.Name == name);

    public List<IcsComponent> Events => Components.FindAll(component => component.Name == "VEVENT");

    public IcsComponent Zone => Components.Single(component => component.Name == "VTIMEZONE");

    /// <summary>A date-time property as an instant, its zone read from the VTIMEZONE and nowhere else.</summary>
    public DateTimeOffset InstantOf(IcsComponent calendar, string name)
    {
        var property = this[name];
        if (property.Value.EndsWith('Z'))
        {
            return new DateTimeOffset(IcsTime.Parse(property.Value[..^1]), TimeSpan.Zero);
        }

        if (property.Parameters["TZID"] != calendar.Zone["TZID"].Value)
        {
            throw new FormatException("A zone that is not described.");
        }

        var local = IcsTime.Parse(property.Value);
        var observance = calendar.Zone.Components
            .Where(component => IcsTime.Parse(component["DTSTART"].Value) <= local)
            .MaxBy(component => component["DTSTART"].Value, StringComparer.Ordinal)
            ?? throw new FormatException("A time before every observance.");
        var next = IcsTime.Offset(observance["TZOFFSETTO"].Value);
        var onset = IcsTime.Parse(observance["DTSTART"].Value);
        var previous = IcsTime.Offset(observance["TZOFFSETFROM"].Value);
        // Onsets are given in the old offset; a repeated local time means its first pass, still in the old one.
        var isRepeatedFirstPass = next < previous && local < onset;
        return new DateTimeOffset(local, isRepeatedFirstPass ? previous : next);
    }
}

internal static class IcsTime
{
    public static DateTime Parse(string value) => DateTime.ParseExact(
        value, "yyyyMMdd'T'HHmmss", System.Globalization.CultureInfo.InvariantCulture);

    public static TimeSpan Offset(string value)
    {
        var span = TimeSpan.ParseExact(value[1..], "hhmm", System.Globalization.CultureInfo.InvariantCulture);
        return value[0] == '-' ? -span : span;
    }
}
