using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Webhooks;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Hands one message to its receiver: follows no redirect, keeps no cookie, uses no proxy, reads nothing of the answer but its status.</summary>
public sealed class WebhookLine : IDisposable
{
    private readonly HttpClient _http;
    private readonly TimeProvider _clock;

    /// <summary>Makes a line that goes only where messages may go.</summary>
    public WebhookLine(WebhookTargets targets, IOptions<WebhookOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = targets.ConnectAsync,
            // A connection is looked at when it is made; none outlives what its name led to.
            PooledConnectionLifetime = TimeSpan.Zero,
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
        };
    }

    /// <summary>Sends a message. What goes wrong is told as a code: <c>refused</c>, <c>redirect</c>, <c>timeout</c>, <c>private</c> or <c>unreachable</c>.</summary>
    public async Task<WebhookAttempt> SendAsync(Webhook webhook, string secret, WebhookMessage message, CancellationToken cancellationToken)
    {
        var (started, at) = (Stopwatch.GetTimestamp(), _clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Payload)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.UserAgent.ParseAdd("ScoEvents-Webhooks/1");
        request.Headers.Add("webhook-id", message.Id.ToString());
        request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSigner.Sign(secret, message.Id, at, message.Payload));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)answer.StatusCode;
            return new WebhookAttempt(status, status is >= 200 and < 300 ? null : status is >= 300 and < 400 ? "redirect" : "refused", Since(started));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAttempt(null, "timeout", Since(started));
        }
        catch (HttpRequestException exception)
        {
            return new WebhookAttempt(null, exception.InnerException is ForbiddenTargetException ? "private" : "unreachable", Since(started));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static int Since(long started) => (int)Math.Min(int.MaxValue, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
}
