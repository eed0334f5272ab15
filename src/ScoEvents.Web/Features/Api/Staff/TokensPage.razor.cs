using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Api.Staff;

/// <summary>The tokens of the person who is signed in: made, recognized and taken back.</summary>
public sealed partial class TokensPage
{
    private IReadOnlyList<TokenRow>? _tokens;
    private IReadOnlyList<SelectOption<ApiScope>> _scopes = [];
    private ApiTokenForm _form = new();
    private NewToken? _new;
    private Error? _refused;
    private PortalForm? _portalForm;
    private ConfirmDialog? _confirm;
    private string? _done;

    [Inject]
    public required ApiTokenService Service { get; init; }

    [Inject]
    public required ApiTokenQueries Queries { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<ApiTexts> Texts { get; init; }

    protected override Task OnInitializedAsync()
    {
        _scopes = [.. ApiScopes.All.Select(scope => new SelectOption<ApiScope>(scope, Texts[$"Scope.{scope}"]))];
        return ShowAsync(LoadAsync);
    }

    private Task OnMakeAsync() => TryAsync(async actor =>
    {
        (_new, _done) = (null, null);
        var made = await Service.MakeAsync(actor, _form, Lifetime);
        if (!made.IsSuccess)
        {
            _portalForm!.ShowErrors(Errors.Say(made));
            return;
        }

        (_new, _form) = (made.Value, new ApiTokenForm());
        await LoadAsync(actor);
    });

    private async Task OnRevokeAsync(TokenRow token)
    {
        if (!await _confirm!.AskAsync(Texts["RevokeTitle"], Texts["RevokeText", token.Name], Texts["Revoke"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            var revoked = await Service.RevokeAsync(actor, token.Id, Lifetime);
            _done = revoked.IsSuccess ? Texts["Revoked", token.Name].Value : null;
            _new = _new?.Id == token.Id ? null : _new;
            await LoadAsync(actor);
        });
    }

    private async Task LoadAsync(Actor actor)
    {
        var tokens = await Queries.ListAsync(actor, Lifetime);
        (_tokens, _refused) = (tokens.IsSuccess ? tokens.Value : null, tokens.Error);
    }

    private static Tone ToneOf(TokenState state) => state switch
    {
        TokenState.Active => Tone.Success,
        TokenState.Expired => Tone.Warning,
        TokenState.Revoked => Tone.Danger,
    };

    // Programs run anywhere, so their times are those of no place.
    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("d", CultureInfo.CurrentCulture);

    private static string Moment(DateTimeOffset instant) => instant.UtcDateTime.ToString("g", CultureInfo.CurrentCulture);
}
