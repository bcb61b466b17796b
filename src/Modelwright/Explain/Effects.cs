using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording.Insights;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;

namespace Modelwright.Explain;

/// <summary>
/// How a model's mean answer moves with a column, or with two: partial dependence with intervals, and accumulated local effects.
/// Costs rows x points answers a column.
/// </summary>
/// <remarks>Sources: Friedman 2001, <i>Greedy function approximation</i>; Apley and Zhu 2020, <i>Visualizing the effects of predictor variables in black box supervised learning models</i>.</remarks>
public sealed class Effects
{
    /// <summary>Half the width of a 95 % interval in standard errors.</summary>
    private const double Quantile = 1.96;
    private const int PointsOfMap = 8;

    private readonly IForm _form;
    private readonly Table _rows;
    private readonly Dictionary<string, ColumnStatistics> _statistics;
    private readonly EffectOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly int _width;
    private readonly int[] _outputs;

    /// <summary>Prepares to look at a model.</summary>
    /// <param name="form">The model.</param>
    /// <param name="rows">Admitted rows that means are taken over.</param>
    /// <param name="statistics">What training rows looked like: their coarse borders and levels are the points.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="OptionsException">An option is out of range, or there are no rows.</exception>
    public Effects(IForm form, Table rows, BaselineStatistics statistics, EffectOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(statistics);
        _options = options ?? new();
        if (_options.Rows < 10 || _options.Points < 2 || _options.Classes < 1 || _options.Threads < 1 || rows.RowCount == 0)
        {
            throw new OptionsException($"Effects need 10 rows or more, 2 points, 1 class and 1 thread; got {_options.Rows}, {_options.Points}, {_options.Classes}, {_options.Threads}, and {rows.RowCount} rows of data. Leave the options out for the defaults, and bring rows.");
        }

        (_form, _cancellation) = (form, cancellation);
        _rows = rows.RowCount <= _options.Rows ? rows : rows.Take(RowSample.Draw(rows.RowCount, _options.Rows, Seeds.Mix(_options.Seed, -4)));
        _statistics = statistics.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var answers = ModelAnswers.Of(form, _rows, _options.Threads, cancellation);
        _width = answers.Length / _rows.RowCount;
        _outputs = Followed(answers);
    }

    /// <summary>The effect of one column, one entry for each class that is followed.</summary>
    /// <param name="column">A column that the model reads.</param>
    /// <returns>The effects; none where the column is a text or has one value only.</returns>
    /// <exception cref="OptionsException">The model does not read the column.</exception>
    public IReadOnlyList<Effect> Of(string column)
    {
        var grid = Grid(column, _options.Points);
        if (grid is null)
        {
            return [];
        }

        var answers = Answers((column, grid));
        return [.. _outputs.Select(output => new Effect(column, NameOf(output), grid.Kind, _rows.RowCount, Points(grid, column, answers, output)))];
    }

    /// <summary>The joint effect of two columns on the first class that is followed.</summary>
    /// <param name="first">A column that the model reads.</param>
    /// <param name="second">Another.</param>
    /// <returns>The map; null where one of them is a text or has one value only.</returns>
    /// <exception cref="OptionsException">The model does not read one of the columns.</exception>
    public EffectMap? Of(string first, string second)
    {
        var (one, other) = (Grid(first, PointsOfMap), Grid(second, PointsOfMap));
        if (one is null || other is null)
        {
            return null;
        }

        var answers = Answers((first, one), (second, other));
        var means = new double[one.Count * other.Count];
        for (var place = 0; place < means.Length; place++)
        {
            for (var row = 0; row < _rows.RowCount; row++)
            {
                means[place] += answers[(((place * _rows.RowCount) + row) * _width) + _outputs[0]] / _rows.RowCount;
            }
        }

        return new(
            first, second, NameOf(_outputs[0]), _rows.RowCount, Short(Strength(means, other.Count)),
            [.. Enumerable.Range(0, one.Count).Select(one.Text)], [.. Enumerable.Range(0, other.Count).Select(other.Text)], [.. means.Select(Short)]);
    }

    /// <summary>Answers of all rows at every point, or every pair of points, point after point.</summary>
    private double[] Answers(params (string Column, EffectGrid Grid)[] grids)
    {
        var points = grids.Aggregate(1, (count, grid) => count * grid.Grid.Count);
        int[] rows = [.. Enumerable.Range(0, points * _rows.RowCount).Select(place => place % _rows.RowCount)];
        var table = _rows.Select([.. _form.Info.Inputs.Select(input => input.Name)]).Take(rows);
        var divisor = points;
        foreach (var (column, grid) in grids)
        {
            divisor /= grid.Count;
            int[] places = [.. Enumerable.Range(0, rows.Length).Select(place => place / _rows.RowCount / divisor % grid.Count)];
            table = table.With(grid.At(table[column], places));
        }

        return ModelAnswers.Of(_form, table, _options.Threads, _cancellation);
    }

    private EffectPoint[] Points(EffectGrid grid, string column, double[] answers, int output)
    {
        var (count, rows) = (grid.Count, _rows.RowCount);
        double At(int point, int row) => answers[(((point * rows) + row) * _width) + output];
        double[] means = [.. Enumerable.Range(0, count).Select(point => Enumerable.Range(0, rows).Sum(row => At(point, row)) / rows)];
        int[] order = [.. Enumerable.Range(0, count)];
        if (grid.Levels.Length > 0)
        {
            order = [.. order.OrderBy(point => means[point]).ThenBy(point => grid.Levels[point], StringComparer.Ordinal)];
        }

        var shares = grid.Shares();
        var accumulated = Accumulated(grid, order, grid.PlacesOf(_rows[column]), shares, At);
        return
        [
            .. order.Select((point, place) =>
            {
                var squares = Enumerable.Range(0, rows).Sum(row => (At(point, row) - means[point]) * (At(point, row) - means[point]));
                var half = rows < 2 ? 0 : Quantile * Math.Sqrt(squares / (rows - 1) / rows);
                return new EffectPoint
                {
                    Value = grid.Levels.Length > 0 ? null : grid.Values[point],
                    Level = grid.Levels.Length > 0 ? grid.Levels[point] : null,
                    Mean = Short(means[point]),
                    Lower = Short(means[point] - half),
                    Upper = Short(means[point] + half),
                    Accumulated = Short(accumulated[place]),
                    Share = Short(shares[point]),
                };
            }),
        ];
    }

    /// <summary>Sums up, from point to point in order, the mean change among the rows that are at one of the two, less the mean over all rows.</summary>
    private static double[] Accumulated(EffectGrid grid, int[] order, int[] places, double[] shares, Func<int, int, double> at)
    {
        var sums = new double[order.Length];
        for (var place = 1; place < order.Length; place++)
        {
            var (from, to) = (order[place - 1], order[place]);
            var (change, count) = (0.0, 0);
            for (var row = 0; row < places.Length; row++)
            {
                if (places[row] == from || (places[row] == to && grid.Levels.Length > 0))
                {
                    change += at(to, row) - at(from, row);
                    count++;
                }
            }

            sums[place] = sums[place - 1] + (count > 0 ? change / count : 0);
        }

        // A bin of numbers lies between two points, so its mean is half way.
        var (mean, weight) = (0.0, 0.0);
        for (var place = 0; place < order.Length; place++)
        {
            var share = shares[order[place]];
            mean += share * (grid.Levels.Length > 0 || place == order.Length - 1 ? sums[place] : (sums[place] + sums[place + 1]) / 2);
            weight += share;
        }

        return [.. sums.Select(sum => sum - (weight > 0 ? mean / weight : 0))];
    }

    private static double Strength(double[] means, int columns)
    {
        var rows = means.Length / columns;
        double[] first = [.. Enumerable.Range(0, rows).Select(row => means.AsSpan(row * columns, columns).ToArray().Average())];
        double[] second = [.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Average(row => means[(row * columns) + column]))];
        var all = means.Average();
        return Math.Sqrt(means.Select((mean, place) => mean - first[place / columns] - second[place % columns] + all).Average(left => left * left));
    }

    private EffectGrid? Grid(string column, int points) => _form.Info.Inputs.Any(input => input.Name == column)
        ? EffectGrid.Of(_statistics.GetValueOrDefault(column), points)
        : throw new OptionsException($"The model does not read column '{column}'.{NearestName.Suggest(column, [.. _form.Info.Inputs.Select(input => input.Name)])} It reads: {string.Join(", ", _form.Info.Inputs.Select(input => input.Name))}.");

    private int[] Followed(double[] answers)
    {
        if (_width <= 2)
        {
            return [Math.Clamp(_options.Positive, 0, _width - 1)];
        }

        return
        [
            .. Enumerable.Range(0, _width)
                .OrderByDescending(output => Enumerable.Range(0, _rows.RowCount).Sum(row => answers[(row * _width) + output]))
                .Take(_options.Classes),
        ];
    }

    private string? NameOf(int output) => (_form as IPredictsClasses)?.Classes[output];

    /// <summary>Six digits: more would be noise, and evidence stays small.</summary>
    private static double Short(double value) =>
        double.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
