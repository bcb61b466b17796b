using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Splits.Dealing;

namespace Modelwright.Validation;

/// <summary>Rows in the schema's types with what is asked of them; what every fit in a run starts from.</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Schema">The meaning of the columns.</param>
/// <param name="Table">All rows, all columns.</param>
internal sealed record LabelledRows(LearningTask Task, Schema Schema, Table Table)
{
    /// <summary>The target, none missing; null where the task has none.</summary>
    public Column? Target { get; init; }

    /// <summary>How much each row counts; null means one each.</summary>
    public double[]? Weights { get; init; }

    /// <summary>How much each class counts in a fit, by the target's codes; null means one each. Figures are not touched by it.</summary>
    public double[]? ClassWeights { get; init; }

    /// <summary>Steps that a person named; they come before those chosen for a learner.</summary>
    public NamedSteps Steps { get; init; } = NamedSteps.None;

    /// <summary>What a fit counts a row as: its own weight times that of its class; null means one each.</summary>
    public double[]? FitWeights
    {
        get
        {
            if (ClassWeights is null || Target is not CategoryColumn classes)
            {
                return Weights;
            }

            var weights = new double[Table.RowCount];
            for (var row = 0; row < weights.Length; row++)
            {
                weights[row] = ClassWeights[classes.Codes.At(row)] * (Weights?[row] ?? 1);
            }

            return weights;
        }
    }

    /// <summary>One number a row, the same for rows of one group, which tell less than as many rows of many; null where no column has the role group.</summary>
    public int[]? Groups => Schema.WithRole(ColumnRole.Group).FirstOrDefault() is { } spec && Table.TryGet(spec.Name, out var column)
        ? Codes.OfGroups(column).OfRow
        : null;

    /// <summary>The same rows without their columns: enough to pair answers with the truth, and cheap to take rows from.</summary>
    public LabelledRows AnswersOnly => this with { Table = new Table([], Table.RowCount) };

    /// <summary>The named rows.</summary>
    public LabelledRows Take(ReadOnlySpan<int> rows) => this with
    {
        Table = Table.Take(rows),
        Target = Target?.Take(rows),
        Weights = Weights is null ? null : Gather(Weights, rows),
    };

    private static double[] Gather(double[] values, ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        for (var index = 0; index < taken.Length; index++)
        {
            taken[index] = values[rows[index]];
        }

        return taken;
    }
}
