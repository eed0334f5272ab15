using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace ScoEvents.Web.Hosting;

internal static class PortalLogging
{
    private const string ReadableLine =
        "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj} {TraceId}{NewLine}{Exception}";

    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.With<WithoutAddresses>();
        configuration = builder.Environment.IsProduction()
            ? configuration.WriteTo.Console(new JsonFormatter(renderMessage: true))
            : configuration.WriteTo.Console(
                outputTemplate: ReadableLine,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture);

        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }

    /// <summary>
    /// The host adds the path of the request to every line. Paths may hold the key of a personal calendar
    /// feed, so lines carry the route pattern (see <see cref="RequestLog"/>) and the trace id only.
    /// </summary>
    private sealed class WithoutAddresses : ILogEventEnricher
    {
        private static readonly string[] _withheld = ["RequestPath", "ConnectionId", "TransportConnectionId"];

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var name in _withheld)
            {
                logEvent.RemovePropertyIfPresent(name);
            }
        }
    }
}
