using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging.Records;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Categories.Ordered;
using Modelwright.Runtime.Steps.Categories.Spelling;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Lists;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Places;
using Modelwright.Runtime.Steps.Texts;
using Modelwright.Runtime.Steps.Texts.Projecting;
using Modelwright.Runtime.Steps.Times;
using Modelwright.Runtime.Steps.Together;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>Laws of the steps on any table.</summary>
public sealed class StepPropertyTests
{
    private const int Runs = 200;
    private static readonly IStep[] Newer =
    [
        new Clip(), new QuantileScores(), new Power(), new Bins(), new Frequency(), new OrderedTarget { Columns = ["c", "n"], Pairs = [new("c", "n")] }, new Hashing { Width = 4 }, new Ngrams(), new Ngrams { Method = NgramMethod.MinHash },
        new Projection { MinDocuments = 1 }, new Coordinates { Columns = ["t"] }, new ListItems { MinCount = 1 }, new GroupAggregates(), new Arithmetic { Pairs = [new("n", "n")] },
    ];

    private static readonly Gen<double> Numbers = Gen.OneOf(Gen.Double[-100, 100], Gen.Const(double.NaN), Gen.Const(0.0), Gen.Const(7.0));
    private static readonly Gen<string?> Texts = Gen.OneOf(Gen.String[0, 12].Select(text => (string?)text), Gen.Const(0).Select(_ => (string?)null));
    private static readonly Gen<string?> Levels = Gen.Int[0, 8].Select(level => level == 0 ? null : $"level {level}");

    private static readonly Gen<Table> Tables = Gen.Int[1, 40].SelectMany(rows => Gen.Select(
        Numbers.Array[rows],
        Levels.Array[rows],
        Texts.Array[rows],
        (numbers, levels, texts) => new Table([new NumberColumn("n", numbers), CategoryColumn.FromTexts("c", levels), new TextColumn("t", texts)])));

    [Fact]
    public void Impute_AnyTable_LeavesNothingMissing() => Tables.Sample(
        rows => new Impute().Fit(new(rows)).Training.Columns.Where(column => column.Type != ColumnType.Text).All(column => !Enumerable.Range(0, rows.RowCount).Any(column.IsMissing)),
        iter: Runs);

    [Fact]
    public void Impute_AnyNumbers_MedianHalvesThem() => Numbers.Array[1, 60].Sample(
        numbers =>
        {
            var known = numbers.Where(double.IsFinite).Order().ToArray();
            var made = new Impute().Fit(new(new Table([new NumberColumn("n", numbers)]))).Step.Apply(new([new NumberColumn("n", [double.NaN])]));
            var expected = known.Length == 0 ? 0 : (known[(known.Length - 1) / 2] / 2) + (known[known.Length / 2] / 2);
            return ((NumberColumn)made["n"]).Values.At(0) == expected;
        },
        iter: Runs);

    [Fact]
    public void Scale_AnyNumbers_MeanZeroDeviationOne() => Gen.Double[-100, 100].Array[2, 60].Sample(
        numbers =>
        {
            const double Tolerance = 1e-6;
            var made = (NumberColumn)new Scale().Fit(new(new Table([new NumberColumn("n", numbers)]))).Training["n"];
            var values = Enumerable.Range(0, numbers.Length).Select(made.Values.At).ToArray();
            var squares = values.Average(value => value * value);
            return Math.Abs(values.Average()) < Tolerance && (squares == 0 || Math.Abs(squares - 1) < Tolerance);
        },
        iter: Runs);

    [Fact]
    public void OneHot_AnyTable_TrainingRowsHaveOneEach() => Tables.Sample(
        rows =>
        {
            var made = new OneHot { MaxLevels = 3 }.Fit(new(rows)).Training.Without(["n", "t"]);
            return Enumerable.Range(0, rows.RowCount).All(row => made.Columns.Sum(column => ((NumberColumn)column).Values.At(row)) == 1);
        },
        iter: Runs);

    [Fact]
    public void TfIdf_AnyTexts_RowsOfLengthOneOrNought() => Tables.Sample(
        rows =>
        {
            var made = new TfIdf { MinDocuments = 1 }.Fit(new(rows)).Training.Without(["n", "c"]);
            return Enumerable.Range(0, rows.RowCount).All(row =>
                made.Columns.Sum(column => Math.Pow(((NumberColumn)column).Values.At(row), 2)) is 0 or (> 0.999999 and < 1.000001));
        },
        iter: Runs);

    [Fact]
    public void TargetEncoding_AnyTable_WithinTheTargetsRange() => Tables.Sample(
        rows =>
        {
            var target = new NumberColumn("y", [.. Enumerable.Range(0, rows.RowCount).Select(row => row % 3 * 1.0)]);
            var fit = new TargetEncoding().Fit(new(rows) { Target = target });
            return Enumerable.Range(0, rows.RowCount).All(row =>
                InRange(fit.Training, row) && InRange(fit.Step.Apply(rows), row));
        },
        iter: Runs);

    [Fact]
    public void OrderedTarget_AnyTable_WithinTheTargetsRange() => Tables.Sample(
        rows =>
        {
            var target = new NumberColumn("y", [.. Enumerable.Range(0, rows.RowCount).Select(row => row % 3 * 1.0)]);
            var fit = new OrderedTarget { Columns = ["c", "n"], Pairs = [new("c", "n")], MinCount = 1 }.Fit(new(rows) { Target = target });
            bool InRange(Table made) => fit.Step.Outputs.All(output => Enumerable.Range(0, rows.RowCount).All(row => ((NumberColumn)made[output.Name]).Values.At(row) is >= 0 and <= 2));
            return InRange(fit.Training) && InRange(fit.Step.Apply(rows));
        },
        iter: Runs);

    [Fact]
    public void Read_WrittenToBytes_SameBytesAgain() => Tables.Sample(
        rows =>
        {
            var target = new NumberColumn("y", new double[rows.RowCount]);
            IStep[] steps = [new Impute(), new Scale(), new Levels(), new RareLevels(), new OneHot(), new Ordinal(), new TargetEncoding(), new TfIdf { MinDocuments = 1 }, new TextStatistics(), .. Newer];
            return steps.All(step =>
            {
                var bytes = Write(step.Fit(new(rows) { Target = target }).Step);
                return bytes.AsSpan().SequenceEqual(Write(BuiltInSteps.Catalog.Read(new RecordReader(bytes, "step"))));
            });
        },
        iter: Runs / 4);

    [Theory]
    [InlineData(1e308, 1.0)]
    [InlineData(-1e308, 1e308)]
    [InlineData(1e-300, 1e-300)]
    public void TargetEncoding_ExtremeTargetsAndWeights_MeansAsAtOne(double target, double weight)
    {
        const int Count = 40;
        var rows = new Table([CategoryColumn.FromTexts("c", [.. Enumerable.Range(0, Count).Select(row => $"l{row % 3}")])]);
        double[] shares = [.. Enumerable.Range(0, Count).Select(row => row % 7 / 8.0)];
        Table Encode(double scale, double[] weights) =>
            new TargetEncoding().Fit(new(rows) { Target = new NumberColumn("y", [.. shares.Select(share => share * scale)]), Weights = weights }).Training;

        var plain = (NumberColumn)Encode(1, [.. shares.Select(share => 1 + share)])["c:target"];
        var found = (NumberColumn)Encode(target, [.. shares.Select(share => (1 + share) * weight / 2)])["c:target"];

        Assert.All(Enumerable.Range(0, Count), row => Assert.Equal(plain.Values.At(row), found.Values.At(row) / target, 12));
    }

    [Fact]
    public void TargetEncoding_MoreFoldsThanRows_EachRowByAllOthers()
    {
        var rows = new Table([CategoryColumn.FromTexts("c", ["a", "a", "a"])]);

        var made = new TargetEncoding { Folds = int.MaxValue, Smoothing = 0 }.Fit(new(rows) { Target = new NumberColumn("y", [1, 2, 6]) }).Training;

        Assert.Equal([4, 3.5, 1.5], Enumerable.Range(0, 3).Select(((NumberColumn)made["c:target"]).Values.At));
    }

    [Fact]
    public void TfIdf_TermsOfMoreThanAHundredCharacters_AreNone()
    {
        var (longest, tooLong) = (new string('a', 100), new string('b', 101));

        var made = new TfIdf { MinDocuments = 1 }.Fit(new(new Table([new TextColumn("t", [longest, tooLong, $"{longest} x1"])]))).Training;

        Assert.Equal([$"t:{longest}", "t:x1"], made.Names);
    }

    [Fact]
    public void DateParts_OneTimeOrMissing_ShowsWhichIsMissing()
    {
        var day = new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Unspecified).Ticks;

        var made = new DateParts().Fit(new(new Table([new TimeColumn("d", [day, TimeColumn.Missing, day])]))).Training;

        Assert.Equal(["d:elapsed_days"], made.Names);
        Assert.Equal([0, double.NaN, 0], Enumerable.Range(0, 3).Select(((NumberColumn)made["d:elapsed_days"]).Values.At));
    }

    private static bool InRange(Table rows, int row) => ((NumberColumn)rows["c:target"]).Values.At(row) is >= -1e-9 and <= 2 + 1e-9;

    private static byte[] Write(IFittedStep step)
    {
        var writer = new RecordWriter();
        BuiltInSteps.Catalog.Write(writer, step);
        return writer.ToArray();
    }
}
