using Modelwright.Core.Data;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Cli.Output.Answering;

/// <summary>The columns that a model answers by name, such as 'segment' and 'distance', with its texts behind them.</summary>
internal static class AnswerColumns
{
    private const string No = "false";
    private const string Yes = "true";

    /// <summary>One column each, in the order of the model.</summary>
    public static IEnumerable<Column> Of(Predictions predictions)
    {
        for (var place = 0; place < predictions.Columns.Count; place++)
        {
            var (answered, values) = (predictions.Columns[place], Values(predictions, place));
            yield return answered.Kind == AnswerColumnKind.Flag
                ? new CategoryColumn(answered.Name, [No, Yes], Array.ConvertAll(values, value => value == 0 ? 0 : 1))
                : new NumberColumn(answered.Name, values);
        }

        if (predictions.Texts is { } texts)
        {
            yield return new TextColumn(texts.Name, [.. texts.OfRow]);
        }
    }

    /// <summary>One answered number as a person reads it.</summary>
    public static string Shown(AnswerColumnKind kind, double value) => kind switch
    {
        AnswerColumnKind.Flag => value == 0 ? No : Yes,
        AnswerColumnKind.Whole => Numbers.Count((long)value),
        _ => Numbers.Short(value),
    };

    private static double[] Values(Predictions predictions, int place)
    {
        var width = predictions.Columns.Count;
        var values = new double[predictions.RowCount];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = predictions.Outputs[(row * width) + place];
        }

        return values;
    }
}
