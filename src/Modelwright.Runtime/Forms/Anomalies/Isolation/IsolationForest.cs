using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Anomalies.Isolation;

/// <summary>
/// Trees that cut a sample of rows by chance until each is alone. All nodes of all trees stand in one row of arrays, tree after tree, a node
/// before its children, and the two children of a node side by side.
/// </summary>
/// <param name="Inputs">Number columns.</param>
/// <param name="SampleSize">Rows that each tree was grown on.</param>
public sealed record IsolationForest(IReadOnlyList<FormInput> Inputs, int SampleSize)
{
    /// <summary>The first node of each tree; the first is 0.</summary>
    public required int[] Roots { get; init; }

    /// <summary>The lower child of each node, the upper one is next to it; 0 where the node is a leaf.</summary>
    public required int[] Lower { get; init; }

    /// <summary>The sum above which a row goes to the upper child; 0 for a leaf. Drawn by chance, so no row's value.</summary>
    public required double[] Thresholds { get; init; }

    /// <summary>Training rows of the sample that ended in each leaf; 0 for other nodes.</summary>
    public required int[] Counts { get; init; }

    /// <summary>Columns that a cut looks at, 1 or more: 1 cuts along the axes, more by hyperplanes.</summary>
    public int CutWidth { get; init; } = 1;

    /// <summary>Nodes x <see cref="CutWidth"/>: which inputs a cut looks at.</summary>
    public required int[] Columns { get; init; }

    /// <summary>Nodes x <see cref="CutWidth"/>: what each input counts in the sum; empty where <see cref="CutWidth"/> is 1, where it counts 1.</summary>
    public double[] Weights { get; init; } = [];

    /// <summary>One an input: its usual value, from which the parts of a hyperplane are told apart; empty where <see cref="CutWidth"/> is 1.</summary>
    public double[] Centers { get; init; } = [];

    /// <summary>What a cut compares with its threshold; a missing value makes it NaN, which is on the lower side.</summary>
    internal double Sum(int node, ReadOnlySpan<double> row)
    {
        if (CutWidth == 1)
        {
            return row[Columns[node]];
        }

        var sum = 0.0;
        for (var place = node * CutWidth; place < (node + 1) * CutWidth; place++)
        {
            // A column that does not count may be missing.
            sum += Weights[place] == 0 ? 0 : Weights[place] * row[Columns[place]];
        }

        return sum;
    }

    internal long Bytes => (4L * (Roots.Length + Lower.Length + Counts.Length + Columns.Length)) + (8L * (Thresholds.Length + Weights.Length));
}
