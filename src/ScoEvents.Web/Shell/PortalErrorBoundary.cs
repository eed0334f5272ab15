using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Shell;

/// <summary>
/// Keeps a failed staff page from taking its circuit along: says what happened with a reference number that the
/// log carries too, and offers another try.
/// </summary>
public sealed partial class PortalErrorBoundary : ErrorBoundaryBase
{
    private string _reference = "";

    [Inject]
    public required ILogger<PortalErrorBoundary> Logger { get; init; }

    [Inject]
    public required IStringLocalizer<ShellTexts> Texts { get; init; }

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = ActivityTraceId.CreateRandom().ToHexString();
        LogFailure(Logger, exception, _reference);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<PageFailure>(1);
        builder.AddComponentParameter(2, nameof(PageFailure.Status), ErrorPages.StatusOf(CurrentException));
        builder.AddComponentParameter(3, nameof(PageFailure.Reference), _reference);
        builder.AddComponentParameter(4, nameof(PageFailure.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(LogLevel.Error, "A staff page failed; its reader was given the reference {Reference}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string reference);
}
