using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>What the rows of a table scored, in the order of its rows.</summary>
/// <param name="Scores">How strange each row is: finite, 0 or more, higher is stranger.</param>
/// <param name="Inputs">The input that made it so, as a position in the form's inputs; -1 where no input had a value.</param>
/// <param name="Usual">The value to be expected of that input, in its unit; NaN where there was none.</param>
public sealed record StreamScores(IReadOnlyList<double> Scores, IReadOnlyList<int> Inputs, IReadOnlyList<double> Usual)
{
    /// <summary>In what way that input was strange.</summary>
    public IReadOnlyList<StreamSign> Signs { get; init; } = [];

    /// <summary>The rows of each series in order of time, series in order of their first rows.</summary>
    public IReadOnlyList<StreamSeries> Series { get; init; } = [];
}
