using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Modelwright.Server;

namespace Modelwright.Serving;

/// <summary>The server that is measured, with an endpoint beside that answers an empty object of JSON.</summary>
internal static class ServerProcess
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    public static async Task<int> RunAsync(string package)
    {
        await using var app = ModelServer.Build(
            new() { Packages = new Dictionary<string, string> { ["model"] = package }, Port = 0, Limits = new() { Versions = 30 } },
            builder => builder.Logging.ClearProviders());
        app.MapMethods("/empty", ["POST"], (RequestDelegate)AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
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
