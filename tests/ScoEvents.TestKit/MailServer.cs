using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace ScoEvents.TestKit;

/// <summary>A real mail server on a loopback port, which keeps what it takes, can be stopped and started again on the same port, and refuses or dawdles as told.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private X509Certificate2? _certificate;
    private (string User, string Password)? _account;
    private CancellationTokenSource? _life;
    private Task _running = Task.CompletedTask;

    /// <summary>The port, the same after every start.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Everything that was taken, in the order of arrival.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>The reply to each recipient; null takes it.</summary>
    public Func<string, SmtpResponse?> Recipient { get; set; } = _ => null;

    /// <summary>What happens once a whole message has arrived and before it is taken; a reply other than null refuses it.</summary>
    public Func<MimeMessage, CancellationToken, Task<SmtpResponse?>> Message { get; set; } = (_, _) => Task.FromResult<SmtpResponse?>(null);

    /// <summary>Starts a server that answers at once.</summary>
    public static MailServer Start()
    {
        var server = new MailServer();
        server.Resume();
        return server;
    }

    /// <summary>Starts a server that offers STARTTLS under a certificate, and takes mails of one account only, encrypted.</summary>
    public static MailServer Start(X509Certificate2 certificate, (string User, string Password) account)
    {
        var server = new MailServer { _certificate = certificate, _account = account };
        server.Resume();
        return server;
    }

    /// <summary>Answers, on the port that it always had.</summary>
    public void Resume()
    {
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(Describe)
            .Build();
        var services = new ServiceProvider();
        services.Add((IMessageStore)new Store(this));
        services.Add((IMailboxFilter)new Filter(this));
        services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((Func<string, string, bool>)((user, password) => (user, password) == _account)));
        _life = new CancellationTokenSource();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_life.Token);
    }

    /// <summary>Is down: hangs up on everybody and listens no more.</summary>
    public async Task StopAsync()
    {
        if (_life is { } life)
        {
            _life = null;
            await life.CancelAsync();
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            life.Dispose();
        }
    }

    /// <summary>Waits until this many more messages were taken.</summary>
    /// <exception cref="TimeoutException">They did not come within 60 s.</exception>
    public async Task<IReadOnlyList<MimeMessage>> WaitForAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!await _arrived.WaitAsync(TimeSpan.FromSeconds(60)))
            {
                throw new TimeoutException($"{i} of {count} mails came.");
            }
        }

        return Taken;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _arrived.Dispose();
    }

    private void Describe(EndpointDefinitionBuilder endpoint)
    {
        endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
        if (_certificate is not null)
        {
            endpoint.Certificate(_certificate).AuthenticationRequired(true).AllowUnsecureAuthentication(false);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            var message = await MimeMessage.LoadAsync(stream, cancellationToken);
            if (await server.Message(message, cancellationToken) is { } refused)
            {
                return refused;
            }

            server._taken.Enqueue(message);
            server._arrived.Release();
            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            server.Recipient(to.AsAddress()) is { } refused ? throw new SmtpResponseException(refused) : Task.FromResult(true);
    }
}
