using Modelwright.Core.Errors;

namespace Modelwright.Measures.Segments;

/// <summary>The rows of each segment and its centre; rows of a negative label (noise) belong to none.</summary>
internal sealed class SegmentMembers
{
    private SegmentMembers(PointMatrix points, int[][] rows)
    {
        (Points, Rows) = (points, rows);
        Centres = [.. rows.Select(own => CentreOf(points, own))];
    }

    /// <summary>All points.</summary>
    public PointMatrix Points { get; }

    /// <summary>Ascending rows of each segment that has any, in the order of the labels.</summary>
    public int[][] Rows { get; }

    /// <summary>The mean place of each.</summary>
    public double[][] Centres { get; }

    /// <summary>Rows of all segments.</summary>
    public int Count => Rows.Sum(own => own.Length);

    /// <summary>Gathers them.</summary>
    /// <param name="points">The points.</param>
    /// <param name="labels">One a row.</param>
    /// <exception cref="DataException">There is not one label a row.</exception>
    public static SegmentMembers Of(PointMatrix points, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (labels.Length != points.Rows)
        {
            throw new DataException($"There are {labels.Length} labels for {points.Rows} rows. Give one a row.");
        }

        var members = new SortedDictionary<int, List<int>>();
        for (var row = 0; row < labels.Length; row++)
        {
            if (labels[row] >= 0)
            {
                if (!members.TryGetValue(labels[row], out var own))
                {
                    members.Add(labels[row], own = []);
                }

                own.Add(row);
            }
        }

        return new(points, [.. members.Values.Select(own => own.ToArray())]);
    }

    /// <summary>The mean place of some rows.</summary>
    public static double[] CentreOf(PointMatrix points, ReadOnlySpan<int> rows)
    {
        var centre = new double[points.Columns];
        foreach (var row in rows)
        {
            var place = points.Row(row);
            for (var column = 0; column < centre.Length; column++)
            {
                centre[column] += place[column];
            }
        }

        for (var column = 0; column < centre.Length; column++)
        {
            centre[column] /= Math.Max(rows.Length, 1);
        }

        return centre;
    }
}
