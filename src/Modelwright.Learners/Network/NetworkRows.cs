using Modelwright.Core.Learning;

namespace Modelwright.Learners.Network;

/// <summary>Rows with what is to be answered to them.</summary>
/// <param name="Values">The rows.</param>
/// <param name="Labels">One a row.</param>
/// <param name="Weights">One a row, of mean 1; null for one each.</param>
internal sealed record NetworkRows(EncodedRows Values, float[] Labels, double[]? Weights)
{
    /// <summary>Reads rows.</summary>
    /// <param name="layout">The columns.</param>
    /// <param name="target">The units of the target.</param>
    /// <param name="rows">The rows, with a target.</param>
    /// <param name="classes">The classes of the training set.</param>
    public static NetworkRows Of(ColumnLayout layout, NetworkTarget target, TrainingSet rows, IReadOnlyList<string> classes)
    {
        double[]? weights = null;
        if (rows.Weights is { } given && given.Sum() is var sum and > 0)
        {
            weights = Array.ConvertAll(given, weight => weight * given.Length / sum);
        }

        return new(new(layout, rows.Features), target.Labels(rows.Target!, classes), weights);
    }
}
