using System.Text.Json.Nodes;

namespace ScoEvents.Exports.Pdf;

/// <summary>Leads a started browser from a page to the bytes of a PDF.</summary>
internal sealed class ChromiumPrinter
{
    private readonly DevToolsPipe _browser;
    private readonly int _maxPdfBytes;

    public ChromiumPrinter(DevToolsPipe browser, int maxPdfBytes)
    {
        _browser = browser;
        _maxPdfBytes = maxPdfBytes;
    }

    /// <summary>Opens an empty page; the first answer proves that the browser stands.</summary>
    public async Task<string> OpenPageAsync(CancellationToken cancellationToken)
    {
        var target = await _browser.SendAsync(
            "Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellationToken).ConfigureAwait(false);
        var attached = await _browser.SendAsync(
            "Target.attachToTarget",
            new JsonObject { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true },
            null,
            cancellationToken).ConfigureAwait(false);
        return attached.GetProperty("sessionId").GetString()!;
    }

    /// <summary>Writes the page in place of what was there and prints it.</summary>
    /// <remarks>
    /// The page keeps the origin of about:blank, from which Chromium lets nothing load a local file, whatever the page
    /// says; scripts are off and every request that would leave the process is refused. The page's own content policy
    /// is a second lock, not the only one.
    /// </remarks>
    public async Task<byte[]> PrintAsync(string session, string html, CancellationToken cancellationToken)
    {
        _browser.OnRequestPaused = RefuseAsync;
        await SendAsync("Page.enable", [], session, cancellationToken).ConfigureAwait(false);
        await SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true }, session, cancellationToken).ConfigureAwait(false);
        await SendAsync("Fetch.enable", [], session, cancellationToken).ConfigureAwait(false);
        var tree = await _browser.SendAsync("Page.getFrameTree", [], session, cancellationToken).ConfigureAwait(false);
        var frame = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString();

        var loaded = _browser.NextEvent("Page.loadEventFired", session);
        await SendAsync("Page.setDocumentContent", new() { ["frameId"] = frame, ["html"] = html }, session, cancellationToken).ConfigureAwait(false);
        await loaded.WaitAsync(cancellationToken).ConfigureAwait(false);

        var printed = await _browser.SendAsync(
            "Page.printToPDF",
            new JsonObject
            {
                ["printBackground"] = true,
                ["preferCSSPageSize"] = true,
                ["displayHeaderFooter"] = false,
                ["generateTaggedPDF"] = true,
                ["generateDocumentOutline"] = true,
                ["transferMode"] = "ReturnAsStream",
            },
            session,
            cancellationToken).ConfigureAwait(false);
        return await ReadAsync(printed.GetProperty("stream").GetString()!, session, cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]> ReadAsync(string handle, string session, CancellationToken cancellationToken)
    {
        using var pdf = new MemoryStream();
        while (true)
        {
            var part = await _browser.SendAsync(
                "IO.read", new JsonObject { ["handle"] = handle, ["size"] = 1024 * 1024 }, session, cancellationToken).ConfigureAwait(false);
            pdf.Write(part.GetProperty("data").GetBytesFromBase64());
            if (pdf.Length > _maxPdfBytes)
            {
                throw new PdfEngineException(PdfEngineFailure.TooLarge, $"The PDF is larger than {_maxPdfBytes} bytes.");
            }

            if (part.GetProperty("eof").GetBoolean())
            {
                return pdf.ToArray();
            }
        }
    }

    private async Task SendAsync(string method, JsonObject parameters, string session, CancellationToken cancellationToken) =>
        await _browser.SendAsync(method, parameters, session, cancellationToken).ConfigureAwait(false);

    private async Task RefuseAsync(string session, string requestId)
    {
        try
        {
            await _browser.SendAsync(
                "Fetch.failRequest",
                new JsonObject { ["requestId"] = requestId, ["errorReason"] = "BlockedByClient" },
                session,
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The request or the browser ended first; either way it went nowhere.
        }
    }
}
