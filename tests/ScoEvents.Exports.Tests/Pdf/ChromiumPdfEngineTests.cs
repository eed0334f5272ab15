using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.Tests.Agenda;
using Xunit;

namespace ScoEvents.Exports.Tests.Pdf;

[SupportedOSPlatform("linux")]
public sealed class ChromiumPdfEngineTests : IDisposable
{
    private static readonly DateTimeOffset _date = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sco-");
    private readonly ChromiumPdfEngine _engine;

    public ChromiumPdfEngineTests()
    {
        // The browser may run as another user, who must be able to pass through.
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        _engine = new ChromiumPdfEngine(new ChromiumPdfOptions { TemporaryFolder = _folder.FullName });
    }

    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task An_agenda_is_tagged_titled_and_embeds_its_fonts(string language)
    {
        var words = AgendaSamples.Words(language);

        var pdf = await _engine.PrintAsync(new PrintablePage(AgendaHtmlWriter.Write(AgendaSamples.For(language)), _date));

        var properties = await Poppler.PropertiesAsync(pdf);
        Assert.Equal($"{words.Title} – {words.Labels.Agenda}", properties["Title"]);
        Assert.Equal("yes", properties["Tagged"]);
        Assert.Equal("2", properties["Pages"]);
        Assert.Equal("Tue Dec  1 08:30:00 2026 UTC", properties["CreationDate"]);
        Assert.EndsWith("(A4)", properties["Page size"], StringComparison.Ordinal);
        Assert.Contains($"/Lang ({language})", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains("/Outlines ", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        var structure = await Poppler.StructureAsync(pdf);
        Assert.Contains("Table", structure, StringComparison.Ordinal);
        Assert.Contains("H2", structure, StringComparison.Ordinal);
        // From the right: object id (two words), unicode map, subset, embedded.
        Assert.All(await Poppler.FontsAsync(pdf), font => Assert.Equal("yes", font.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5]));
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("hi")]
    public async Task The_text_of_an_agenda_can_be_taken_out_again(string language)
    {
        var words = AgendaSamples.Words(language);

        var pdf = await _engine.PrintAsync(new PrintablePage(AgendaHtmlWriter.Write(AgendaSamples.For(language)), _date));

        var text = WithoutSpaces(await Poppler.TextAsync(pdf));
        string[] expected =
        [
            words.Title, words.DayOne, words.DayTwo, words.Opening, words.Break, words.Thematic, words.Abstract,
            words.Labels.Cancelled, "10:00–11:00", "Алексей Иванов", "李伟", "TLP:GREEN",
            words.Labels.PageOfPages.Replace("{0}", "1", StringComparison.Ordinal).Replace("{1}", "2", StringComparison.Ordinal),
            words.Labels.PageOfPages.Replace("{0}", "2", StringComparison.Ordinal).Replace("{1}", "2", StringComparison.Ordinal),
        ];
        Assert.All(expected, part => Assert.Contains(WithoutSpaces(part), text, StringComparison.Ordinal));
    }

    // Nastaliq stacks letters along a slope, and no extractor puts steep words together again; flat ones must come
    // whole and in reading order, and no letter of the others may be missing.
    [Fact]
    public async Task Urdu_is_joined_in_nastaliq_and_comes_out_in_reading_order()
    {
        var words = AgendaSamples.Words("ur");

        var pdf = await _engine.PrintAsync(new PrintablePage(AgendaHtmlWriter.Write(AgendaSamples.For("ur")), _date));

        var text = WithoutSpaces(await Poppler.TextAsync(pdf));
        Assert.All(["سیمینار", "گردوں", "پسندوں", "دسمبر", "نظام"], word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.All(words.Title.Distinct(), letter => Assert.True(letter == ' ' || text.Contains(letter, StringComparison.Ordinal)));
        var fonts = await Poppler.FontsAsync(pdf);
        Assert.Contains(fonts, font => font.Contains("NotoNastaliqUrdu-Regular", StringComparison.Ordinal));
        Assert.Contains(fonts, font => font.Contains("NotoNastaliqUrdu-Bold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_marking_and_the_head_of_the_table_stand_on_every_page()
    {
        var pdf = await _engine.PrintAsync(new PrintablePage(AgendaHtmlWriter.Write(AgendaSamples.Large("en", 60)), _date));

        var pages = (await Poppler.TextAsync(pdf)).TrimEnd('\f').Split('\f');
        Assert.True(pages.Length > 5);
        Assert.All(pages, page => Assert.Contains("TLP:GREEN", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("Time", page, StringComparison.Ordinal));
        Assert.Contains($"Page {pages.Length} of {pages.Length}", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_pages_give_equal_files()
    {
        var page = new PrintablePage(AgendaHtmlWriter.Write(AgendaSamples.For("ur")), _date);

        var first = await _engine.PrintAsync(page);
        var second = await _engine.PrintAsync(page);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_hostile_page_reaches_neither_the_machine_nor_the_network()
    {
        var secret = Path.Combine(_folder.FullName, "secret.txt");
        await File.WriteAllTextAsync(secret, "canary-7731");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        var accepted = listener.AcceptTcpClientAsync();
        // No content policy here: the engine has to hold by itself.
        var html = $"""
            <!DOCTYPE html><html lang="en"><head><title>Probe</title><base href="file:///">
            <meta http-equiv="refresh" content="0;url=file://{secret}">
            <link rel="stylesheet" href="{address}style.css"><link rel="preconnect" href="{address}">
            <style>@import url("{address}import.css");@font-face{"{"}font-family:x;src:url({address}font.woff){"}"}
            body{"{"}font-family:x;background:url({address}back.png){"}"}</style></head><body><p>visible</p>
            <iframe src="file:///etc/passwd"></iframe><iframe src="file://{secret}"></iframe><iframe src="{address}frame"></iframe>
            <iframe srcdoc="<iframe src='file://{secret}'></iframe><img src='{address}nested.png'>"></iframe>
            <object data="file://{secret}"></object><embed src="file://{secret}"><img src="file://{secret}"><img src="{address}a.png">
            <script>document.body.append("script-ran");fetch("{address}fetch")</script></body></html>
            """;

        var pdf = await _engine.PrintAsync(new PrintablePage(html, _date));

        var text = await Poppler.TextAsync(pdf);
        Assert.Contains("visible", text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-7731", text, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("script-ran", text, StringComparison.Ordinal);
        Assert.False(accepted.IsCompleted, "The renderer reached a listener on this machine.");
    }

    [Fact]
    public async Task A_missing_browser_is_said_clearly()
    {
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { ExecutablePath = "/nowhere/chromium" });

        var failure = await Assert.ThrowsAsync<PdfEngineException>(() => engine.PrintAsync(new PrintablePage("<p>x", _date)));

        Assert.Equal(PdfEngineFailure.BrowserMissing, failure.Failure);
        Assert.Contains("/nowhere/chromium", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_dies_leaves_its_last_words()
    {
        var browser = Script("echo 'the sky fell' >&2; exit 3");
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { ExecutablePath = browser, TemporaryFolder = _folder.FullName });

        var failure = await Assert.ThrowsAsync<PdfEngineException>(() => engine.PrintAsync(new PrintablePage("<p>x", _date)));

        Assert.Equal(PdfEngineFailure.Crashed, failure.Failure);
        Assert.Contains("the sky fell", failure.Message, StringComparison.Ordinal);
        Assert.Equal([browser], _folder.EnumerateFileSystemInfos().Select(entry => entry.FullName));
    }

    [Fact]
    public async Task A_browser_that_hangs_is_stopped_with_all_its_children()
    {
        var mark = Random.Shared.Next(100_000, 999_999);
        var browser = Script($"sleep {mark} & sleep {mark}");
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions
        {
            ExecutablePath = browser,
            TemporaryFolder = _folder.FullName,
            TimeLimit = TimeSpan.FromSeconds(1),
        });

        var failure = await Assert.ThrowsAsync<PdfEngineException>(() => engine.PrintAsync(new PrintablePage("<p>x", _date)));

        Assert.Equal(PdfEngineFailure.TimedOut, failure.Failure);
        Assert.DoesNotContain(Process.GetProcessesByName("sleep"), process =>
            File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(mark.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Equal([browser], _folder.EnumerateFileSystemInfos().Select(entry => entry.FullName));
    }

    [Fact]
    public async Task A_process_that_escapes_its_parent_cannot_hold_the_engine()
    {
        // The inner shell ends at once, so its child is adopted by another process and keeps both streams open.
        var browser = Script("sh -c 'sleep 20 &'; echo gone >&2; exit 3");
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { ExecutablePath = browser, TemporaryFolder = _folder.FullName });

        var failure = await Assert.ThrowsAsync<PdfEngineException>(() => engine
            .PrintAsync(new PrintablePage("<p>x", _date))
            .WaitAsync(TimeSpan.FromSeconds(15)));

        Assert.Equal(PdfEngineFailure.Crashed, failure.Failure);
    }

    [Fact]
    public async Task A_sandbox_that_cannot_start_is_given_up_and_nothing_else()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "chromium";
        var browser = Script($"""
            case "$*" in *--no-sandbox*) exec {chromium} "$@";; esac
            echo 'No usable sandbox!' >&2; exit 1
            """);
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { ExecutablePath = browser, TemporaryFolder = _folder.FullName });

        var pdf = await engine.PrintAsync(new PrintablePage("<!DOCTYPE html><p>still printed", _date));

        Assert.Contains("still printed", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        Assert.False(engine.Isolation!.IsSandboxed);
        Assert.True(engine.Isolation.IsUnprivileged);
    }

    [Fact]
    public async Task A_third_page_waits_for_a_free_place_and_can_give_up()
    {
        var browser = Script("echo start >> \"$(dirname \"$0\")/starts/$$\"; sleep 60");
        var starts = _folder.CreateSubdirectory("starts");
        File.SetUnixFileMode(starts.FullName, (UnixFileMode)0b111_111_111);
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { ExecutablePath = browser, TemporaryFolder = _folder.FullName });
        using var printing = new CancellationTokenSource();
        using var waiting = new CancellationTokenSource();
        using var watcher = new FileSystemWatcher(starts.FullName) { EnableRaisingEvents = true };
        using var started = new SemaphoreSlim(0);
        watcher.Created += (_, _) => started.Release();
        var first = engine.PrintAsync(new PrintablePage("<p>1", _date), printing.Token);
        var second = engine.PrintAsync(new PrintablePage("<p>2", _date), printing.Token);
        Assert.True(await started.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(await started.WaitAsync(TimeSpan.FromSeconds(20)));

        var third = engine.PrintAsync(new PrintablePage("<p>3", _date), waiting.Token);
        await waiting.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(2, starts.GetFiles().Length);
        await printing.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task A_page_over_the_limit_is_refused_before_anything_starts()
    {
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { MaxHtmlLength = 10 });

        var failure = await Assert.ThrowsAsync<PdfEngineException>(() => engine.PrintAsync(new PrintablePage("<p>longer than ten", _date)));

        Assert.Equal(PdfEngineFailure.TooLarge, failure.Failure);
    }

    private static string WithoutSpaces(string text) =>
        string.Concat(text.Where(character => !char.IsWhiteSpace(character)
            && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format)).Normalize();

    private string Script(string body)
    {
        var path = Path.Combine(_folder.FullName, "browser");
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        return path;
    }
}
