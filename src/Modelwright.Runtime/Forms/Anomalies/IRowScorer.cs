namespace Modelwright.Runtime.Forms.Anomalies;

/// <summary>What scores and explains filled rows; the pieces around it are the same for all detectors.</summary>
internal interface IRowScorer
{
    /// <summary>One score a row.</summary>
    /// <param name="values">Rows x inputs; NaN is missing.</param>
    /// <param name="scores">One a row; overwritten.</param>
    void Score(ReadOnlySpan<double> values, Span<double> scores);

    /// <summary>One part an input.</summary>
    /// <param name="values">Rows x inputs; NaN is missing.</param>
    /// <param name="parts">As many; overwritten.</param>
    void Explain(ReadOnlySpan<double> values, Span<double> parts);
}
