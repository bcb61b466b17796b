using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Runtime.Tests.Forms.Streaming;

/// <summary>Series of known behaviour.</summary>
internal static class Streams
{
    internal static StreamForm Form(StreamSettings? settings = null, params string[] inputs) =>
        new([.. (inputs.Length == 0 ? ["value"] : inputs).Select(name => new FormInput(name, ColumnType.Number, []))], settings ?? new() { Rest = 0 });

    /// <summary>The time of a reading every half hour from a Monday.</summary>
    internal static long HalfHour(int row) => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks + (row * TimeSpan.TicksPerMinute * 30);

    internal static double[] Noise(int rows, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    internal static StreamScore[] Read(StreamForm form, double[] values) => Read(form, form.Start(), values, 0);

    internal static StreamScore[] Read(StreamForm form, IStreamState state, double[] values, int firstRow)
    {
        var width = form.Info.Inputs.Count;
        var scores = new StreamScore[values.Length / width];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = form.Read(state, HalfHour(firstRow + row), values.AsSpan(row * width, width));
        }

        return scores;
    }

    internal static double Highest(StreamScore[] scores, int first, int last) => scores[first..last].Max(score => score.Score);
}
