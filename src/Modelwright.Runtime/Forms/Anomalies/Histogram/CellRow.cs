namespace Modelwright.Runtime.Forms.Anomalies.Histogram;

/// <summary>The histogram of one column: how much emptier each cell is than the fullest.</summary>
/// <param name="Edges">Ascending; a value equal to an edge is in the cell below it. The first and last cell are open to the outside.</param>
/// <param name="Rarities">One a cell, one more than edges: the logarithm of the fullest cell's density over its own, 0 or more.</param>
public sealed record CellRow(double[] Edges, double[] Rarities)
{
    /// <summary>The rarity of a value's cell; 0 where it is missing.</summary>
    internal double At(double value)
    {
        if (double.IsNaN(value))
        {
            return 0;
        }

        var (first, last) = (0, Edges.Length);
        while (first < last)
        {
            var middle = (first + last) / 2;
            (first, last) = Edges[middle] < value ? (middle + 1, last) : (first, middle);
        }

        return Rarities[first];
    }
}
