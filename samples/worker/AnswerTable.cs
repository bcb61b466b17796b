using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Samples.Worker;

/// <summary>Answers as a table, a row for each that was asked.</summary>
internal static class AnswerTable
{
    /// <summary>The label and one probability a class, or the number, or the columns that the model answers.</summary>
    internal static Table Of(Predictions predictions)
    {
        var rows = Enumerable.Range(0, predictions.RowCount).ToArray();
        var width = Math.Max(predictions.Classes.Count, Math.Max(predictions.Columns.Count, 1));
        NumberColumn Numbers(string name, int place) => new(name, [.. rows.Select(row => predictions.Outputs[(row * width) + place])]);

        if (predictions.Classes.Count > 0)
        {
            return new([new TextColumn("prediction", [.. rows.Select(predictions.Label)]), .. predictions.Classes.Select((name, place) => Numbers($"probability:{name}", place))], rows.Length);
        }

        return predictions.Columns.Count > 0
            ? new([.. predictions.Columns.Select((column, place) => Numbers(column.Name, place))], rows.Length)
            : new([Numbers("prediction", 0)], rows.Length);
    }
}
