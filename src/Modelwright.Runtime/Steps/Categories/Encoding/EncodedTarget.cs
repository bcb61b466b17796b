using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps.Categories.Encoding;

/// <summary>The target as numbers to take means of: itself, or 0 and 1 for every class but the first.</summary>
internal sealed class EncodedTarget
{
    /// <summary>Sums are taken in units of about the largest value, a power of two, so that they are exact and cannot overflow.</summary>
    private readonly double[]? _values;
    private readonly int[]? _codes;

    private EncodedTarget(double[]? values, int[]? codes, string[] names, double[]? weights, int rowCount)
    {
        (_values, Unit) = InUnits(values);
        _codes = codes;
        Names = names;
        (Weights, _) = InUnits(weights);
        var total = 0.0;
        for (var row = 0; Weights is not null && row < rowCount; row++)
        {
            total += Weights[row];
        }

        MeanWeight = Weights is null || !(total > 0) ? 1 : total / rowCount;
    }

    /// <summary>What stands behind a column's name, one an output.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>What an encoded value is multiplied with to be one of the target.</summary>
    internal double Unit { get; }

    /// <summary>How much each row counts, the largest 1 to 2; null means one each.</summary>
    internal double[]? Weights { get; }

    /// <summary>Smoothing counts in rows; this turns it into weight.</summary>
    internal double MeanWeight { get; }

    /// <summary>The target of training rows.</summary>
    /// <param name="input">Training rows with their target.</param>
    /// <param name="step">The step that asks.</param>
    /// <param name="word">What stands behind a column's name, before the class.</param>
    /// <param name="instead">What to do where the target does not serve.</param>
    /// <exception cref="DataException">There is no target, or none that can be taken means of.</exception>
    internal static EncodedTarget Of(StepInput input, string step, string word, string instead = "use step 'one_hot' or 'ordinal' instead")
    {
        switch (input.Target)
        {
            case NumberColumn numbers:
                var values = new double[numbers.RowCount];
                numbers.Values.CopyTo(values);
                return new(values, null, [$":{word}"], input.Weights, values.Length);
            case CategoryColumn classes when classes.Levels.Count <= TargetEncoding.MaxClasses:
                var codes = new int[classes.RowCount];
                classes.Codes.CopyTo(codes);
                return new(null, codes, [.. classes.Levels.Skip(1).Select(level => $":{word}={level}")], input.Weights, codes.Length);
            case CategoryColumn classes:
                throw new DataException($"Step '{step}' takes targets of at most {TargetEncoding.MaxClasses} classes; '{classes.Name}' has {classes.Levels.Count}. {char.ToUpperInvariant(instead[0])}{instead[1..]}.");
            case { } other:
                throw new DataException($"Step '{step}' takes a number or a category as target; '{other.Name}' is of type {other.Type.ToString().ToLowerInvariant()}. Read it as one of these.");
            default:
                throw new DataException($"Step '{step}' needs a target, and there is none. Name one, or {instead}.");
        }
    }

    /// <summary>The same for some of the rows.</summary>
    internal EncodedTarget Take(int[] rows) => new(
        _values is null ? null : Array.ConvertAll(rows, row => _values[row]),
        _codes is null ? null : Array.ConvertAll(rows, row => _codes[row]),
        [.. Names],
        Weights is null ? null : Array.ConvertAll(rows, row => Weights[row]),
        rows.Length);

    /// <summary>The number of one row for one output.</summary>
    internal double this[int row, int output] => _values is not null ? _values[row] : _codes![row] == output + 1 ? 1 : 0;

    private static (double[]? Values, double Unit) InUnits(double[]? values)
    {
        var largest = 0.0;
        foreach (var value in values ?? [])
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (values is null || !(largest > 0) || !double.IsFinite(largest))
        {
            return (values, 1);
        }

        var unit = Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1000, 1000));
        return (Array.ConvertAll(values, value => value / unit), unit);
    }
}
