using FluentValidation;

namespace ScoEvents.Web.UiKit.Gallery;

/// <summary>The form of the gallery page, which exists in development only.</summary>
public sealed class GalleryForm
{
    public string? Name { get; set; }

    public string? Note { get; set; }

    public string? City { get; set; }

    public DateOnly? Day { get; set; }

    public TimeOnly? Start { get; set; }

    public int? Seats { get; set; }

    public bool IsOpen { get; set; }

    public LocalizedTextInput Title { get; set; } = new();
}

public sealed class GalleryFormValidator : AbstractValidator<GalleryForm>
{
    public GalleryFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty();
        RuleFor(form => form.City).NotEmpty();
        RuleFor(form => form.Seats).InclusiveBetween(1, 500);
        RuleFor(form => form.Title.En).NotEmpty();
    }
}
