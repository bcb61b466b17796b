using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Tests.Prediction.Streams;

/// <summary>A reading as a program has it.</summary>
internal sealed record PumpReading(DateTime Time, double? Value, double? Load);

/// <summary>The example of docs/prediction.md, compiled.</summary>
internal static class StreamExample
{
    internal static void Run(string package, string kept, IEnumerable<PumpReading> readings, Action<string> warn)
    {
        // <example>
        using var predictor = Predictor.Load(package);
        var stream = File.Exists(kept) ? predictor.ResumeStream(File.ReadAllBytes(kept)) : predictor.BeginStream("pump-3");
        foreach (var reading in readings)
        {
            var answer = stream.Read(reading);
            if (answer["anomaly"] == 1)
            {
                warn($"{reading.Time:s}: {answer.Text}");
            }
        }

        File.WriteAllBytes(kept, stream.Save());
        // </example>
    }
}
