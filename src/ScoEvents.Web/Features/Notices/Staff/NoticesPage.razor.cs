using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Notices;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Notices.Staff;

/// <summary>What the person was told of, the latest first. Filters and page live in the address.</summary>
public sealed partial class NoticesPage
{
    private static readonly TimeSpan _burst = TimeSpan.FromMilliseconds(250);

    private (CultureInfo Culture, CultureInfo Words) _reader;
    private NoticeFilter _filter = new();
    private NoticeList? _list;
    private string _said = "";
    private bool _isRefreshDue;

    [Inject]
    public required NoticeQueries Queries { get; init; }

    [Inject]
    public required NoticeService Service { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<NoticeTexts> Texts { get; init; }

    [SupplyParameterFromQuery]
    public bool Unread { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Event { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if ((await ActorAsync()).UserId is { } userId)
        {
            var subscription = Feed.Subscribe(ChangeFeed.Notices(userId), _ => InvokeAsync(OnChangedAsync));
            Lifetime.Register(subscription.Dispose);
        }
    }

    protected override Task OnParametersSetAsync()
    {
        _filter = new NoticeFilter(Unread, Event, Page ?? 1);
        return ShowAsync(ReadAsync);
    }

    private async Task OnChangedAsync()
    {
        if (_isRefreshDue || Lifetime.IsCancellationRequested)
        {
            return;
        }

        _isRefreshDue = true;
        await Task.Delay(_burst, Clock, Lifetime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _isRefreshDue = false;
        if (!Lifetime.IsCancellationRequested)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _reader;
            await TryAsync(ReadAsync);
            StateHasChanged();
        }
    }

    private void OnEvent(Guid? chosen) =>
        Navigation.NavigateTo(NoticeRoutes.List(_filter with { EventId = chosen, Page = 1 }));

    private Task OnReadAsync(NoticeRow row) => TryAsync(async actor =>
    {
        await Service.ReadAsync(actor, row.Id, Lifetime);
        await ReadAsync(actor);
        _said = Texts["ReadDone"];
    });

    // Who goes where a notice leads has read it.
    private Task OnOpenedAsync(NoticeRow row) => row.IsRead ? Task.CompletedTask : TryAsync(actor => Service.ReadAsync(actor, row.Id, CancellationToken.None));

    private Task OnReadAllAsync() => TryAsync(async actor =>
    {
        await Service.ReadAllAsync(actor, _filter.EventId, _list!.Rows.Max(row => row.At), Lifetime);
        await ReadAsync(actor);
        _said = Texts["ReadDone"];
    });

    private async Task ReadAsync(Actor actor)
    {
        var isOvertaken = BeginReading();
        var list = await Queries.ListAsync(actor, _filter, PortalLanguages.Current, Lifetime);
        _list = isOvertaken() ? _list : list;
    }

    private string WhatOf(NoticeRow row) => row.Kind switch
    {
        NoticeKind.PersonsSubmitted or NoticeKind.PersonsReturned or NoticeKind.PersonsApproved or NoticeKind.PersonsRefused or NoticeKind.PersonsRevoked or NoticeKind.MailFailed =>
            Texts.Counted($"Kind.{row.Kind}", row.Count),
        NoticeKind.ReleasePublished => Texts[$"Kind.{row.Kind}", row.Number ?? 1].Value,
        _ => Texts[$"Kind.{row.Kind}"].Value,
    };

    private string WhenOf(NoticeRow row) => EventZone.Find(row.TimeZone) is { } zone
        ? Texts["When", DateWords.WithTime(row.At, zone, PortalLanguages.Current), ZoneWords.City(zone, row.City.For(PortalLanguages.Current.Code, row.FallbackOrder)?.Text), ZoneWords.Distance(zone, row.At)].Value
        : DateWords.Of(DateOnly.FromDateTime(row.At.UtcDateTime), PortalLanguages.Current);
}
