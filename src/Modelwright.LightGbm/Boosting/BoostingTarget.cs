using Modelwright.Core.Data;

namespace Modelwright.LightGbm.Boosting;

/// <summary>The target as boosting sees it: class numbers, or numbers brought to mean 0 and deviation 1.</summary>
/// <remarks>
/// Numbers are scaled because the native library holds targets in single precision, which would round a target of small
/// changes on a large offset away, and because penalties then mean the same in every unit.
/// </remarks>
internal sealed class BoostingTarget
{
    private readonly double _unit;
    private readonly double _mean;
    private readonly double _deviation;

    private BoostingTarget(double unit, double mean, double deviation) => (_unit, _mean, _deviation) = (unit, mean, deviation);

    /// <summary>What a score of 0 means, in the target's own unit.</summary>
    internal double Centre => _unit * _mean;

    /// <summary>What a score of 1 adds, in the target's own unit.</summary>
    internal double Scale => _unit * _deviation;

    /// <summary>Looks at the training target.</summary>
    /// <param name="target">Checked: finite and not constant.</param>
    /// <param name="rows">The rows that count; null for all.</param>
    /// <param name="weights">One a row of the table; null for one each.</param>
    internal static BoostingTarget Of(Column target, int[]? rows, double[]? weights)
    {
        if (target is not NumberColumn numbers)
        {
            return new(1, 0, 1);
        }

        var values = Values(numbers, rows);
        var unit = 0.0;
        foreach (var value in values)
        {
            unit = Math.Max(unit, Math.Abs(value));
        }

        var (weight, sum) = (0.0, 0.0);
        for (var index = 0; index < values.Length; index++)
        {
            weight += Weight(weights, rows, index);
            sum += Weight(weights, rows, index) * (values[index] / unit);
        }

        var mean = sum / weight;
        var squares = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            var away = (values[index] / unit) - mean;
            squares += Weight(weights, rows, index) * away * away;
        }

        return new(unit, mean, Math.Sqrt(squares / weight) is > 0 and var deviation ? deviation : 1);
    }

    /// <summary>The labels of some rows: class numbers, or scaled numbers.</summary>
    /// <param name="target">A target like the one this was made of.</param>
    /// <param name="rows">The rows; null for all.</param>
    /// <param name="levels">The classes behind the class numbers.</param>
    internal double[] Labels(Column target, int[]? rows, IReadOnlyList<string> levels)
    {
        if (target is not NumberColumn numbers)
        {
            return Codes((CategoryColumn)target, rows, levels);
        }

        var labels = Values(numbers, rows);
        for (var index = 0; index < labels.Length; index++)
        {
            labels[index] = ((labels[index] / _unit) - _mean) / _deviation;
        }

        return labels;
    }

    private static double[] Values(NumberColumn target, int[]? rows)
    {
        var values = new double[rows?.Length ?? target.RowCount];
        if (rows is null)
        {
            target.Values.CopyTo(values);
        }
        else
        {
            target.Values.Gather(rows, values);
        }

        return values;
    }

    private static double[] Codes(CategoryColumn target, int[]? rows, IReadOnlyList<string> levels)
    {
        var map = target.MapTo(levels);
        var labels = new double[rows?.Length ?? target.RowCount];
        for (var index = 0; index < labels.Length; index++)
        {
            var code = target.Codes.At(rows is null ? index : rows[index]);
            labels[index] = code >= 0 && map is not null ? map[code] : code;
        }

        return labels;
    }

    private static double Weight(double[]? weights, int[]? rows, int index) =>
        weights is null ? 1 : weights[rows is null ? index : rows[index]];
}
