using Modelwright.Core.Data;

namespace Modelwright.Core.Learning.Abilities;

/// <summary>What a form that assigns clusters answers as columns.</summary>
public static class ClusterAnswers
{
    /// <summary>'segment' counted from 1, 0 for none; 'distance'; 'doubt'.</summary>
    public static IReadOnlyList<AnswerColumn> Columns { get; } =
    [
        new("segment", AnswerColumnKind.Whole, "The segment, counted from 1; 0 where the row belongs to none."),
        new("distance", AnswerColumnKind.Number, "How far the row is from its segment; 1 is usual there."),
        new("doubt", AnswerColumnKind.Number, "From 0, where no other segment is near, to 1, where another is as near."),
    ];

    /// <summary>Asks the form.</summary>
    /// <param name="form">What assigns.</param>
    /// <param name="rows">Its inputs by name.</param>
    /// <param name="output">Rows x <see cref="Columns"/>.</param>
    /// <exception cref="ArgumentException">The output has another length.</exception>
    public static void Of(IAssignsClusters form, Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rows);
        if (output.Length != (long)rows.RowCount * Columns.Count)
        {
            throw new ArgumentException($"The output has room for {output.Length} numbers; {rows.RowCount} rows of {Columns.Count} need {(long)rows.RowCount * Columns.Count}.", nameof(output));
        }

        var (clusters, distances, doubts) = (new int[rows.RowCount], new double[rows.RowCount], new double[rows.RowCount]);
        form.Assign(rows, clusters, distances, doubts);
        for (var row = 0; row < clusters.Length; row++)
        {
            var answer = output.Slice(row * 3, 3);
            answer[0] = clusters[row] + 1;
            answer[1] = distances[row];
            answer[2] = doubts[row];
        }
    }
}
