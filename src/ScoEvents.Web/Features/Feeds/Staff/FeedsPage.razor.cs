using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Feeds.Staff;

public sealed partial class FeedsPage
{
    private readonly FeedForm _form = new() { Language = PortalLanguages.Current.Code };
    private EventHead? _head;
    private FeedList? _list;
    private Error? _refused;
    private List<SelectOption<string>> _subjects = [];
    private List<SelectOption<string>> _languages = [];
    private PortalForm? _portalForm;
    private ConfirmDialog? _confirm;
    private string? _made;
    private string? _said;
    private string? _failure;

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required FeedQueries Queries { get; init; }

    [Inject]
    public required FeedService Service { get; init; }

    [Inject]
    public required PublicLinks Links { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required IStringLocalizer<FeedTexts> Texts { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        _languages = [.. PortalLanguages.All.Select(language => new SelectOption<string>(language.Code, language.NativeName))];
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        (_refused, _head) = (head.Error, head.IsSuccess ? head.Value : null);
        await LoadAsync(actor);
    });

    private Task OnOpenAsync() => TryAsync(async actor =>
    {
        (_made, _said, _failure) = (null, null, null);
        var opened = await Service.OpenAsync(actor, EventId, _form, Lifetime);
        if (opened.IsSuccess)
        {
            _made = Links.To(FeedRoutes.Feed(opened.Value));
            await LoadAsync(actor);
        }
        else
        {
            _portalForm!.ShowErrors(Errors.Say(opened));
        }
    });

    private async Task OnCopyAsync()
    {
        try
        {
            await Script.InvokeVoidAsync("navigator.clipboard.writeText", Lifetime, _made);
            _said = Texts["Copied"];
        }
        catch (JSException)
        {
            // Browsers give the clipboard to encrypted pages only, and not without leave.
            _said = Texts["CopyByHand"];
        }
    }

    private async Task OnRevokeAsync(FeedRow row)
    {
        if (!await _confirm!.AskAsync(Texts["RevokeTitle"], Texts["RevokeText"], Texts["Revoke"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            var revoked = await Service.RevokeAsync(actor, EventId, row.Id, Lifetime);
            (_failure, _made) = (revoked.Error is { } error ? Errors.Say(error) : null, null);
            await LoadAsync(actor);
        });
    }

    private async Task LoadAsync(Actor actor)
    {
        var list = await Queries.ListAsync(actor, EventId, Lifetime);
        (_refused, _list) = (list.Error ?? _refused, list.IsSuccess ? list.Value : null);
        _subjects =
        [
            .. (_list?.Choices ?? []).Select(choice => new SelectOption<string>(
                FeedForm.Write(choice.Subject), NameOf(choice.Subject, choice.Name), choice.Subject.Kind == FeedKind.Event ? null : Texts[$"Kind.{choice.Subject.Kind}"].Value)),
        ];
    }

    private string NameOf(FeedSubject subject, LocalizedText? name) => subject switch
    {
        { Day: { } day } => DateWords.WithWeekday(day, PortalLanguages.Current),
        { Kind: FeedKind.Event } => Texts["Kind.Event"],
        _ => name is { IsEmpty: false } known ? known.ForReader() : Texts[$"Kind.{subject.Kind}"],
    };
}
