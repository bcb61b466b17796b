using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modelwright.Server.Security;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Modelwright.Server.Measuring;

/// <summary>What the server tells of itself: metrics at /metrics in the text form of Prometheus, and traces by OTLP where an endpoint is named.</summary>
internal static class Telemetry
{
    /// <summary>The source of traces, see <see cref="Traces"/>.</summary>
    internal static readonly ActivitySource Source = new("Modelwright");

    internal static void Add(IServiceCollection services, ServerOptions options)
    {
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("modelwright"));
        telemetry.WithMetrics(metrics => metrics
            .AddMeter("Modelwright", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddPrometheusExporter());
        if (options.TraceEndpoint is { } endpoint)
        {
            telemetry.WithTracing(traces => traces
                .AddSource(Source.Name, "Microsoft.AspNetCore")
                .AddOtlpExporter(export => (export.Endpoint, export.Protocol) = (endpoint, endpoint.Port == 4318 ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc)));
        }
    }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(RouteRole.Known);
}
