using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Validation;
using Modelwright.Validation.Slices;

namespace Modelwright.Tests.Validation.Slices;

public sealed class WorstSlicesTests
{
    private const int Rows = 2_000;

    [Fact]
    public void Of_PlantedSlice_IsFoundFirst()
    {
        var random = new Random(3);
        string[] towns = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(4) switch { 0 => "Aachen", 1 => "Bonn", 2 => "Celle", _ => "Dortmund" })];
        double[] truth = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        double[] predicted = [.. truth.Select((value, row) => value + ((towns[row] == "Celle" ? 3 : 1) * 0.1 * (random.NextDouble() - 0.5)))];
        var worst = Find(Table(random, towns), truth, predicted);
        Assert.Equal("town = Celle", worst[0].Meaning);
        Assert.True(worst[0].Loss > 2 * worst[0].OtherLoss);
        Assert.True(worst[0].Chance < 1e-6);
        Assert.Equal(towns.Count(town => town == "Celle"), worst[0].Score.Rows);
    }

    [Fact]
    public void Of_PlantedRangeOrMissing_IsNamedInWords()
    {
        var random = new Random(4);
        var table = Table(random, [.. Enumerable.Repeat("Bonn", Rows)]);
        var age = (NumberColumn)table["age"];
        double[] truth = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        double[] wrongAbove = [.. truth.Select((value, row) => value + ((age.Values.At(row) > 80 ? 2 : 0.1) * (random.NextDouble() - 0.5)))];
        double[] wrongMissing = [.. truth.Select((value, row) => value + ((age.IsMissing(row) ? 2 : 0.1) * (random.NextDouble() - 0.5)))];
        Assert.Matches(@"^age from (7[5-9]|8[0-4])(\.\d)? to 99", Find(table, truth, wrongAbove)[0].Meaning);
        Assert.Equal("age missing", Find(table, truth, wrongMissing)[0].Meaning);
    }

    [Fact]
    public void Of_ErrorsByChance_SeldomFindsAny()
    {
        var found = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            double[] truth = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
            double[] predicted = [.. truth.Select(value => value + (random.NextDouble() - 0.5))];
            found += Find(Table(random, [.. Enumerable.Range(0, Rows).Select(_ => random.Next(2) == 0 ? "Bonn" : "Celle")]), truth, predicted).Count > 0 ? 1 : 0;
        }

        Assert.InRange(found, 0, 12);
    }

    private static Table Table(Random random, string[] towns) => new(
    [
        CategoryColumn.FromTexts("town", towns),
        new NumberColumn("age", [.. Enumerable.Range(0, Rows).Select(_ => random.Next(10) == 0 ? double.NaN : Math.Round(100 * random.NextDouble(), 1))]),
        new TimeColumn("day", [.. Enumerable.Range(0, Rows).Select(_ => new DateTime(2026, 1, 1).AddDays(random.Next(365)).Ticks)]),
        new NumberColumn("answer", new double[Rows]),
    ]);

    private static IReadOnlyList<Slice> Find(Table table, double[] truth, double[] predicted)
    {
        var schema = new Schema([.. table.Columns.Select(column => new ColumnSpec(column.Name, column.Type, column.Name == "answer" ? ColumnRole.Target : ColumnRole.Feature))]);
        var unseen = new UnseenAnswers(new(LearningTask.Regression, schema, table), predicted, "sealed_holdout", []);
        return WorstSlices.Of(unseen, new NumberAnswers(truth, predicted), BuiltInMetrics.Get("rmse"), 5);
    }
}
