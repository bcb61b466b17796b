using Modelwright.Core.Learning;
using Modelwright.Learners.Additive.Losses;

namespace Modelwright.Learners.Additive.Pairs;

/// <summary>
/// Finds the pairs of columns that say more together than their shapes have said: each is judged by the best way to cut its
/// table in four, on what the shapes have left over.
/// </summary>
/// <remarks>FAST: Lou, Caruana, Gehrke &amp; Hooker 2013, "Accurate intelligible models with pairwise interactions", section 4.</remarks>
internal sealed class PairRanking(IReadOnlyList<BinnedInput> inputs, IReadOnlyList<PairParts> parts, RowSlopes slopes, int rows)
{
    /// <summary>Rows looked at; of more, every second, third and so on.</summary>
    private const int MostRows = 50_000;

    private readonly int _stride = Math.Max(1, (rows + MostRows - 1) / MostRows);

    /// <summary>The pairs that promise most, best first; those that promise nothing are left out. What it says once the deadline has come is of no use.</summary>
    /// <param name="columns">The columns looked at.</param>
    /// <param name="most">Pairs at most.</param>
    /// <param name="rule">How trees are grown.</param>
    /// <param name="context">Threads and cancellation.</param>
    public (int First, int Second)[] Best(int[] columns, int most, GrowRule rule, FitContext context)
    {
        (int First, int Second)[] pairs = [.. columns.SelectMany((first, place) => columns.Skip(place + 1).Select(second => (first, second)))];
        var gains = new double[pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { MaxDegreeOfParallelism = context.Threads }, pair =>
        {
            if (!context.Cancellation.IsCancellationRequested && !context.IsLate)
            {
                gains[pair] = Gain(pairs[pair].First, pairs[pair].Second, rule.MinSamplesLeaf);
            }
        });
        context.Cancellation.ThrowIfCancellationRequested();
        return [.. Enumerable.Range(0, pairs.Length).Where(pair => gains[pair] > 0).OrderByDescending(pair => gains[pair]).Take(most).Select(pair => pairs[pair])];
    }

    private double Gain(int first, int second, int leaf)
    {
        var (one, other) = (parts[first], parts[second]);
        var table = new Cell[one.Count * other.Count];
        var outputs = slopes.Gradients.Length / slopes.Weights.Length;
        var gain = 0.0;
        for (var output = 0; output < outputs; output++)
        {
            Array.Clear(table);
            Fill(table, first, second, output * slopes.Weights.Length);
            gain += Best(table, other.Count, leaf);
        }

        return gain;
    }

    private void Fill(Cell[] table, int first, int second, int from)
    {
        var (one, other) = (inputs[first].Bins, inputs[second].Bins);
        var (ofOne, ofOther, columns) = (parts[first].OfBin, parts[second].OfBin, parts[second].Count);
        for (var row = 0; row < rows; row += _stride)
        {
            ref var cell = ref table[(ofOne[one[row]] * columns) + ofOther[other[row]]];
            cell.Gradient += slopes.Gradients[from + row];
            cell.Hessian += slopes.Hessians[from + row];
            cell.Rows++;
        }
    }

    /// <summary>What the best two cuts, one of the rows and one of the columns, gain together.</summary>
    private static double Best(Cell[] table, int columns, int leaf)
    {
        var rows = table.Length / columns;
        var above = new Cell[columns];
        var all = new Cell[columns];
        for (var cell = 0; cell < table.Length; cell++)
        {
            Add(ref all[cell % columns], table[cell], 1);
        }

        var (best, whole) = (0.0, Sum(all));
        var least = GrowRule.Gain(whole.Gradient, whole.Hessian);
        for (var row = 0; row < rows - 1; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                Add(ref above[column], table[(row * columns) + column], 1);
            }

            best = Math.Max(best, Best(above, all, leaf) - least);
        }

        return best;
    }

    private static double Best(Cell[] above, Cell[] all, int leaf)
    {
        var (top, whole) = (Sum(above), Sum(all));
        var (topLeft, left) = (default(Cell), default(Cell));
        var best = 0.0;
        for (var column = 0; column < above.Length - 1; column++)
        {
            Add(ref topLeft, above[column], 1);
            Add(ref left, all[column], 1);
            var topRight = Less(top, topLeft);
            var bottomLeft = Less(left, topLeft);
            var bottomRight = Less(Less(whole, top), bottomLeft);
            if (Math.Min(Math.Min(topLeft.Rows, topRight.Rows), Math.Min(bottomLeft.Rows, bottomRight.Rows)) >= leaf)
            {
                best = Math.Max(best, Gain(topLeft) + Gain(topRight) + Gain(bottomLeft) + Gain(bottomRight));
            }
        }

        return best;
    }

    private static double Gain(in Cell cell) => GrowRule.Gain(cell.Gradient, cell.Hessian);

    private static Cell Less(in Cell whole, in Cell part)
    {
        var rest = whole;
        Add(ref rest, part, -1);
        return rest;
    }

    private static Cell Sum(Cell[] cells)
    {
        var sum = default(Cell);
        foreach (var cell in cells)
        {
            Add(ref sum, cell, 1);
        }

        return sum;
    }

    private static void Add(ref Cell sum, in Cell cell, int sign)
    {
        sum.Gradient += sign * cell.Gradient;
        sum.Hessian += sign * cell.Hessian;
        sum.Rows += sign * cell.Rows;
    }
}
