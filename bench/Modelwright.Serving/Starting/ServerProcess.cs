using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Modelwright.Monitoring.Requests;
using Modelwright.Recording.Runs;
using Modelwright.Server;
using Modelwright.Server.Requests;

namespace Modelwright.Serving.Starting;

/// <summary>The server that is measured, with an endpoint beside that answers an empty object of JSON. It says its address and its routes, a line each, and ends with its input.</summary>
internal static class ServerProcess
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    /// <summary>The limits of a storm: low, so that it meets each of them.</summary>
    internal static readonly ServerLimits Tight = new()
    {
        BodyBytes = 1 << 20,
        BatchBytes = 4 << 20,
        PackageBytes = 1 << 20,
        LineBytes = 1 << 16,
        Rows = 1000,
        RequestTime = TimeSpan.FromSeconds(10),
        HeaderTime = TimeSpan.FromSeconds(3),
    };

    public static async Task<int> RunAsync(ServerSetup setup)
    {
        using var kept = setup.Log is { } folder ? RequestLog.Open(folder, setup.SegmentBytes > 0 ? new() { SegmentBytes = setup.SegmentBytes } : null) : null;
        using var log = kept is null ? null : new MappedRequestLog(kept);
        await using var app = ModelServer.Build(Options(setup, log), Quiet);
        app.MapMethods("/empty", ["POST"], (RequestDelegate)AnswerAsync);
        app.MapMethods("/heap", ["POST"], (RequestDelegate)TellHeapAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        Console.WriteLine(JsonSerializer.Serialize(Routes(app)));
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    private static ServerOptions Options(ServerSetup setup, MappedRequestLog? log)
    {
        var options = new ServerOptions
        {
            Packages = setup.Package is { } package ? new Dictionary<string, string> { [ServerSetup.Model] = package } : [],
            Port = 0,
            KeyFile = setup.Keys,
            PackageFolder = setup.Packages,
            Pages = setup.Pages ? new() : null,
            Limits = setup.IsTight ? Tight : new(),
            Registry = setup.Store is null ? null : new()
            {
                Store = new RunStore(setup.Store),
                Models = setup.ServesChampion ? new Dictionary<string, string> { [ServerSetup.Model] = $"{ServerSetup.Model}@champion" } : [],
            },
        };
        return log is null ? options : options with { RequestLog = log };
    }

    // Faults are for the person who reads the error output; the output is for the driver alone.
    private static void Quiet(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Error).AddConsole();
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static IEnumerable<string> Routes(WebApplication app) =>
        from source in ((IEndpointRouteBuilder)app).DataSources
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    // What is still in use after a collection: what a run leaves behind, whatever the collector has put off.
    private static Task TellHeapAsync(HttpContext context)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return context.Response.WriteAsync(GC.GetTotalMemory(forceFullCollection: false).ToString(CultureInfo.InvariantCulture));
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Empty.Length;
        await context.Response.BodyWriter.WriteAsync(Empty, context.RequestAborted);
    }
}
