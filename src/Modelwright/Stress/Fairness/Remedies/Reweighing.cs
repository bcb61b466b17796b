using Modelwright.Measures.Comparing;

namespace Modelwright.Stress.Fairness.Remedies;

/// <summary>Weights for training by which groups and classes do not hang together, and what a model that was trained so gives and costs.</summary>
/// <param name="ground">The model and the groups of one column.</param>
/// <param name="measure">The measure that is to be better.</param>
/// <remarks>Source: Kamiran &amp; Calders 2012, "Data preprocessing techniques for classification without discrimination", section 5.3.</remarks>
internal sealed class Reweighing(RemedyGround ground, FairnessMeasure measure)
{
    /// <summary>Trains anew and measures on all rows, none of which the new model may have been trained on.</summary>
    /// <param name="retrain">Trains.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="InvalidOperationException">What trains answered other rows.</exception>
    public FairnessRemedy? Run(RetrainWeighed retrain, CancellationToken cancellation)
    {
        var target = ground.Model.Schema.Target!.Name;

        // What trains may be simpler than the model under test, so the price is told against what it gives without weights.
        var before = retrain(ground.Groups.Column, rows => [.. Enumerable.Repeat(1.0, rows.RowCount)], cancellation);
        var after = retrain(ground.Groups.Column, rows => Weights(ground.Groups.Assign(rows), [.. Enumerable.Range(0, rows.RowCount).Select(rows[target].Format)]), cancellation);
        var asked = ground.Model.Rows.RowCount;
        if (before.Count != asked || after.Count != asked)
        {
            throw new InvalidOperationException($"The model that was trained anew answered {Math.Min(before.Count, after.Count)} rows, where {asked} were asked.");
        }

        int[] rows = [.. Enumerable.Range(0, before.Count)];
        if (ground.Gap(before, rows, measure) is not { } gapBefore || ground.Gap(after, rows, measure) is not { } gapAfter)
        {
            return null;
        }

        var metric = ground.Model.Metric;
        var price = ((IPairedMetric)metric).Difference(before, after, ground.Model.Groups);
        var (scoreBefore, scoreAfter) = (metric.Score(before), metric.Score(after));
        return new()
        {
            Name = "reweighing",
            Measure = measure.Name,
            GapBefore = gapBefore,
            GapAfter = gapAfter,
            Metric = metric.Info.Name,
            Before = scoreBefore,
            After = scoreAfter,
            Price = price,
            Sentence = $"Trained with weights by which '{ground.Groups.Column}' and '{target}' do not hang together, {RemedyWords.Say((gapBefore, gapAfter), metric, (scoreBefore, scoreAfter), price)}",
        };
    }

    /// <summary>For each row how often its group and class would come together by chance, over how often they do.</summary>
    /// <param name="groups">The group of each row; -1 for none.</param>
    /// <param name="classes">The class of each row; null for none.</param>
    /// <returns>One a row; 1 for rows without a group or a class. In every class the weights of a group add up to its share of all rows.</returns>
    public static double[] Weights(int[] groups, string?[] classes)
    {
        var known = groups.Zip(classes).Where(row => row is { First: >= 0, Second: not null }).ToArray();
        var byGroup = known.CountBy(row => row.First).ToDictionary();
        var byClass = known.CountBy(row => row.Second!).ToDictionary();
        var byBoth = known.CountBy(row => row).ToDictionary();
        return [.. groups.Zip(classes).Select(row => row is { First: >= 0, Second: { } name } ? (double)byGroup[row.First] * byClass[name] / ((double)known.Length * byBoth[row]) : 1)];
    }
}
