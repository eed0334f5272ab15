using System.Text;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Invitations;

/// <summary>The names in braces that stand in the text of a note for what differs from side to side.</summary>
/// <remarks>Text only: a value is set as it is and never read for further names.</remarks>
public static class NotePlaceholders
{
    /// <summary>Whom the note is addressed to, as in "presents its compliments to …".</summary>
    public const string Addressee = "addressee";

    /// <summary>The capacity in which the side is invited, by its status on the event's first day.</summary>
    public const string Capacity = "capacity";

    /// <summary>The days of the event.</summary>
    public const string Dates = "dates";

    /// <summary>The day by which an answer is asked for.</summary>
    public const string Deadline = "deadline";

    /// <summary>The title of the event.</summary>
    public const string Event = "event";

    /// <summary>What has not been received, one point a line.</summary>
    public const string Missing = "missing";

    /// <summary>What readers are told of a postponement or cancellation; may be empty.</summary>
    public const string Notice = "notice";

    /// <summary>City and country.</summary>
    public const string Place = "place";

    /// <summary>Persons that the side may send.</summary>
    public const string Quota = "quota";

    /// <summary>The note by which the side was invited, with its day.</summary>
    public const string Reference = "reference";

    /// <summary>The secretariat that writes.</summary>
    public const string Secretariat = "secretariat";

    /// <summary>The short name of the side.</summary>
    public const string Side = "side";

    /// <summary>The formal name of the side, as in "representatives of …".</summary>
    public const string State = "state";

    private static readonly string[] _always = [Addressee, Capacity, Dates, Deadline, Event, Place, Quota, Secretariat, Side, State];

    /// <summary>The names that a note of a kind may use, in alphabetical order.</summary>
    public static IReadOnlyList<string> Of(NoteKind kind)
    {
        IEnumerable<string> own = kind switch
        {
            NoteKind.Invitation => [],
            NoteKind.Reminder => [Missing, Reference],
            NoteKind.Change or NoteKind.Cancellation => [Notice, Reference],
        };
        return [.. _always.Concat(own).Order(StringComparer.Ordinal)];
    }

    /// <summary>Checks a text before it is kept. Refused, beside the field Body: <c>note.text-missing</c>, <c>note.text-too-long</c>, <c>characters</c>, <c>note.brace</c> for a brace without its other half, <c>note.placeholder-unknown</c> with the name.</summary>
    public static Result Check(NoteKind kind, string? text)
    {
        var body = Clean(text);
        if (body.Length == 0)
        {
            return Error.Invalid("Body", "note.text-missing");
        }

        if (body.Length > NoteVerbale.MaxBodyLength / 2)
        {
            return Error.Invalid("Body", "note.text-too-long", NoteVerbale.MaxBodyLength / 2);
        }

        if (PlainText.HasForbiddenCharacters(body, allowLineBreaks: true))
        {
            return Error.Characters("Body");
        }

        if (Parts(body) is not { } parts)
        {
            return Error.Invalid("Body", "note.brace");
        }

        var known = Of(kind);
        var unknown = parts.Where(part => part.IsName && !known.Contains(part.Text)).Select(part => Error.Invalid("Body", "note.placeholder-unknown", $"{{{part.Text}}}")).ToList();
        return unknown.Count == 0 ? Result.Success : Result.Fail([.. unknown.DistinctBy(error => error.Arguments[0])]);
    }

    /// <summary>Sets the values into a checked text. Refused: <c>note.value-missing</c> with the name of one that is used and not known; an empty value is one, but for <see cref="Notice"/>.</summary>
    /// <param name="text">The text; a paragraph that comes out empty is left out.</param>
    /// <param name="values">By name without braces.</param>
    public static Result<string> Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        foreach (var (part, isName) in Parts(Clean(text)) ?? [])
        {
            if (!isName)
            {
                filled.Append(part);
            }
            else if (values.TryGetValue(part, out var value) && (value.Length > 0 || part == Notice))
            {
                filled.Append(value);
            }
            else
            {
                return Error.Refused("note.value-missing", $"{{{part}}}");
            }
        }

        return string.Join("\n\n", filled.ToString().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>A text as it is kept: line breaks as line feeds, cleaned.</summary>
    public static string Clean(string? text) => PlainText.Clean(text?.ReplaceLineEndings("\n"));

    /// <summary>Texts and names in turn, or null where braces do not match.</summary>
    private static List<(string Text, bool IsName)>? Parts(string text)
    {
        List<(string, bool)> parts = [];
        var at = 0;
        while (at < text.Length)
        {
            var brace = text.IndexOfAny(['{', '}'], at);
            if (brace < 0)
            {
                parts.Add((text[at..], false));
                break;
            }

            var end = text[brace] == '{' ? text.IndexOfAny(['{', '}'], brace + 1) : -1;
            if (end < 0 || text[end] == '{')
            {
                return null;
            }

            if (brace > at)
            {
                parts.Add((text[at..brace], false));
            }

            parts.Add((text[(brace + 1)..end], true));
            at = end + 1;
        }

        return parts;
    }
}
