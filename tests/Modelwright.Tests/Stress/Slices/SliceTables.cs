using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress;

namespace Modelwright.Tests.Stress.Slices;

/// <summary>Models whose weak rows are planted, with answers that are made and not asked for.</summary>
internal static class SliceTables
{
    public static readonly string[] Columns = ["age", "income", "plan", "when"];

    private static readonly Schema Schema = new(
    [
        new("age", ColumnType.Number),
        new("income", ColumnType.Number),
        new("plan", ColumnType.Category) { Levels = ["basic", "plus", "pro"] },
        new("when", ColumnType.Time, ColumnRole.Time),
        new("answer", ColumnType.Category, ColumnRole.Target) { Levels = ["no", "yes"] },
    ]);

    /// <summary>One row as a plant sees it.</summary>
    public readonly record struct Row(double Age, double Income, string Plan, DateTime When);

    /// <summary>A model of two classes that is right about its own doubt, but for what a plant does to the truth.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="seed">Chance of rows and truth.</param>
    /// <param name="said">The probability of 'yes' that the model says of a row.</param>
    /// <param name="holds">The probability of 'yes' that holds; null where the model is right.</param>
    /// <param name="groups">The group of a row by its number; null for none.</param>
    /// <param name="metric">The main metric.</param>
    public static StressedModel Classes(int rows, int seed, Func<Row, double> said, Func<Row, int, double>? holds = null, Func<int, int>? groups = null, string metric = "accuracy")
    {
        var (table, drawn) = Draw(rows, seed);
        var chance = new Random(seed + 1_000_000);
        double[] yes = [.. drawn.Select(said)];
        int[] truth = [.. drawn.Select((row, number) => chance.NextDouble() < (holds?.Invoke(row, number) ?? yes[number]) ? 1 : 0)];
        ClassAnswers answers = new(["no", "yes"], truth, [.. yes.SelectMany(share => (double[])[1 - share, share])]);
        return new(Schema, table, BuiltInMetrics.Get(metric), (_, _) => answers, groups is null ? null : [.. Enumerable.Range(0, rows).Select(groups)], CancellationToken.None);
    }

    /// <summary>A model of numbers that is off by chance, as wide as a plant says.</summary>
    public static StressedModel Numbers(int rows, int seed, Func<Row, double>? width = null)
    {
        var (table, drawn) = Draw(rows, seed);
        var chance = new Random(seed + 1_000_000);
        double[] truth = [.. drawn.Select(row => row.Income)];
        NumberAnswers answers = new(truth, [.. drawn.Select((row, number) => truth[number] + ((width?.Invoke(row) ?? 1) * (chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5)))]);
        return new(Schema, table, BuiltInMetrics.Get("rmse"), (_, _) => answers, groups: null, CancellationToken.None);
    }

    /// <summary>About as sure of any row as of another.</summary>
    public static double Sure(Row row) => row.Income > 50 ? 0.83 + (row.Age / 2000) : 0.17 - (row.Age / 2000);

    /// <summary>Sure of the old and not of the young.</summary>
    public static double Varied(Row row) => row.Income > 50 ? 0.5 + (row.Age / 170) : 0.5 - (row.Age / 170);

    private static (Table Table, Row[] Rows) Draw(int rows, int seed)
    {
        var random = new Random(seed);
        Row[] drawn = [.. Enumerable.Range(0, rows).Select(_ => new Row(
            random.Next(18, 80),
            Math.Round(random.NextDouble() * 100, 1),
            random.Next(3) switch { 0 => "basic", 1 => "plus", _ => "pro" },
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(random.Next(365))))];
        return (new(
        [
            new NumberColumn("age", [.. drawn.Select(row => row.Age)]),
            new NumberColumn("income", [.. drawn.Select(row => row.Income)]),
            CategoryColumn.FromTexts("plan", [.. drawn.Select(row => row.Plan)]),
            new TimeColumn("when", [.. drawn.Select(row => row.When.Ticks)]),
        ]), drawn);
    }
}
