using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace ScoEvents.Web.Shell;

public sealed partial class StaffLayout
{
    private IReadOnlyList<StaffNavItem> _items = [];
    private PortalErrorBoundary? _errorBoundary;

    [Inject]
    public required IEnumerable<StaffNavItem> Items { get; init; }

    [Inject]
    public required IStringLocalizerFactory TextsFactory { get; init; }

    [Inject]
    public required IStringLocalizer<ShellTexts> Texts { get; init; }

    protected override void OnInitialized() => _items = [.. Items.OrderBy(item => item.Order)];

    /// <summary>A new page starts afresh after the one before it failed.</summary>
    protected override void OnParametersSet() => _errorBoundary?.Recover();

    // Every staff address begins with that of the first page.
    private static NavLinkMatch MatchOf(StaffNavItem item) => item.Address == PortalRoutes.StaffHome ? NavLinkMatch.All : NavLinkMatch.Prefix;

    private string TextOf(StaffNavItem item) => TextsFactory.Create(item.Texts)[item.TextKey];
}
