using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;

namespace Modelwright.Explain;

/// <summary>
/// Shapley values of any model by sampling: from a background row to the row in hand, column after column in a random order, each
/// step's change of the answer is the column's. Each order is also walked backwards, and every background row is used once, so
/// that contributions add up exactly to the answer less the mean answer of the background.
/// </summary>
/// <remarks>Source: Štrumbelj and Kononenko 2014; the reversed orders: Mitchell and others 2022, <i>Sampling permutations for Shapley value estimation</i>.</remarks>
internal sealed class SampledContributions
{
    private readonly Package _package;
    private readonly IReadOnlyList<int> _outputs;
    private readonly ExplainOptions _options;
    private readonly Table _background;
    private readonly IReadOnlyList<string> _columns;
    private readonly int _width;

    /// <summary>Draws the background.</summary>
    internal SampledContributions(Package package, IReadOnlyList<string> columns, IReadOnlyList<int> outputs, ExplainOptions options)
    {
        (_package, _columns, _outputs, _options) = (package, columns, outputs, options);
        _background = Background(package, options);
        var answers = ModelAnswers.Of(package.Model.Form, _background);
        _width = answers.Length / _background.RowCount;
        Base = [.. outputs.Select(output => Enumerable.Range(0, _background.RowCount).Sum(row => answers[(row * _width) + output] / _background.RowCount))];
    }

    /// <summary>The mean answers of the background, one an output.</summary>
    internal double[] Base { get; }

    /// <summary>Explains a row.</summary>
    /// <param name="rows">Admitted rows.</param>
    /// <param name="row">Which.</param>
    /// <param name="output">Outputs x columns.</param>
    /// <param name="errors">The standard errors, in the same order.</param>
    internal void Explain(Table rows, int row, Span<double> output, Span<double> errors)
    {
        var random = new Random(Seeds.Mix(_options.Seed, row));
        var (count, samples) = (_columns.Count, _background.RowCount);
        var orders = new int[samples][];
        for (var sample = 0; sample < samples; sample++)
        {
            orders[sample] = [.. Enumerable.Range(0, count)];
            random.Shuffle(orders[sample]);
        }

        var answers = ModelAnswers.Of(_package.Model.Form, Walks(rows, row, orders));
        output.Clear();
        for (var target = 0; target < _outputs.Count; target++)
        {
            Sum(answers, orders, _outputs[target], output.Slice(target * count, count), errors.Slice(target * count, count));
        }
    }

    /// <summary>For each order: the background row, then one column after another from the row, and the same from the end of the order.</summary>
    private Table Walks(Table rows, int row, int[][] orders)
    {
        var (count, steps) = (_columns.Count, _columns.Count + 1);
        var columns = new Column[count];
        var fromRow = new bool[orders.Length * 2 * steps];
        for (var column = 0; column < count; column++)
        {
            for (var sample = 0; sample < orders.Length; sample++)
            {
                var place = Array.IndexOf(orders[sample], column);
                for (var step = 0; step < steps; step++)
                {
                    fromRow[(sample * 2 * steps) + step] = place < step;
                    fromRow[(((sample * 2) + 1) * steps) + step] = count - 1 - place < step;
                }
            }

            columns[column] = MixedColumn.Of(rows[_columns[column]], row, _background[_columns[column]], fromRow, place => place / (2 * steps));
        }

        return new(columns, fromRow.Length);
    }

    private void Sum(double[] answers, int[][] orders, int target, Span<double> output, Span<double> errors)
    {
        var steps = output.Length + 1;
        var pairs = new double[orders.Length * output.Length];
        for (var walk = 0; walk < 2 * orders.Length; walk++)
        {
            var order = orders[walk / 2];
            for (var step = 1; step < steps; step++)
            {
                var column = walk % 2 == 0 ? order[step - 1] : order[^step];
                var change = answers[(((walk * steps) + step) * _width) + target] - answers[(((walk * steps) + step - 1) * _width) + target];
                pairs[(walk / 2 * output.Length) + column] += change / 2;
            }
        }

        for (var column = 0; column < output.Length; column++)
        {
            var (mean, squares) = (0.0, 0.0);
            for (var sample = 0; sample < orders.Length; sample++)
            {
                mean += pairs[(sample * output.Length) + column] / orders.Length;
            }

            for (var sample = 0; sample < orders.Length; sample++)
            {
                var off = pairs[(sample * output.Length) + column] - mean;
                squares += off * off;
            }

            output[column] = mean;
            errors[column] = Math.Sqrt(squares / (orders.Length - 1) / orders.Length);
        }
    }

    private static Table Background(Package package, ExplainOptions options)
    {
        var seed = Seeds.Mix(options.Seed, -3);
        if (options.Background is { RowCount: > 1 } given)
        {
            var rows = Admission.Admit(given, package.Model.Schema, needsTarget: false).Table;
            return rows.RowCount <= options.Samples ? rows : rows.Take(RowSample.Draw(rows.RowCount, options.Samples, seed));
        }

        // The first row that is made up has no value at all, which no training row may have had.
        return package.Baseline.Draw(package.Model.Schema, options.Samples + 1, seed).Take([.. Enumerable.Range(1, options.Samples)]);
    }
}
