namespace Modelwright.Runtime.Prediction;

/// <summary>The answers to many rows, in their order. Immutable by agreement: its arrays are not to be changed.</summary>
public sealed class Predictions
{
    internal Predictions(IReadOnlyList<string> classes, int rowCount, double[] outputs, IReadOnlyList<ColumnCounts> counts)
    {
        Classes = classes;
        RowCount = rowCount;
        Outputs = outputs;
        Counts = counts;
    }

    /// <summary>The classes; empty for regression.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>For classification: rows x classes, the probabilities. For regression: one number a row.</summary>
    public double[] Outputs { get; }

    /// <summary>What was missing, unseen or unreadable, by column.</summary>
    public IReadOnlyList<ColumnCounts> Counts { get; }

    /// <summary>The answer to one row.</summary>
    /// <param name="row">0-based row.</param>
    public Answer this[int row] => row >= 0 && row < RowCount
        ? new(this, row)
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"There are {RowCount} rows, counted from 0.");

    /// <summary>For classification: the class with the highest probability, the first of them in a tie.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>The class.</returns>
    /// <exception cref="InvalidOperationException">The model answers numbers.</exception>
    public string Label(int row)
    {
        if (Classes.Count == 0)
        {
            throw new InvalidOperationException("The model answers numbers, not classes. Read Outputs instead.");
        }

        var shares = Outputs.AsSpan(row * Classes.Count, Classes.Count);
        var best = 0;
        for (var place = 1; place < shares.Length; place++)
        {
            best = shares[place] > shares[best] ? place : best;
        }

        return Classes[best];
    }
}
