using FluentValidation;
using ScoEvents.Web.UiKit.Gallery;

namespace ScoEvents.Web.UiKit;

internal static class UiKitModule
{
    public static void AddUiKit(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ElementIds>();
        builder.Services.AddScoped<UndoShelf>();
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<IValidator<GalleryForm>, GalleryFormValidator>();
        }
    }
}
