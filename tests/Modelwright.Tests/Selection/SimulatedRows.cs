using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Selection;
using Modelwright.Validation;
using Modelwright.Validation.Schemes;

namespace Modelwright.Tests.Selection;

/// <summary>Rows whose truth is known: columns that matter, and columns of noise.</summary>
internal static class SimulatedRows
{
    /// <summary>Standard normal numbers.</summary>
    public static double[] Normal(int rows, Random random) =>
        [.. Enumerable.Range(0, rows).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];

    /// <summary>Columns of noise, 'noise0' and on.</summary>
    public static IEnumerable<Column> Noise(int columns, int rows, Random random) =>
        [.. Enumerable.Range(0, columns).Select(number => new NumberColumn($"noise{number}", Normal(rows, random)))];

    /// <summary>A class of two by a score and as much chance.</summary>
    public static CategoryColumn Classes(double[] scores, Random random) =>
        CategoryColumn.FromTexts("target", [.. scores.Zip(Normal(scores.Length, random), (score, chance) => score + (0.5 * chance) > 0 ? "yes" : "no")]);

    /// <summary>Three columns that matter ('strong', 'fair', 'level') among columns of noise.</summary>
    public static Table Table(int rows, int noise, int seed)
    {
        var random = new Random(seed);
        var (strong, fair) = (Normal(rows, random), Normal(rows, random));
        string[] level = [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) switch { 0 => "low", 1 => "middle", _ => "high" })];
        double[] scores = [.. Enumerable.Range(0, rows).Select(row => (1.5 * strong[row]) + fair[row] + (level[row] == "high" ? 1 : -0.5))];
        return new([new NumberColumn("strong", strong), new NumberColumn("fair", fair), CategoryColumn.FromTexts("level", level), .. Noise(noise, rows, random), Classes(scores, random)]);
    }

    /// <summary>Rows as the stages see them; the column 'target' is the target.</summary>
    public static LabelledRows Labelled(Table table, params (string Column, ColumnRole Role)[] roles)
    {
        var schema = new Schema([.. table.Columns.Select(column => new ColumnSpec(column.Name, column.Type, RoleOf(column.Name)) { Levels = column is CategoryColumn category ? category.Levels : [] })]);
        var task = table["target"] is CategoryColumn ? LearningTask.Classification : LearningTask.Regression;
        return new(task, schema, table) { Target = table["target"] };

        ColumnRole RoleOf(string name) => name == "target" ? ColumnRole.Target : roles.FirstOrDefault(role => role.Column == name) is { Column: not null } named ? named.Role : ColumnRole.Feature;
    }

    /// <summary>A request with the usual answers.</summary>
    public static SelectionRequest Ask(LabelledRows rows, FeatureChoice choice = FeatureChoice.Selected) =>
        new(choice, rows, [.. Enumerable.Range(0, rows.Table.RowCount)], ValidationScheme.Usual) { Threads = 2, Cancellation = TestContext.Current.CancellationToken };

    /// <summary>Names of the columns that are kept, in ordinal order.</summary>
    public static string[] Kept(SelectionRequest request) =>
        [.. ColumnSelector.Choose(request).Columns.Where(column => column.Decision == "kept").Select(column => column.Name).Order(StringComparer.Ordinal)];
}
