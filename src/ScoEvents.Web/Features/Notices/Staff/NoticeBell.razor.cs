using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Notices.Staff;

public sealed partial class NoticeBell
{
    private const int Most = 99;

    private static readonly TimeSpan _burst = TimeSpan.FromMilliseconds(250);

    private (CultureInfo Culture, CultureInfo Words) _reader;
    private int _unread;
    private string _said = "";
    private bool _isRefreshDue;

    [Inject]
    public required NoticeQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<NoticeTexts> Texts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if ((await ActorAsync()).UserId is { } userId)
        {
            var subscription = Feed.Subscribe(ChangeFeed.Notices(userId), _ => InvokeAsync(OnChangedAsync));
            Lifetime.Register(subscription.Dispose);
        }

        await TryAsync(ReadAsync);
    }

    // An act that tells of many things rings once.
    private async Task OnChangedAsync()
    {
        if (_isRefreshDue || Lifetime.IsCancellationRequested)
        {
            return;
        }

        _isRefreshDue = true;
        await Task.Delay(_burst, Clock, Lifetime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _isRefreshDue = false;
        if (Lifetime.IsCancellationRequested)
        {
            return;
        }

        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _reader;
        var before = _unread;
        await TryAsync(ReadAsync);
        if (_unread > before)
        {
            _said = Texts.Counted("Bell.Unread", _unread);
        }

        StateHasChanged();
    }

    private async Task ReadAsync(Actor actor) => _unread = await Queries.CountUnreadAsync(actor, Lifetime);
}
