using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Faults;
using Modelwright.Server.Rows;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Answers;

/// <summary>What one request is worked on with: rows, their faults and their answers. Belongs to one version, and to one request at a time.</summary>
internal sealed class RowWork
{
    private readonly ModelVersion _version;
    private readonly PredictionRow? _row;

    internal RowWork(ModelVersion version)
    {
        _version = version;
        Rows = new(version.Layout);
        var (classes, columns) = (version.Predictor.Classes.Count, version.Predictor.AnswerColumns.Count);
        Answers = new(classes > 0 ? classes : Math.Max(1, columns));
        _row = version.Predictor.Package.Model.Form is IPredictsClasses or IPredictsNumbers ? version.Predictor.BeginRow() : null;
    }

    internal ServedRows Rows { get; }

    internal FaultList Faults { get; } = new();

    internal AnswerSet Answers { get; }

    /// <summary>Answers the rows.</summary>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="RequestException">A row cannot be answered.</exception>
    internal void Answer(CancellationToken cancellation)
    {
        try
        {
            if (Rows.RowCount == 1 && _row is not null)
            {
                Fill(_row);
                Answers.Ask(_row);
            }
            else
            {
                Answers.Take(_version.Predictor.Predict(Rows.ToTable(), threads: 1, cancellation));
            }
        }
        catch (ModelwrightException cause)
        {
            throw RequestException.Of(400, "The rows cannot be answered.", cause.Message, "Mend the rows and send them again.");
        }
    }

    internal void Clear()
    {
        Rows.Clear();
        Faults.Clear();
        Answers.Clear();
    }

    private void Fill(PredictionRow row)
    {
        var columns = Rows.Columns;
        for (var column = 0; column < columns.Count; column++)
        {
            switch (columns[column].Type)
            {
                case ColumnType.Number:
                    row.SetNumber(column, Rows.Number(column, 0));
                    break;
                case ColumnType.Category:
                    row.SetCategory(column, Rows.Text(column, 0));
                    break;
                case ColumnType.Time:
                    row.SetTime(column, Rows.Ticks(column, 0) is var ticks && ticks == TimeColumn.Missing ? null : new DateTime(ticks));
                    break;
                default:
                    row.SetText(column, Rows.Text(column, 0));
                    break;
            }
        }
    }
}
