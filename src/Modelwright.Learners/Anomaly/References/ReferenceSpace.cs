using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>Lays out the space in which rows are compared. Steps bring numbers to one scale, so a scale stays 1 but where single precision needs another.</summary>
internal static class ReferenceSpace
{
    private const double LeastPlain = 1e-6;
    private const double MostPlain = 1e4;

    /// <summary>The space of some rows; columns that tell nothing apart are left out.</summary>
    public static NeighborSpace Of(Table features, int[] rows)
    {
        List<FormInput> inputs = [];
        List<double> centers = [];
        List<double> scales = [];
        foreach (var column in features.Columns.OfType<NumberColumn>())
        {
            var spread = ColumnSpread.Of(column, rows);
            if (spread.Scale > 0)
            {
                inputs.Add(new(column.Name, ColumnType.Number, []));
                centers.Add(spread.Center);
                scales.Add(spread.Scale is >= 1 / MostPlain and <= 1 / LeastPlain ? 1 : spread.Scale);
            }
        }

        return new(inputs, [.. centers], [.. scales], NeighborMetric.Euclidean);
    }
}
