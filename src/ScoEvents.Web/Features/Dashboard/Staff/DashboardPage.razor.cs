using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Dashboard.Staff;

public sealed partial class DashboardPage
{
    private bool _hasNoPart;

    [Inject]
    public required AuthenticationStateProvider Authentication { get; init; }

    [Inject]
    public required IStringLocalizer<DashboardTexts> Texts { get; init; }

    protected override async Task OnInitializedAsync() =>
        _hasNoPart = !(await Authentication.GetAuthenticationStateAsync()).User.HasClaim(claim => claim.Type == PortalPolicies.Claim);
}
