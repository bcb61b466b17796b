using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Monitoring.References;
using Modelwright.Stress.Slices;

namespace Modelwright.Monitoring.Drift;

/// <summary>How far distributions have moved: each column, what is answered, the target, and all columns together.</summary>
/// <param name="reference">The reference.</param>
/// <param name="columns">The columns of the window in the order of the reference, as they are compared.</param>
/// <param name="codes">Their bins.</param>
internal sealed class DriftStage(ReferenceDocument reference, IReadOnlyList<Column> columns, IReadOnlyList<int[]> codes)
{
    /// <summary>The share of false discoveries among what is said to have drifted.</summary>
    private const double MostFalse = 0.01;

    /// <summary>A Jensen-Shannon distance that matters: about what a normal distribution has when it moves by a quarter of its standard deviation, where Cohen 1988 calls 0.2 small.</summary>
    private const double LeastDistance = 0.1;

    /// <summary>A threshold is so many times the greatest distance within the reference.</summary>
    private const double Margin = 1.5;

    /// <summary>Fewer values say nothing of a distribution.</summary>
    private const int FewestValues = 30;

    /// <summary>Compares.</summary>
    /// <param name="answers">What is answered; empty where nothing is.</param>
    /// <param name="target">The labels; null where there are too few.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The furthest first.</returns>
    public IReadOnlyList<DriftFigure> Run(IReadOnlyList<Column> answers, Column? target, CancellationToken cancellation)
    {
        List<DriftFigure?> figures = [.. reference.Columns.Select((column, place) => Of(column, codes[place], "column"))];
        figures.AddRange(reference.Answers.Zip(answers, (column, cells) => Of(column, ColumnCells.Codes(cells, column), "answer")));
        if (target is not null && reference.Target is { } known)
        {
            figures.Add(Of(known, ColumnCells.Codes(target, known), "target"));
        }

        figures.Add(Together(cancellation));
        DriftFigure[] found = [.. figures.OfType<DriftFigure>()];
        var shares = FalseDiscoveries.Shares([.. found.Select(figure => figure.Chance)]);
        return
        [
            .. found.Zip(shares, (figure, share) => figure with { FalseShare = share, HasDrifted = share <= MostFalse && figure.Distance >= figure.Threshold })
                .OrderByDescending(figure => figure.HasDrifted).ThenByDescending(figure => figure.Distance / figure.Threshold),
        ];
    }

    /// <summary>The notes about what has drifted. None is an alarm: whether it hurts is another question.</summary>
    public static IEnumerable<WindowFinding> Findings(IReadOnlyList<DriftFigure> figures) => figures.Where(figure => figure.HasDrifted).Select(figure => new WindowFinding(
        figure.Of switch { "column" => "drift", "answer" => "answer_drift", "target" => "target_drift", _ => "joint_drift" },
        figure.Of == "column" ? figure.Name : null,
        IsAlarm: false,
        figure.Distance,
        figure.Threshold,
        figure.Chance,
        Sentence(figure)));

    private static string Sentence(DriftFigure figure)
    {
        var far = string.Create(CultureInfo.InvariantCulture, $"by {figure.Distance:0.###}, where {figure.Threshold:0.###} matters");
        return figure.Of switch
        {
            "column" => $"Column '{figure.Name}' is distributed otherwise than in the reference ({far}). See whether its source has changed; the performance figures say whether it hurts.",
            "answer" => $"The model answers otherwise than on the reference: '{figure.Name}' has moved ({far}). See which columns have drifted; the performance figures say whether it hurts.",
            "target" => $"The labels of '{figure.Name}' are distributed otherwise than in the reference ({far}). Shares of classes or the level of numbers have changed: the model may have to be trained anew.",
            _ => $"All columns together are distributed otherwise than in the reference ({far}), which may be so where no single one is. See whether they hang together as before.",
        };
    }

    private static DriftFigure? Of(ReferenceColumn column, int[] cells, string of)
    {
        var (shares, values) = ColumnCells.Shares(cells, column.Shares.Length, 0, cells.Length);
        return column.Shares.Length < 2 || values < FewestValues || column.Values < FewestValues
            ? null
            : new(column.Name, of, Distances.Corrected(shares, values, column.Shares, column.Values), Math.Max(LeastDistance, Margin * column.UsualDistance), SharesTest.Chance(shares, values, column.Shares, column.Values), 1, HasDrifted: false);
    }

    private DriftFigure? Together(CancellationToken cancellation)
    {
        if (reference.Together is not { } known || columns.Count == 0 || columns[0].RowCount < FewestValues)
        {
            return null;
        }

        var rows = new RandomFeatures(reference.Columns, known.Seed).Of(columns, codes, cancellation);
        var (distance, chance) = RandomFeatures.Compare(known, RandomFeatures.Means(rows), (1.0 / rows.Length) + (1.0 / known.Rows));
        return new("all columns", "together", distance, Math.Max(LeastDistance, Margin * known.UsualDistance), chance, 1, HasDrifted: false);
    }
}
