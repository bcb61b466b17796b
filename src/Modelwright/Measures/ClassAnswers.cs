using Modelwright.Core.Errors;

namespace Modelwright.Measures;

/// <summary>Answers of a classification: the true class and a probability for each class, row by row.</summary>
public sealed record ClassAnswers : Answers
{
    /// <summary>Takes over truth and answers; the arrays are not to be changed while scored.</summary>
    /// <param name="classes">The classes, in the order of the probabilities; at least one.</param>
    /// <param name="truth">The true class of each row, as a 0-based position in <paramref name="classes"/>; none missing.</param>
    /// <param name="probabilities">Rows x classes, row by row; finite.</param>
    /// <exception cref="DataException">The lengths differ, a class is out of range, or a probability is not finite.</exception>
    public ClassAnswers(IReadOnlyList<string> classes, int[] truth, double[] probabilities)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (classes.Count == 0)
        {
            throw new DataException("There are no classes to score. Give the classes in the order of the probabilities.");
        }

        if (probabilities.Length != (long)truth.Length * classes.Count)
        {
            throw new DataException($"There are {probabilities.Length} probabilities for {truth.Length} rows and {classes.Count} classes. Give one a row and class, row by row.");
        }

        CheckTruth(truth, classes.Count);
        CheckFinite("A probability", probabilities, classes.Count);
        Classes = classes;
        Truth = truth;
        Probabilities = probabilities;
    }

    /// <summary>The classes, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The true class of each row, as a 0-based position in <see cref="Classes"/>.</summary>
    public int[] Truth { get; }

    /// <summary>Rows x classes, row by row.</summary>
    public double[] Probabilities { get; }

    /// <summary>Of two classes, the 0-based position of the one that is looked for; by default the second. Not used with more.</summary>
    public int Positive { get; init; } = 1;

    /// <inheritdoc/>
    public override int Count => Truth.Length;

    /// <summary>The answered class of each row, as a 0-based position in <see cref="Classes"/>; null means the most probable.</summary>
    /// <exception cref="DataException">There is not one a row, or a class is out of range.</exception>
    public int[]? Decided
    {
        get;
        init
        {
            CheckDecided(value);
            field = value;
        }
    }

    /// <inheritdoc/>
    public override Answers Take(ReadOnlySpan<int> rows)
    {
        var width = Classes.Count;
        var probabilities = new double[rows.Length * width];
        for (var index = 0; index < rows.Length; index++)
        {
            Probabilities.AsSpan(rows[index] * width, width).CopyTo(probabilities.AsSpan(index * width));
        }

        return new ClassAnswers(Classes, Gather(Truth, rows), probabilities)
        {
            Positive = Positive,
            Decided = Decided is { } decided ? Gather(decided, rows) : null,
            Weights = Weights is { } weights ? Gather(weights, rows) : null,
        };
    }

    /// <summary>The answered class of a row: the one decided on, else the most probable, of equals the first.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>A 0-based position in <see cref="Classes"/>.</returns>
    public int Answered(int row)
    {
        if (Decided is { } decided)
        {
            return decided[row];
        }

        var width = Classes.Count;
        var probabilities = Probabilities.AsSpan(row * width, width);
        var best = 0;
        for (var column = 1; column < width; column++)
        {
            if (probabilities[column] > probabilities[best])
            {
                best = column;
            }
        }

        return best;
    }

    private void CheckDecided(int[]? decided)
    {
        if (decided is not null && decided.Length != Truth.Length)
        {
            throw new DataException($"There are {decided.Length} answered classes for {Truth.Length} rows. Give one a row.");
        }

        for (var row = 0; decided is not null && row < decided.Length; row++)
        {
            if ((uint)decided[row] >= (uint)Classes.Count)
            {
                throw new DataException($"The answered class of row {row + 1} is number {decided[row]}, but there are {Classes.Count} classes, from 0. Give a position in the list of classes.");
            }
        }
    }

    private static void CheckTruth(int[] truth, int classes)
    {
        for (var row = 0; row < truth.Length; row++)
        {
            if ((uint)truth[row] >= (uint)classes)
            {
                throw new DataException($"The true class of row {row + 1} is number {truth[row]}, but there are {classes} classes, from 0. Leave rows without a known class out.");
            }
        }
    }
}
