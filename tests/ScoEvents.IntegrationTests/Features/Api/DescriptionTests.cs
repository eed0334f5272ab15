using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ScoEvents.IntegrationTests.Features.Public;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>The description of the interface that is served, read by a validator that is not ours.</summary>
public sealed partial class DescriptionTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    [Fact]
    public async Task The_description_and_every_example_in_it_are_valid()
    {
        var document = await portal.Browser.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative));

        var report = JsonDocument.Parse(await ValidateAsync(document)).RootElement;

        Assert.Equal("", string.Join(Environment.NewLine, report.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString())));
        Assert.StartsWith("3.1", report.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.InRange(report.GetProperty("examples").GetInt32(), 40, 400);
        Assert.DoesNotMatch(UnsaidText(), document);
    }

    [Fact]
    public async Task Every_address_of_the_interface_is_described()
    {
        var document = JsonDocument.Parse(await portal.Browser.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative))).RootElement;
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}")).Order(StringComparer.Ordinal);

        var mapped = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Where(endpoint => endpoint.RoutePattern.RawText != "/api/v1/openapi.json")
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {Constraint().Replace(endpoint.RoutePattern.RawText!, "}")}"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(mapped, described);
    }

    [Fact]
    public async Task The_description_is_not_sent_again_to_whoever_knows_it()
    {
        var first = await portal.Browser.GetApiAsync("/openapi.json");

        Assert.Equal(HttpStatusCode.NotModified, (await portal.Browser.GetApiAsync("/openapi.json", headers: ("If-None-Match", first.Tag!))).Status);
    }

    private static async Task<string> ValidateAsync(string document)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "ScoEvents.Exports.Tests", "Node");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules", "ajv")), "The foreign readers are missing; run eng/prerequisites.sh test.");
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "openapi.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(document);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    private static string Here([CallerFilePath] string path = "") => path;

    // A key that has no words is shown as it is.
    [GeneratedRegex("\"(title|detail)\": \"(Status\\.|[a-z]+[.-][a-z-]+\")")]
    private static partial Regex UnsaidText();

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
