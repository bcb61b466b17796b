using Modelwright.Core.Data;
using Modelwright.Monitoring.Drift;

namespace Modelwright.Monitoring.Quality;

/// <summary>Values that are far outside a range: by more than half of its width, so that what merely moves does not count.</summary>
internal static class ValueRange
{
    private const double PartOfTheWidth = 0.5;

    /// <summary>Counts them.</summary>
    /// <param name="column">Numbers or times.</param>
    /// <param name="edges">The borders of the bins; two or more.</param>
    /// <returns>Values outside, and all values.</returns>
    public static (int Outside, int Values) Outside(Column column, double[] edges)
    {
        var margin = PartOfTheWidth * (edges[^1] - edges[0]);
        var (outside, values) = (0, 0);
        for (var row = 0; row < column.RowCount; row++)
        {
            var value = ColumnCells.Value(column, row);
            if (!double.IsNaN(value))
            {
                values++;
                outside += value < edges[0] - margin || value > edges[^1] + margin ? 1 : 0;
            }
        }

        return (outside, values);
    }
}
