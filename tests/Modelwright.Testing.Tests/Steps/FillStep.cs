using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;

namespace Modelwright.Testing.Tests.Steps;

/// <summary>Fills missing numbers with the mean and adds the length of each level; but for one promise.</summary>
internal sealed class FillStep(string broken) : IStep
{
    private int _fits;

    public string Name => "fill";

    public StepFit Fit(StepInput input)
    {
        if (broken != "token")
        {
            input.Cancellation.ThrowIfCancellationRequested();
        }

        Refuse(input.Rows);
        var rows = input.Rows;
        string[] numbers = [.. rows.Columns.Where(column => column.Type == ColumnType.Number).Select(column => column.Name)];
        string[] categories = [.. rows.Columns.Where(column => column.Type == ColumnType.Category).Select(column => column.Name)];
        var step = new FilledStep(broken, numbers, [.. numbers.Select(name => Mean((NumberColumn)rows[name]) + (broken == "weights" && input.Weights is not null ? 1 : 0))], categories, [.. categories.Select(name => Free(rows, $"{name} length"))])
        {
            Note = broken == "levels" ? string.Join(',', ((CategoryColumn)rows["city"]).Levels) : "",
        };
        var training = step.Apply(rows);
        return new(step, broken switch
        {
            "training" => training.With(Added((NumberColumn)training["amount"], (_, value) => value + 1)),
            "answers" => training.With(Added((NumberColumn)training["amount"], (row, value) => value + ((NumberColumn)input.Target!).Values.At(row))),
            _ => training,
        });
    }

    internal static NumberColumn Added(NumberColumn column, Func<int, double, double> change) =>
        new(column.Name, [.. Enumerable.Range(0, column.RowCount).Select(row => change(row, column.Values.At(row)))]);

    private void Refuse(Table rows)
    {
        var isMissing = rows.RowCount > 1 && rows["amount"].IsMissing(0) && rows["amount"].IsMissing(1);
        if ((broken == "none" && rows.RowCount == 0) || (broken == "one" && rows.RowCount == 1) || (broken == "missing" && isMissing))
        {
            throw new InvalidOperationException("no rows to learn from");
        }
    }

    private double Mean(NumberColumn column)
    {
        double[] known = [.. Enumerable.Range(0, column.RowCount).Where(row => !column.IsMissing(row)).Select(column.Values.At)];
        var mean = known.Length == 0 ? 0 : known.Average();
        return broken switch
        {
            "again" => mean + _fits++,
            "culture" => mean + (CultureInfo.CurrentCulture.Name == "tr-TR" ? 1 : 0),
            _ => mean,
        };
    }

    private static string Free(Table rows, string name)
    {
        while (rows.TryGet(name, out _))
        {
            name += "'";
        }

        return name;
    }
}
