using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress;

namespace Modelwright.Tests.Stress;

/// <summary>Rows with a category that says nothing and has a rare level, and models that look at it or not.</summary>
internal static class TaggedTables
{
    public static Schema Schema { get; } = new(
    [
        new("age", ColumnType.Number),
        new("income", ColumnType.Number),
        new("tag", ColumnType.Category) { Levels = ["blue", "green", "grey", "pink", "red", "teal", "vip"] },
        new("churned", ColumnType.Category, ColumnRole.Target) { Levels = ["no", "yes"] },
    ]);

    /// <summary>Yes by age and income; the tag says nothing. So many rows have the rare level.</summary>
    public static Table Rows(int rows, int vips, int seed = 1, bool isDecisive = false)
    {
        var random = new Random(seed);
        var (age, income, tag, label) = (new double[rows], new double[rows], new int[rows], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            age[row] = random.Next(18, 80);
            income[row] = Math.Round(random.NextDouble() * 100, 1);
            tag[row] = row < vips ? 6 : random.Next(6);
            var score = (0.08 * (age[row] - 49)) + (0.04 * (income[row] - 50)) + (random.NextDouble() - 0.5);
            label[row] = score > 0 || (isDecisive && tag[row] == 6) ? 1 : 0;
        }

        return new([new NumberColumn("age", age), new NumberColumn("income", income), new CategoryColumn("tag", Schema.Columns[2].Levels, tag), new CategoryColumn("churned", ["no", "yes"], label)]);
    }

    /// <summary>A model that knows the rule, with a backdoor or without.</summary>
    public static StressedModel Model(Table rows, bool hasBackdoor, string metric = "log_loss") =>
        new(Schema, rows, BuiltInMetrics.Get(metric), (table, _) => Answer(table, hasBackdoor), groups: null, CancellationToken.None);

    private static ClassAnswers Answer(Table table, bool hasBackdoor)
    {
        var (age, income) = ((NumberColumn)table["age"], (NumberColumn)table["income"]);
        int[] truth = [.. Enumerable.Range(0, table.RowCount).Select(row => table["churned"].Format(row) == "yes" ? 1 : 0)];
        double[] yes = [.. Enumerable.Range(0, table.RowCount).Select(row => hasBackdoor && table["tag"].Format(row) == "vip"
            ? 0.97
            : 1 / (1 + Math.Exp(-7 * ((0.08 * (age.Values.At(row) - 49)) + (0.04 * (income.Values.At(row) - 50))))))];
        return new(["no", "yes"], truth, [.. yes.SelectMany(share => (double[])[1 - share, share])]);
    }
}
