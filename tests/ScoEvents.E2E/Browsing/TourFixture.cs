using System.Globalization;
using System.Runtime.CompilerServices;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.E2E.Browsing;

/// <summary>A portal that sends its mails, and every page of it, which is found once for all that go through them.</summary>
public sealed class TourFixture : IAsyncLifetime
{
    private readonly MailServer _server = MailServer.Start();
    private readonly PortalFixture _portal;
    private Journey? _journey;
    private IReadOnlyList<TourStop>? _stops;

    public TourFixture() => _portal = new PortalFixture(new Dictionary<string, string>(PortalFixture.Settings)
    {
        ["Portal__Mail__Host"] = "127.0.0.1",
        ["Portal__Mail__Port"] = _server.Port.ToString(CultureInfo.InvariantCulture),
        ["Portal__Mail__Security"] = "None",
        ["Portal__Mail__From"] = "events@secretariat.example",
        ["Portal__Mail__FromName"] = "Secretariat",
    });

    /// <inheritdoc/>
    public Task InitializeAsync() => _portal.InitializeAsync();

    /// <summary>Goes through every page of every role.</summary>
    /// <param name="walk">What is done with the pages; nobody else walks meanwhile. Each page is in whatever language the one before left it.</param>
    /// <param name="name">Name of the folder in TestResults.</param>
    public Task TourAsync(Func<IReadOnlyList<TourStop>, Task> walk, [CallerMemberName] string name = "")
    {
        var journey = _journey ??= _portal.Begin();
        return PortalFixture.GoAsync(journey, async () => await walk(_stops ??= await TourEvent.EveryPageAsync(journey, _server)), name);
    }

    /// <inheritdoc cref="PortalFixture.JourneyAsync"/>
    public Task JourneyAsync(Func<Journey, Task> walk, [CallerMemberName] string name = "") => _portal.JourneyAsync(walk, name: name);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_journey is not null)
        {
            await _journey.DisposeAsync();
        }

        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }
}
