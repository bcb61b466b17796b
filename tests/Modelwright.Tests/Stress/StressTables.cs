using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress;

/// <summary>Models that are known, with rows to put under strain.</summary>
internal static class StressTables
{
    public static Schema NumberSchema { get; } = new(
    [
        new("first", ColumnType.Number),
        new("second", ColumnType.Number),
        new("answer", ColumnType.Number, ColumnRole.Target),
    ]);

    /// <summary>The sum that makes the answer; what is missing counts as its mean, and what is no number is refused.</summary>
    public static StressedModel Sum(int rows = 400, Func<Table, Table>? door = null) =>
        new(NumberSchema, SmallTables.Numbers(rows), BuiltInMetrics.Get("rmse"), (table, _) => AnswerSum(door?.Invoke(table) ?? table), groups: null, CancellationToken.None);

    /// <summary>Says yes by age and plan.</summary>
    public static StressedModel Classes(int rows = 600)
    {
        var table = SmallTables.Classes(rows);
        return new(SmallTables.ClassesSchema, table, BuiltInMetrics.Get("accuracy"), (brought, _) => AnswerClasses(brought), groups: null, CancellationToken.None);
    }

    private static NumberAnswers AnswerSum(Table table)
    {
        var (first, second) = (Numbers(table, "first"), Numbers(table, "second"));
        return new(Numbers(table, "answer"), [.. first.Zip(second, (one, other) => (3 * Known(one)) - Known(other) + 0.5)]);
    }

    private static ClassAnswers AnswerClasses(Table table)
    {
        var age = Numbers(table, "age");
        var truth = (CategoryColumn)table["churned"];
        string?[] plan = [.. Enumerable.Range(0, table.RowCount).Select(table["plan"].Format)];
        double[] yes = [.. age.Zip(plan, (years, name) => 1 / (1 + Math.Exp(-4 * ((0.08 * ((double.IsNaN(years) ? 49 : years) - 45)) + (name == "pro" ? 1.5 : 0)))))];
        var codes = truth.MapTo(["no", "yes"]) is { } map ? Enumerable.Range(0, table.RowCount).Select(row => map[truth.Codes.At(row)]) : Enumerable.Range(0, table.RowCount).Select(row => truth.Codes.At(row));
        return new(["no", "yes"], [.. codes], [.. yes.SelectMany(share => (double[])[1 - share, share])]);
    }

    private static double Known(double value) => double.IsNaN(value) ? 5 : value;

    private static double[] Numbers(Table table, string name)
    {
        if (!table.TryGet(name, out var column))
        {
            throw new Core.Errors.DataException($"Column '{name}' is absent.");
        }

        if (column is not NumberColumn numbers)
        {
            throw new Core.Errors.DataException($"Column '{name}' holds no number.");
        }

        var values = new double[table.RowCount];
        numbers.Values.CopyTo(values);
        return values;
    }
}
