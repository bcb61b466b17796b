using Modelwright.Nab.Scoring;

namespace Modelwright.Nab.Detectors;

/// <summary>Scores every row of a series by the rows before it.</summary>
internal interface ISeriesDetector
{
    /// <summary>What it is called in the table.</summary>
    string Name { get; }

    /// <summary>One score a row, higher is stranger.</summary>
    double[] Score(NabSeries series);
}
