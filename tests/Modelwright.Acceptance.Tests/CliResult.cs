using System.Text.Json;

namespace Modelwright.Acceptance.Tests;

/// <summary>What a process left.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>The one document on standard output.</summary>
    public JsonElement Document => JsonDocument.Parse(Output).RootElement;

    /// <summary>A figure of the evidence by metric; of the most trustworthy rows.</summary>
    public double Figure(string metric) => Document.GetProperty("evidence").GetProperty("figures").EnumerateArray()
        .First(figure => figure.GetProperty("metric").GetString() == metric).GetProperty("value").GetDouble();
}
