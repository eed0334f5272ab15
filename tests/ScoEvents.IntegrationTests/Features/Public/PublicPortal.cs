using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Pdf;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>The whole portal as an anonymous browser meets it, on a database of its own; only the printing of pages is stopped.</summary>
public sealed class PublicPortal : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scoevents-public-").FullName;
    private WebApplicationFactory<Program>? _factory;

    public TestDatabase Database { get; } = new();

    public RecordingPdfEngine Pdf { get; } = new();

    public HttpClient Browser { get; private set; } = null!;

    public IServiceProvider Services => _factory!.Services;

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("ConnectionStrings:Portal", Database.AppConnectionString);
            host.UseSetting("ConnectionStrings:Owner", Database.OwnerConnectionString);
            host.UseSetting("Portal:DataFolder", _folder);
            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Database.Clock);
                services.AddSingleton<IPdfEngine>(Pdf);
            });
        });
        Browser = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await _factory!.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Announces a seminar in New Delhi on 10 and 11 November 2026.</summary>
    public async Task<ScoEvent> AnnounceAsync(string slug, string title = "Seminar on securing cyberspace", bool isDraft = false)
    {
        await using var source = NpgsqlDataSource.Create(Database.SuperuserConnectionString);
        await using var context = Context(source);
        var secretariat = await context.Secretariats.Where(host => host.Slug == "in-nscs").Select(host => host.Id).SingleAsync();
        var country = await context.States.Where(state => state.Iso2 == "IN").Select(state => state.Id).SingleAsync();
        var planned = ScoEvent.Plan(
            secretariat, slug,
            new EventFacts(
                EventType.Seminar, EventFormat.InPerson, LocalizedText.Of(en: title), new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 11),
                "Asia/Kolkata", LocalizedText.Of(en: "New Delhi"), country, 12),
            Database.Clock.GetUtcNow()).Value;
        if (!isDraft)
        {
            planned.Announce(Database.Clock.GetUtcNow());
        }

        context.Events.Add(planned);
        await context.SaveChangesAsync();
        return planned;
    }

    /// <summary>Publishes the sessions as the event's next release.</summary>
    public async Task PublishAsync(Guid eventId, params FrozenSession[] sessions)
    {
        await using var source = NpgsqlDataSource.Create(Database.SuperuserConnectionString);
        await using var context = Context(source);
        var previous = await context.Releases.AsNoTracking().Include(release => release.Sessions)
            .Where(release => release.EventId == eventId).OrderByDescending(release => release.Number).FirstOrDefaultAsync();
        context.Releases.Add(Release.Publish(
            new ReleaseLabel("Programme", null), eventId, sessions, previous, Guid.CreateVersion7(), Database.Clock.GetUtcNow()).Value);
        await context.SaveChangesAsync();
    }

    /// <summary>Gives a session of the draft a document with one file in English.</summary>
    /// <returns>The file's version.</returns>
    public async Task<Guid> AttachAsync(Guid eventId, Guid sessionId, string title, Classification classification, bool isWithdrawn = false)
    {
        await using var source = NpgsqlDataSource.Create(Database.SuperuserConnectionString);
        await using var context = Context(source);
        if (!await context.Sessions.AnyAsync(session => session.Id == sessionId))
        {
            context.Sessions.Add(Domain.Programme.Session.Draft(
                eventId, new SessionFacts(SessionType.Panel, SessionAccess.Open, LocalizedText.Of(en: title), LocalizedText.Empty), 0, Database.Clock.GetUtcNow(),
                new SessionIdentity(sessionId, null)).Value);
        }

        var document = SessionDocument.Create(eventId, sessionId, LocalizedText.Of(en: title), 0).Value;
        var bytes = Encoding.UTF8.GetBytes($"Content of {title}");
        var version = document.Add(
            new DocumentFile(Languages.English, "paper.pdf", "application/pdf", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))),
            classification, Guid.CreateVersion7(), Database.Clock.GetUtcNow());
        if (isWithdrawn)
        {
            version.Withdraw(Database.Clock.GetUtcNow());
        }

        context.SessionDocuments.Add(document);
        await context.SaveChangesAsync();
        context.Add(new DocumentContent(version.Id, bytes));
        await context.SaveChangesAsync();
        return version.Id;
    }

    /// <summary>The same portal where it knows its own address.</summary>
    public HttpClient BrowserAt(Uri publicAddress) => _factory!
        .WithWebHostBuilder(host => host.UseSetting("Portal:PublicAddress", publicAddress.ToString()))
        .CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = publicAddress });

    /// <summary>The same portal under other settings.</summary>
    public HttpClient BrowserWith(string setting, string value) => _factory!
        .WithWebHostBuilder(host => host.UseSetting(setting, value))
        .CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A session on the first day, the half hour of the given place in the day, from 04:00 UTC.</summary>
    public static FrozenSession Session(int place, string title, SessionAccess access = SessionAccess.Open, params FrozenSpeaker[] people) => new(
        Guid.CreateVersion7(), SessionType.ThematicSession, access, LocalizedText.Of(en: title), LocalizedText.Empty,
        Guid.CreateVersion7(), LocalizedText.Of(en: "Great hall"), 0, Half(place), people);

    /// <summary>A person who speaks for India.</summary>
    public static FrozenSpeaker Person(string name, SpeakerRole role = SpeakerRole.Speaker) => new(
        Guid.CreateVersion7(), role, LocalizedText.Of(en: name), LocalizedText.Of(en: $"Function of {name}"), LocalizedText.Of(en: "India", ur: "بھارت"))
    {
        SideCode = "IN",
    };

    /// <summary>Asks for a page and reads it as a browser does.</summary>
    public async Task<IHtmlDocument> ReadAsync(string address, HttpClient? browser = null)
    {
        using var response = await (browser ?? Browser).GetAsync(address);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The half hour of a place in the first day.</summary>
    public static TimeInterval Half(int place)
    {
        var start = new DateTimeOffset(2026, 11, 10, 4, 0, 0, TimeSpan.Zero).AddMinutes(30 * (place % 20));
        return new TimeInterval(start, start.AddMinutes(30));
    }

    private ScoEventsDbContext Context(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, Database.Clock);
        return new ScoEventsDbContext(options.Options) { Auditing = false };
    }
}

/// <summary>Keeps the pages it is given and answers with a stand-in.</summary>
public sealed class RecordingPdfEngine : IPdfEngine
{
    private readonly List<string> _pages = [];

    /// <summary>What the next pages meet instead of being printed, or null.</summary>
    public PdfEngineException? Failure { get; set; }

    public IReadOnlyList<string> Pages
    {
        get
        {
            lock (_pages)
            {
                return [.. _pages];
            }
        }
    }

    public Task<byte[]> PrintAsync(PrintablePage page, CancellationToken cancellationToken = default)
    {
        if (Failure is { } failure)
        {
            throw failure;
        }

        lock (_pages)
        {
            _pages.Add(page.Html);
        }

        return Task.FromResult("%PDF-1.7"u8.ToArray());
    }
}
