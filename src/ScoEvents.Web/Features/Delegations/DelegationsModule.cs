using FluentValidation;
using ScoEvents.Web.Security;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Delegations;

internal static class DelegationsModule
{
    public static void AddDelegations(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<InvitationService>();
        builder.Services.AddScoped<InvitationQueries>();
        builder.Services.AddScoped<DelegationService>();
        builder.Services.AddScoped<DelegationQueries>();
        builder.Services.AddScoped<ExchangeMails>();
        builder.Services.AddScoped<ExchangeWriter>();
        builder.Services.AddScoped<DelegationSettingsService>();
        builder.Services.AddScoped<DelegationSettingsQueries>();
        builder.Services.AddScoped<DelegateDraftService>();
        builder.Services.AddScoped<PassportService>();
        builder.Services.AddScoped<PhotoQueries>();
        builder.Services.AddScoped<IValidator<InviteForm>, InviteFormValidator>();
        builder.Services.AddScoped<IValidator<QuotaForm>, QuotaFormValidator>();
        builder.Services.AddScoped<IValidator<DelegateForm>, DelegateFormValidator>();
        builder.Services.AddSingleton(new StaffNavItem(20, typeof(DelegationsTexts), "MyInvitations", PortalRoutes.StaffInvitations, PortalPolicies.FocalPoint));
    }

    public static void MapDelegations(this WebApplication app) => PhotoEndpoints.Map(app);
}
