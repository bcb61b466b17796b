namespace Modelwright.Learners.Trees;

/// <summary>Finds splits of one node after another; holds its own working memory, so one a thread.</summary>
internal abstract class NodeSplitter
{
    /// <summary>Whether all rows of the node have one answer.</summary>
    public abstract bool IsPure { get; }

    /// <summary>Takes up a node.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="draws">How often each row of the table was drawn.</param>
    public abstract void Enter(ReadOnlySpan<int> rows, int[] draws);

    /// <summary>Looks for the best split of the node by a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="number">Its number.</param>
    /// <param name="rows">The node's rows.</param>
    /// <param name="leastRows">Rows that each side must keep.</param>
    /// <param name="best">The best split so far; replaced by a better one.</param>
    /// <returns>False where the column is constant in the node.</returns>
    public abstract bool Search(BinnedColumn column, int number, ReadOnlySpan<int> rows, int leastRows, ref Split best);

    /// <summary>Judges one split of the node by a column at a drawn threshold.</summary>
    /// <param name="column">The column.</param>
    /// <param name="number">Its number.</param>
    /// <param name="rows">The node's rows.</param>
    /// <param name="leastRows">Rows that each side must keep.</param>
    /// <param name="random">Where the threshold comes from.</param>
    /// <param name="best">The best split so far; replaced by a better one.</param>
    /// <returns>False where the column is constant in the node.</returns>
    public bool Draw(BinnedColumn column, int number, ReadOnlySpan<int> rows, int leastRows, ref SeededRandom random, ref Split best)
    {
        if (RandomThreshold.Draw(column, rows, ref random) is not { } drawn)
        {
            return false;
        }

        var score = Judge(column.Bins, rows, drawn, leastRows);
        if (score > best.Score)
        {
            best = drawn with { Column = number, Score = score };
        }

        return true;
    }

    /// <summary>Adds the values of a leaf made of the node.</summary>
    public abstract void WriteLeaf(List<double> leaves);

    /// <summary>The score of a split; negative infinity where a side is too small.</summary>
    protected abstract double Judge(byte[] bins, ReadOnlySpan<int> rows, Split split, int leastRows);
}
