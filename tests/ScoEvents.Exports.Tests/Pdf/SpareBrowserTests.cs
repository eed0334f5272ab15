using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using ScoEvents.Exports.Pdf;
using Xunit;

namespace ScoEvents.Exports.Tests.Pdf;

[SupportedOSPlatform("linux")]
public sealed class SpareBrowserTests : IDisposable
{
    private static readonly DateTimeOffset _date = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sco-");
    private readonly DirectoryInfo _starts;
    private readonly DirectoryInfo _profiles;
    private readonly string _browser;
    private readonly string _hold;
    private readonly FileSystemWatcher _watcher;
    private readonly SemaphoreSlim _started = new(0);

    public SpareBrowserTests()
    {
        // The browser may run as another user, who must be able to pass through and to write down that it started.
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        _profiles = _folder.CreateSubdirectory("p");
        File.SetUnixFileMode(_profiles.FullName, (UnixFileMode)0b111_101_101);
        _starts = _folder.CreateSubdirectory("starts");
        File.SetUnixFileMode(_starts.FullName, (UnixFileMode)0b111_111_111);
        _browser = Path.Combine(_folder.FullName, "browser");
        _hold = Path.Combine(_folder.FullName, "hold");
        // Every start after the first waits for as long as there is a file that holds it.
        var wait = $"[ $(ls '{_starts.FullName}' | wc -l) -lt 2 ] || while [ -e '{_hold}' ]; do sleep 0.02; done";
        File.WriteAllText(_browser, $"#!/bin/sh\n: > '{_starts.FullName}'/$$\n{wait}\nexec {Environment.GetEnvironmentVariable("CHROMIUM") ?? "chromium"} \"$@\"\n");
        File.SetUnixFileMode(_browser, (UnixFileMode)0b111_101_101);
        _watcher = new FileSystemWatcher(_starts.FullName) { EnableRaisingEvents = true };
        _watcher.Created += (_, _) => _started.Release();
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _started.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_spare_stands_ready_prints_one_page_and_ends_with_the_engine()
    {
        await using (var engine = Engine(TimeSpan.FromMinutes(5)))
        {
            await PrintAsync(engine, "first");
            await StartsAsync(2);
            await PrintAsync(engine, "second");
            await StartsAsync(1);
        }

        // One for the first page, the spare that printed the second, and the spare after it.
        Assert.Equal(3, _starts.GetFiles().Length);
        Assert.Empty(_profiles.EnumerateFileSystemInfos());
        Assert.Empty(Running());
    }

    [Fact]
    public async Task A_spare_that_waited_too_long_ends()
    {
        await using var engine = Engine(TimeSpan.FromMilliseconds(1));

        await PrintAsync(engine, "first");
        await StartsAsync(2);

        foreach (var id in Running())
        {
            await EndAsync(id);
        }
    }

    [Fact]
    public async Task An_engine_that_ends_waits_for_a_spare_that_is_ending()
    {
        await using (var engine = Engine(TimeSpan.FromMilliseconds(1)))
        {
            await PrintAsync(engine, "first");
            await StartsAsync(2);
        }

        Assert.Empty(_profiles.EnumerateFileSystemInfos());
        Assert.Empty(Running());
    }

    [Fact]
    public async Task Whoever_gives_up_does_not_wait_for_a_spare_that_is_starting()
    {
        await File.WriteAllTextAsync(_hold, string.Empty);
        await using (var engine = Engine(TimeSpan.FromMinutes(5)))
        {
            await PrintAsync(engine, "first");
            await StartsAsync(2);
            using var given = new CancellationTokenSource();
            var second = engine.PrintAsync(new PrintablePage("<!DOCTYPE html><p>second", _date), given.Token);

            await given.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(_patience / 2));
            File.Delete(_hold);
        }

        Assert.Empty(_profiles.EnumerateFileSystemInfos());
        Assert.Empty(Running());
    }

    [Fact]
    public async Task A_spare_that_died_is_not_printed_with()
    {
        await using var engine = Engine(TimeSpan.FromMinutes(5));
        await PrintAsync(engine, "first");
        await StartsAsync(2);
        var spare = Assert.Single(Running());
        using (var process = Process.GetProcessById(spare))
        {
            process.Kill(entireProcessTree: true);
        }

        await EndAsync(spare);

        await PrintAsync(engine, "second");
    }

    [Fact]
    public async Task None_is_started_where_none_is_asked_for()
    {
        await using var engine = Engine(TimeSpan.Zero);

        await PrintAsync(engine, "first");
        await PrintAsync(engine, "second");

        Assert.Equal(2, _starts.GetFiles().Length);
        Assert.Empty(Running());
    }

    private static async Task PrintAsync(ChromiumPdfEngine engine, string word)
    {
        var pdf = await engine.PrintAsync(new PrintablePage("<!DOCTYPE html><p>" + word, _date));
        Assert.Contains(word, await Poppler.TextAsync(pdf), StringComparison.Ordinal);
    }

    private static async Task EndAsync(int id)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (Directory.Exists($"/proc/{id}"))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private ChromiumPdfEngine Engine(TimeSpan keepSpareFor) => new(new ChromiumPdfOptions
    {
        ExecutablePath = _browser,
        TemporaryFolder = _profiles.FullName,
        TimeLimit = _patience,
        KeepSpareFor = keepSpareFor,
    });

    private async Task StartsAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _started.WaitAsync(_patience));
        }
    }

    private List<int> Running() => [.. _starts.GetFiles().Select(start => int.Parse(start.Name, CultureInfo.InvariantCulture)).Where(id => Directory.Exists($"/proc/{id}"))];
}
