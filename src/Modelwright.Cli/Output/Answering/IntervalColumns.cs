using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Cli.Output.Answering;

/// <summary>The columns that say how sure answers are: 'lower' and 'upper' for numbers, 'set' for classes.</summary>
internal static class IntervalColumns
{
    private const string Separator = "|";

    /// <summary>Checks that there is something to write.</summary>
    /// <exception cref="OptionsException">The package has neither intervals nor sets.</exception>
    public static void Check(Predictor predictor)
    {
        if (predictor.Package.Model.Rules is { HasIntervals: false, Sets: null })
        {
            throw new OptionsException("--intervals: the package has neither prediction intervals nor sets. Train the model again with this release, on enough rows, or leave out --intervals.");
        }
    }

    /// <summary>Makes the columns; a set is its classes with '|' between them.</summary>
    public static IEnumerable<Column> Of(Predictions predictions)
    {
        var rows = Enumerable.Range(0, predictions.RowCount);
        if (predictions.Classes.Count > 0)
        {
            return [new TextColumn("set", [.. rows.Select(row => predictions.Set(row) is { } set ? string.Join(Separator, set) : null)])];
        }

        return
        [
            new NumberColumn("lower", [.. rows.Select(row => predictions.Interval(row)?.Lower ?? double.NaN)]),
            new NumberColumn("upper", [.. rows.Select(row => predictions.Interval(row)?.Upper ?? double.NaN)]),
        ];
    }
}
