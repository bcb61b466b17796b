using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Prediction;

/// <summary>
/// What a bag of fold models answers, with the intervals that come from how far its models lie apart. Each model is asked once, for
/// both; the answers are those of the form to the bit.
/// </summary>
/// <param name="Numbers">One a row.</param>
/// <param name="Intervals">One a row.</param>
public sealed record FoldAnswers(double[] Numbers, Interval[] Intervals)
{
    /// <summary>Rows whose answers by each model are held at a time.</summary>
    private const int RowsAtATime = 65_536;

    /// <summary>Answers admitted rows.</summary>
    /// <param name="form">The mean of the models.</param>
    /// <param name="rule">The residuals of each of them.</param>
    /// <param name="rows">The form's inputs by name.</param>
    /// <param name="threads">Threads to use where rows are many; 1 or more. The answers are the same at any number.</param>
    /// <param name="cancellation">Looked at before every few thousand rows.</param>
    /// <returns>The answers in the order of the rows.</returns>
    /// <exception cref="ArtifactException">The form is not the mean of as many models as the rule has folds.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FoldAnswers Of(IForm form, FoldIntervalRule rule, Table rows, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(rows);
        if (Fault(form, rule) is { } fault)
        {
            throw new ArtifactException($"The intervals cannot be worked out: {fault}. Train the model again, or take its rule for intervals out.");
        }

        var bag = (NumberBlendForm)form;
        var answers = new FoldAnswers(new double[rows.RowCount], new Interval[rows.RowCount]);
        for (var from = 0; from < rows.RowCount; from += RowsAtATime)
        {
            int[] some = [.. Enumerable.Range(from, Math.Min(RowsAtATime, rows.RowCount - from))];
            var part = some.Length == rows.RowCount ? rows : rows.Take(some);
            double[][] folds = [.. bag.Members.Select(member => ModelAnswers.Of(member, part, threads, cancellation))];
            answers.Fill(from, folds, bag.Weights, rule);
        }

        return answers;
    }

    /// <summary>What keeps a form from answering with a rule; null where nothing does.</summary>
    /// <param name="form">A form.</param>
    /// <param name="rule">A rule.</param>
    /// <returns>A sentence without its end, or null.</returns>
    public static string? Fault(IForm form, FoldIntervalRule rule) => form is NumberBlendForm bag && bag.Members.Count == rule.Folds.Count
        ? null
        : FormattableString.Invariant($"there are residuals of {rule.Folds.Count} fold models, and form '{form?.Info.Name}' is not the mean of so many");

    private void Fill(int from, double[][] folds, double[] weights, FoldIntervalRule rule)
    {
        var rows = folds[0].Length;
        var means = Numbers.AsSpan(from, rows);
        for (var fold = 0; fold < folds.Length; fold++)
        {
            BlendSum.Add(folds[fold], weights[fold], means);
        }

        BlendSum.Hold(means);
        var own = new double[folds.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var fold = 0; fold < folds.Length; fold++)
            {
                own[fold] = folds[fold][row];
            }

            Intervals[from + row] = rule.Around(own, means[row]);
        }
    }
}
