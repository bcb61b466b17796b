using Modelwright.Cli.Output.Answering;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Cli.Output;

/// <summary>
/// The table that 'predict' writes: the columns that the model answers by name, or 'prediction' and, for classes, one 'probability:CLASS' column each, in the order of the
/// input rows; the input's columns before them where they are kept.
/// </summary>
internal static class PredictionTable
{
    private const string Prediction = "prediction";

    /// <summary>Makes the table.</summary>
    /// <param name="predictions">The answers.</param>
    /// <param name="hasIntervals">Whether the columns 'lower' and 'upper', or 'set' for classes, are wanted.</param>
    /// <param name="kept">The input; null where its columns are not wanted.</param>
    /// <exception cref="DataException">The input has a column of a name that is needed here.</exception>
    public static Table Of(Predictions predictions, bool hasIntervals, Table? kept)
    {
        List<Column> columns = predictions.Columns.Count > 0 ? [.. AnswerColumns.Of(predictions)] : [Answers(predictions)];
        for (var place = 0; place < predictions.Classes.Count; place++)
        {
            columns.Add(new NumberColumn($"probability:{predictions.Classes[place]}", Probabilities(predictions, place)));
        }

        columns.AddRange(hasIntervals ? IntervalColumns.Of(predictions) : []);
        var clash = columns.Find(column => kept?.TryGet(column.Name, out _) == true);
        return clash is null
            ? new([.. kept?.Columns ?? [], .. columns], predictions.RowCount)
            : throw new DataException($"The input has a column '{clash.Name}' already, so it cannot be kept beside the predictions. Rename that column, or leave out --keep.");
    }

    /// <summary>The column of answers: a class or a number.</summary>
    internal static Column Answers(Predictions predictions)
    {
        if (predictions.Classes.Count == 0)
        {
            return new NumberColumn(Prediction, predictions.Outputs);
        }

        var codes = new int[predictions.RowCount];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = predictions.Classes.IndexOf(predictions.Label(row));
        }

        return new CategoryColumn(Prediction, predictions.Classes, codes);
    }

    private static int IndexOf(this IReadOnlyList<string> names, string name)
    {
        for (var place = 0; place < names.Count; place++)
        {
            if (names[place] == name)
            {
                return place;
            }
        }

        return CategoryColumn.Missing;
    }

    private static double[] Probabilities(Predictions predictions, int place)
    {
        var width = predictions.Classes.Count;
        var shares = new double[predictions.RowCount];
        for (var row = 0; row < shares.Length; row++)
        {
            shares[row] = predictions.Outputs[(row * width) + place];
        }

        return shares;
    }
}
