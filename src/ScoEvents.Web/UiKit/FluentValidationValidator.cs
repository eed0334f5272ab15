using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace ScoEvents.Web.UiKit;

/// <summary>
/// Checks the surrounding form with the registered <see cref="IValidator{T}"/> of its model: all of it on submit,
/// each touched field on change once it was submitted, for nobody likes to be corrected while typing. <see cref="Show"/> adds what the service refused afterwards.
/// </summary>
public sealed class FluentValidationValidator : ComponentBase, IDisposable
{
    private EditContext? _form;
    private ValidationMessageStore? _messages;
    private IValidator? _validator;
    private bool _isSubmitted;

    [Inject]
    public required IServiceProvider Services { get; init; }

    [CascadingParameter]
    public EditContext? EditContext { get; set; }

    /// <summary>The validator to use instead of the registered one.</summary>
    [Parameter]
    public IValidator? Validator { get; set; }

    /// <summary>Shows errors of a service beside their fields; they go when the field is changed or the form is sent again.</summary>
    public void Show(IEnumerable<(string Field, string Message)> errors) => _messages!.AddErrors(_form!, errors);

    public void Dispose() => Detach();

    protected override void OnParametersSet()
    {
        if (EditContext is null)
        {
            throw new InvalidOperationException($"{nameof(FluentValidationValidator)} belongs inside an EditForm.");
        }

        if (ReferenceEquals(_form, EditContext))
        {
            return;
        }

        Detach();
        _form = EditContext;
        _isSubmitted = false;
        _messages = new ValidationMessageStore(_form);
        _validator = Validator
            ?? (IValidator?)Services.GetService(typeof(IValidator<>).MakeGenericType(_form.Model.GetType()));
        _form.OnValidationRequested += OnValidationRequested;
        _form.OnFieldChanged += OnFieldChanged;
    }

    private void OnValidationRequested(object? sender, ValidationRequestedEventArgs e)
    {
        _isSubmitted = true;
        _messages!.Clear();
        _messages.AddErrors(_form!, Check());
    }

    private void OnFieldChanged(object? sender, FieldChangedEventArgs e)
    {
        _messages!.Clear(e.FieldIdentifier);
        if (!_isSubmitted)
        {
            return;
        }

        _messages.AddErrors(_form!, Check().Where(error =>
            FieldErrors.FindField(_form!.Model, error.Field).Equals(e.FieldIdentifier)));
    }

    private IEnumerable<(string Field, string Message)> Check() => _validator is null
        ? []
        : _validator.Validate(new ValidationContext<object>(_form!.Model)).Errors
            .Select(failure => (failure.PropertyName, failure.ErrorMessage));

    private void Detach()
    {
        if (_form is null)
        {
            return;
        }

        _form.OnValidationRequested -= OnValidationRequested;
        _form.OnFieldChanged -= OnFieldChanged;
    }
}
