using Microsoft.AspNetCore.Components;

namespace ScoEvents.Web.UiKit.Gallery;

public sealed partial class GalleryPage
{
    private static readonly GalleryRow[] _rows = [new("Hall A", 120), new("Hall B", 40), new("Зал 3", 24)];

    private readonly GalleryForm _form = new();
    private ConfirmDialog? _confirm;
    private bool _isDevelopment;
    private string _answer = "";

    [Inject]
    public required IHostEnvironment Environment { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized()
    {
        _isDevelopment = Environment.IsDevelopment();
        if (!_isDevelopment)
        {
            Navigation.NotFound();
        }
    }

    private static void Fail() => throw new InvalidOperationException("Asked to fail.");

    private async Task AskAsync()
    {
        var isConfirmed = await _confirm!.AskAsync(
            "Publish release 3?", "Two sessions move, four delegations will be notified.", "Publish");
        _answer = isConfirmed ? "Confirmed" : "Cancelled";
    }

    public sealed record GalleryRow(string Room, int Seats);
}
