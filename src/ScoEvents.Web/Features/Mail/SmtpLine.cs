using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ScoEvents.Web.Features.Mail;

/// <summary>How the handing over of a mail ended.</summary>
internal enum Handover
{
    /// <summary>The server took it.</summary>
    Accepted,

    /// <summary>The server has it not, but may take it later.</summary>
    Deferred,

    /// <summary>The server has it not and never will.</summary>
    Refused,

    /// <summary>The line broke after the text had begun to travel: whether the server has it, only the server knows.</summary>
    Unknown,
}

/// <summary>How the handing over ended, and what the server or the line said.</summary>
internal sealed record HandoverOutcome(Handover Handover, string? Error = null);

/// <summary>A connection to the mail server, for as many mails as are due.</summary>
internal sealed class SmtpLine(MailOptions options) : IAsyncDisposable
{
    // Replies to a mail that speak of the sign-in, not of the mail: RFC 4954, section 6.
    private static readonly int[] _signInReplies = [454, 530, 534, 535, 538];

    private readonly SmtpClient _client = new() { CheckCertificateRevocation = options.ChecksRevocation };

    public bool IsConnected => _client.IsConnected;

    /// <summary>Connects, encrypts and signs in.</summary>
    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> ConnectAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.ConnectTimeoutSeconds));
        try
        {
            await _client.ConnectAsync(options.Host!, options.Port, SocketOptions(options.Security), patience.Token);
            if (!string.IsNullOrEmpty(options.User))
            {
                await _client.AuthenticateAsync(options.User, options.Password!, patience.Token);
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await HangUpAsync();
            return $"No answer within {options.ConnectTimeoutSeconds} s.";
        }
        catch (Exception exception) when (IsOfTheLine(exception) || exception is SmtpCommandException or NotSupportedException)
        {
            await HangUpAsync();
            return exception.Message;
        }
    }

    /// <summary>Hands one message over.</summary>
    public async Task<HandoverOutcome> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.SendTimeoutSeconds));
        var travel = new Travel();
        try
        {
            await _client.SendAsync(message, patience.Token, travel);
            return new HandoverOutcome(Handover.Accepted);
        }
        catch (SmtpCommandException exception)
        {
            // A reply is a clear word: the server has not taken it.
            var reply = (int)exception.StatusCode;
            return new HandoverOutcome(reply >= 500 && !_signInReplies.Contains(reply) ? Handover.Refused : Handover.Deferred, $"{reply} {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await HangUpAsync();
            return new HandoverOutcome(travel.Outcome, $"No answer within {options.SendTimeoutSeconds} s.");
        }
        catch (Exception exception) when (IsOfTheLine(exception))
        {
            await HangUpAsync();
            return new HandoverOutcome(travel.Outcome, exception.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        _client.Dispose();
    }

    private static bool IsOfTheLine(Exception exception) =>
        exception is IOException or SocketException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException;

    private static SecureSocketOptions SocketOptions(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };

    private async Task HangUpAsync()
    {
        if (!_client.IsConnected)
        {
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception exception) when (IsOfTheLine(exception) || exception is OperationCanceledException or SmtpCommandException)
        {
            // The line is given up; a server that does not say goodbye is of no interest any more.
        }
    }

    /// <summary>Whether anything of the message has left.</summary>
    private sealed class Travel : ITransferProgress
    {
        public Handover Outcome { get; private set; } = Handover.Deferred;

        public void Report(long bytesTransferred, long totalSize) => Outcome = Handover.Unknown;

        public void Report(long bytesTransferred) => Outcome = Handover.Unknown;
    }
}
