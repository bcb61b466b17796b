using Modelwright.Runtime.Forms.Calibrated;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>The probabilities of a bound form, mapped.</summary>
/// <param name="then">What answers before the map.</param>
/// <param name="map">What turns its probabilities into calibrated ones.</param>
/// <param name="classes">Number of classes.</param>
internal sealed class CalibratedAnswer(RowAnswer then, ProbabilityMap map, int classes) : RowAnswer
{
    internal override void Answer(ReadOnlySpan<double> rows, int width, Span<double> output)
    {
        then.Answer(rows, width, output);
        map.Apply(output, classes);
    }
}
