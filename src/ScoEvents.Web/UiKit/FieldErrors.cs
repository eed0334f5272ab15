using Microsoft.AspNetCore.Components.Forms;

namespace ScoEvents.Web.UiKit;

/// <summary>Ties errors that are known by a path, such as <c>Title.En</c> or <c>Members[2].Email</c>, to the fields of a form.</summary>
public static class FieldErrors
{
    private static readonly object _inputIds = new();

    /// <summary>
    /// Puts errors of a service or validator beside their fields. An empty path, or one that no longer leads to
    /// an object, belongs to the form as a whole. Tells the form that its messages have changed.
    /// </summary>
    public static void AddErrors(
        this ValidationMessageStore messages, EditContext form, IEnumerable<(string Field, string Message)> errors)
    {
        foreach (var (field, message) in errors)
        {
            messages.Add(FindField(form.Model, field), message);
        }

        form.NotifyValidationStateChanged();
    }

    /// <summary>The field at the end of a path of properties and list indices that starts at <paramref name="model"/>.</summary>
    public static FieldIdentifier FindField(object model, string path)
    {
        var steps = path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries);
        var owner = model;
        for (var i = 0; i < steps.Length - 1; i++)
        {
            if (Follow(owner, steps[i]) is not { } next)
            {
                return new FieldIdentifier(model, "");
            }

            owner = next;
        }

        return new FieldIdentifier(owner, steps is [] ? "" : steps[^1].TrimEnd(']'));
    }

    internal static void RememberInput(this EditContext form, FieldIdentifier field, string inputId, string label) =>
        form.Inputs()[field] = (inputId, label);

    /// <summary>
    /// Errors in the order in which fields stand on the page, then those of the form as a whole; each with the
    /// id and the label of its input, if it has one.
    /// </summary>
    internal static List<(string Message, string? InputId, string? Label)> ErrorsInOrder(this EditContext form)
    {
        var inputs = form.Inputs();
        var ofFields = inputs.SelectMany(input =>
            form.GetValidationMessages(input.Key).Select(message => (message, (string?)input.Value.Id, (string?)input.Value.Label))).ToList();
        var shown = ofFields.Select(error => error.message).ToHashSet();
        return
        [
            .. ofFields,
            .. form.GetValidationMessages().Where(message => !shown.Contains(message)).Select(message => (message, (string?)null, (string?)null)),
        ];
    }

    private static OrderedDictionary<FieldIdentifier, (string Id, string Label)> Inputs(this EditContext form)
    {
        if (form.Properties.TryGetValue(_inputIds, out var known))
        {
            return (OrderedDictionary<FieldIdentifier, (string Id, string Label)>)known;
        }

        var created = new OrderedDictionary<FieldIdentifier, (string Id, string Label)>();
        form.Properties[_inputIds] = created;
        return created;
    }

    private static object? Follow(object owner, string step)
    {
        if (!step.EndsWith(']'))
        {
            return owner.GetType().GetProperty(step)?.GetValue(owner);
        }

        return owner is System.Collections.IList list
            && int.TryParse(step.TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture, out var index)
            && index >= 0 && index < list.Count
                ? list[index]
                : null;
    }
}
