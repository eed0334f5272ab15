using System.Globalization;
using System.Text.Json;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Takes single values out of JSON of any shape.</summary>
internal sealed class ScheduleJsonCells(ScheduleProblems problems)
{
    /// <summary>A text, number or truth value as text; null for none. Another type than the wanted one is told.</summary>
    public string? Cell(JsonElement parent, string name, string path, int? row, JsonValueKind wanted = JsonValueKind.String)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value))
        {
            return null;
        }

        var kind = value.ValueKind;
        switch (kind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            case JsonValueKind.Object or JsonValueKind.Array:
                problems.Refused(ValueUnreadable, $"{path}.{name}", row, name, Word(kind));
                return null;
            default:
                var text = Text(value);
                if (text.Length > 0 && Word(kind) != Word(wanted))
                {
                    problems.Repaired(WrongType, $"{path}.{name}", row, name, Word(kind));
                }

                return text;
        }
    }

    /// <summary>A text, or an object of texts by language.</summary>
    public RawText Words(JsonElement parent, string name, string path, int? row)
    {
        var words = new RawText();
        if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object)
        {
            Forms(value, words, $"{path}.{name}", row);
            words.Text = words.Forms.FirstOrDefault(form => form.Key.StartsWith("en", StringComparison.OrdinalIgnoreCase)).Value
                ?? words.Forms.FirstOrDefault().Value;
            return words;
        }

        words.Text = Cell(parent, name, path, row);
        return words;
    }

    /// <summary>Adds the forms that an object holds by language.</summary>
    public void Forms(JsonElement value, RawText words, string path, int? row)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var form in value.EnumerateObject())
        {
            if (form.Value.ValueKind == JsonValueKind.String)
            {
                words.Forms.Add(new(form.Name, Text(form.Value)));
            }
            else if (form.Value.ValueKind != JsonValueKind.Null)
            {
                problems.Refused(ValueUnreadable, path, row, form.Name, Word(form.Value.ValueKind));
            }
        }
    }

    /// <summary>A member that is an object; nothing otherwise.</summary>
    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    /// <summary>What a list holds; programs that know no lists write objects with numbers for names.</summary>
    public IEnumerable<(JsonElement Value, string Path)> Items(JsonElement list, string path, int? row)
    {
        switch (list.ValueKind)
        {
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in list.EnumerateArray())
                {
                    yield return (item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
                }

                break;
            case JsonValueKind.Object:
                foreach (var item in list.EnumerateObject())
                {
                    yield return (item.Value, $"{path}[{Quoted(item.Name)}]");
                }

                break;
            case JsonValueKind.Undefined or JsonValueKind.Null:
                break;
            default:
                problems.Refused(ValueUnreadable, path, row, path[(path.LastIndexOf('.') + 1)..], Word(list.ValueKind));
                break;
        }
    }

    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    public static string Quoted(string name) => $"\"{(name.Length <= 80 ? name : name[..80])}\"";

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
