using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Rendering;
using ScoEvents.Web.Shell;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>No page says a word that is not in the language files: what the compiled pages write literally is read from their instructions.</summary>
public sealed partial class LiteralTextsTests
{
    private static readonly HashSet<string> _spoken = ["title", "alt", "aria-label", "aria-description", "placeholder", "Label", "Title", "Text", "Help", "Caption", "Subtitle"];
    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    // Names of formats and of the portal itself are the same in every language.
    private static readonly string[] _names = ["ScoEvents", "PDF", "CSV", "XLSX", "DOCX", "Word", "iCalendar", "TLP:AMBER", "TLP", "UTC", "Ctrl+K"];

    [Fact]
    public void No_page_writes_a_word_of_its_own()
    {
        var literals = typeof(PortalRoutes).Assembly.GetTypes()
            .Where(type => type.FullName?.Contains(".Gallery", StringComparison.Ordinal) == false)
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .SelectMany(Literals)
            .ToList();

        Assert.InRange(literals.Count, 500, 100_000);
        Assert.Empty(literals.Where(IsWord).Select(literal => $"{literal.Page}: {literal.Text}"));
    }

    private static bool IsWord(Literal literal)
    {
        if (literal.Attribute is { } attribute)
        {
            return _spoken.Contains(attribute) && HasWord(literal.Text);
        }

        return HasWord(Tag().Replace(Hidden().Replace(literal.Text, ""), " ")) || Attribute().Matches(literal.Text).Any(match => HasWord(match.Groups["text"].Value));
    }

    private static bool HasWord(string text) =>
        Word().IsMatch(_names.Aggregate(System.Net.WebUtility.HtmlDecode(text), (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)));

    /// <summary>What a method hands to a render tree as written in the page: markup, text, and values of attributes.</summary>
    private static IEnumerable<Literal> Literals(MethodInfo method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        var module = method.Module;
        var generics = (Type: method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, Method: method.IsGenericMethod ? method.GetGenericArguments() : null);
        var (before, last) = ((string?)null, (string?)null);
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var operation = _codes[value];
            at += operation.Size;
            if (operation == OpCodes.Ldstr)
            {
                (before, last) = (last, module.ResolveString(BitConverter.ToInt32(code, at)));
            }
            else if (operation == OpCodes.Callvirt || operation == OpCodes.Call)
            {
                var called = module.ResolveMethod(BitConverter.ToInt32(code, at), generics.Type, generics.Method);
                if (last is not null && called?.DeclaringType == typeof(RenderTreeBuilder) && called.GetParameters()[^1].ParameterType == typeof(string))
                {
                    if (called.Name is nameof(RenderTreeBuilder.AddMarkupContent) or nameof(RenderTreeBuilder.AddContent))
                    {
                        yield return new Literal(method.DeclaringType!.FullName!, null, last);
                    }
                    else if (called.Name == nameof(RenderTreeBuilder.AddAttribute) && before is not null)
                    {
                        yield return new Literal(method.DeclaringType!.FullName!, before, last);
                    }
                }

                (before, last) = (null, null);
            }

            at += OperandSize(operation, code, at);
        }
    }

    private static int OperandSize(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };

    private sealed record Literal(string Page, string? Attribute, string Text);

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("<(script|style|svg)[^>]*>.*?</\\1>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("(?:title|alt|aria-label|placeholder)=\"(?<text>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
