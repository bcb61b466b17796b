using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Nab.Scoring;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Nab.Detectors;

/// <summary>Modelwright's detector of streams.</summary>
/// <param name="name">What it is called in the table.</param>
/// <param name="settings">Its settings.</param>
internal sealed class StreamDetector(string name, StreamSettings settings) : ISeriesDetector
{
    private static readonly FormInput[] Inputs = [new("value", ColumnType.Number, [])];

    public string Name => name;

    public double[] Score(NabSeries series)
    {
        var form = new StreamForm(Inputs, settings);
        var state = form.Start();
        var scores = new double[series.Values.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = form.Read(state, series.Times[row], series.Values.AsSpan(row, 1)).Score;
        }

        return scores;
    }
}
