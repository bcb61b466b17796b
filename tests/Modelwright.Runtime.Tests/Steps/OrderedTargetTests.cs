using CsCheck;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging.Records;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories.Ordered;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>Ordered target statistics against values worked by hand, and what is chosen against relations that are known.</summary>
public sealed class OrderedTargetTests
{
    private const int Many = 2_000;

    private static double[] Values(Table rows, string name)
    {
        var values = new double[rows.RowCount];
        ((NumberColumn)rows[name]).Values.CopyTo(values);
        return values;
    }

    private static NumberColumn Numbers(string name, int count, Func<int, double> value) => new(name, [.. Enumerable.Range(0, count).Select(value)]);

    private static CategoryColumn Texts(string name, int count, Func<int, string?> value) => CategoryColumn.FromTexts(name, [.. Enumerable.Range(0, count).Select(value)]);

    /// <summary>Whole numbers from 0 by chance.</summary>
    private static int[] Drawn(int below, Random random) => [.. Enumerable.Range(0, Many).Select(_ => random.Next(below))];

    private static StepInput InTime(Table rows, params double[] answers) => new(rows) { Target = new NumberColumn("y", answers), Times = Numbers("t", rows.RowCount, row => row) };

    [Fact]
    public void Fit_FiveRowsInTime_EachByThoseBeforeIt()
    {
        var rows = new Table([CategoryColumn.FromTexts("city", ["a", "b", "a", "a", "b"])]);

        var fit = new OrderedTarget { Smoothing = 1 }.Fit(InTime(rows, 1, 0, 1, 0, 1));

        // First row: the mean of the others. Later ones: the sum of the level before, and one row's worth of the mean before 1, 2 and 4 rows.
        Assert.Equal([0.5, 1, 0.75, 2.5 / 3, 0.25], Values(fit.Training, "city:ordered"));
        Assert.Equal([0.6, 0.4, 0.6, 0.6, 0.4], Values(fit.Training, "city:share"));
        var later = fit.Step.Apply(new([CategoryColumn.FromTexts("city", ["b", "a", "new", null])]));
        Assert.Equal([1.6 / 3, 0.65, 0.6, 0.6], Values(later, "city:ordered"));
        Assert.Equal([0.4, 0.6, 0, 0], Values(later, "city:share"));
    }

    [Fact]
    public void Fit_Classes_AColumnForEachButTheFirst()
    {
        var rows = new Table([Texts("c", 60, row => $"l{row % 2}")]);
        var target = Texts("y", 60, row => row % 2 == 0 ? "no" : row % 3 == 0 ? "perhaps" : "yes");

        var made = new OrderedTarget { KeepsInputs = false }.Fit(new(rows) { Target = target }).Training;

        Assert.Equal(["c:ordered=perhaps", "c:ordered=yes", "c:share"], made.Names);
    }

    [Fact]
    public void Fit_MissingAndNumbers_AreValuesOfTheirOwn()
    {
        var rows = new Table([new NumberColumn("code", [7, double.NaN, 7, double.NaN, 9, -0.0, 0.0])]);

        var step = new OrderedTarget { Columns = ["code"], Smoothing = 0 }.Fit(InTime(rows, 1, 5, 3, 7, 100, 0, 1)).Step;
        var later = step.Apply(new([new NumberColumn("code", [7, double.NaN, 0, 9, double.PositiveInfinity])]));

        // 9 has one row and is not told apart: it gets the mean of all as what was never seen does.
        Assert.Equal([2, 6, 0.5, 117 / 7.0, 117 / 7.0], Values(later, "code:ordered"));
    }

    [Fact]
    public void Fit_Pair_TakenAsOneCategory()
    {
        var rows = new Table([CategoryColumn.FromTexts("a", ["x", "x", "y", "y", "x", "y"]), new NumberColumn("b", [1, 1, 1, 1, 2, double.NaN])]);

        var step = new OrderedTarget { Pairs = [new("a", "b")], Smoothing = 0 }.Fit(InTime(rows, 1, 2, 5, 7, 30, 40)).Step;
        var later = step.Apply(new([CategoryColumn.FromTexts("a", ["x", "y", "x", "y", null]), new NumberColumn("b", [1, 1, 2, double.NaN, 1])]));

        Assert.Equal(["a+b:ordered", "a+b:share"], step.Outputs.Select(output => output.Name));
        Assert.All(step.Outputs, output => Assert.Equal(["a", "b"], output.Origins));
        Assert.Equal([1.5, 6, 85 / 6.0, 85 / 6.0, 85 / 6.0], Values(later, "a+b:ordered"));
    }

    [Fact]
    public void Fit_PairThatTellsMoreThanItsParts_Found()
    {
        var random = new Random(1);
        var (a, b, noise) = (Drawn(40, random), Drawn(3, random), Drawn(3, random));
        var rows = new Table([Texts("a", Many, row => $"{a[row]}"), Texts("b", Many, row => $"{b[row]}"), Texts("noise", Many, row => $"{noise[row]}")]);
        var target = Numbers("y", Many, row => (a[row] + b[row]) % 3 % 2);

        var step = new OrderedTarget { MostPairs = 5 }.Fit(new(rows) { Target = target }).Step;

        Assert.Equal(["a:ordered", "a:share", "b:ordered", "b:share", "noise:ordered", "noise:share", "a+b:ordered", "a+b:share"], step.Outputs.Select(output => output.Name));
    }

    [Fact]
    public void Fit_NumbersAsCandidates_OnlyCodesAreEncoded()
    {
        var random = new Random(1);
        var (ages, codes, costs) = (Drawn(90, random), Drawn(90, random), Drawn(5, random));
        var rows = new Table([Numbers("age", Many, row => ages[row]), Numbers("code", Many, row => codes[row])]);
        var target = Numbers("y", Many, row => (ages[row] / 30.0) + costs[codes[row]]);

        var step = new OrderedTarget { Candidates = ["age", "code"] }.Fit(new(rows) { Target = target }).Step;

        Assert.Equal(["code:ordered", "code:share"], step.Outputs.Select(output => output.Name));
    }

    [Fact]
    public void Fit_AnswersOfLaterRows_ChangeNoRowBefore() => Gen.Int[40, 119].Sample(
        from =>
        {
            const int Count = 120;
            var rows = new Table([Texts("c", Count, row => $"l{row * row % 7}")]);
            double[] answers = [.. Enumerable.Range(0, Count).Select(row => row % 5.0)];
            double[] changed = [.. answers.Select((answer, row) => row < from ? answer : 4 - answer)];
            double[] Encode(double[] target) => Values(new OrderedTarget().Fit(InTime(rows, target)).Training, "c:ordered");

            // The first sixteenth has no rows before it, and takes the mean of those after it: 7 rows.
            return Encode(answers).AsSpan(7, from - 6).SequenceEqual(Encode(changed).AsSpan(7, from - 6));
        },
        iter: 20);

    [Fact]
    public void Fit_ColumnsAbsentOrOfAnotherType_SaysAll()
    {
        var rows = new Table([new TextColumn("note", ["a"]), CategoryColumn.FromTexts("city", ["a"])]);

        var error = Assert.Throws<DataException>(() => new OrderedTarget { Columns = ["note"], Pairs = [new("city", "town")] }.Fit(InTime(rows, 1)));

        Assert.Equal(
            "Column 'note' is of type text; step 'ordered_target' needs type category or number. Read it as category or number.\n" +
            "Column 'town' (category or number) was not found, and step 'ordered_target' needs it. Add it, or rename the column that holds it (case matters).",
            error.Message);
    }

    [Fact]
    public void Fit_SettingsOutOfRange_SaysAll()
    {
        var error = Assert.Throws<OptionsException>(() => new OrderedTarget { Smoothing = -1, MinCount = 0, MostPairs = 101 }.Fit(new(new Table([]))));

        Assert.Equal(
            "Smoothing of step 'ordered_target' must be from 0 to 1.7976931348623157E+308. Got -1. Change it, or leave it out for its default.\n" +
            "MinCount of step 'ordered_target' must be from 1 to 2147483647. Got 0. Change it, or leave it out for its default.\n" +
            "MostPairs of step 'ordered_target' must be from 0 to 100. Got 101. Change it, or leave it out for its default.",
            error.Message);
    }

    [Theory]
    [InlineData(new[] { 0.0, 0 }, new[] { 1.0, 2, 3 }, "Step 'ordered_target' holds combinations of column 'a' that are not whole numbers, each above the one before, below 9. Make the file again.")]
    [InlineData(new[] { 9.0 }, new[] { 1.0, 2 }, "Step 'ordered_target' holds combinations of column 'a' that are not whole numbers, each above the one before, below 9. Make the file again.")]
    [InlineData(new[] { double.NaN }, new[] { 1.0, 2 }, "Step 'ordered_target' holds combinations of column 'a' that are not whole numbers, each above the one before, below 9. Make the file again.")]
    [InlineData(new[] { 4.0 }, new[] { 1.0 }, "Step 'ordered_target' holds 1 values for column 'a', and needs 2. Make the file again.")]
    [InlineData(new[] { 4.0 }, new[] { 1.0, double.PositiveInfinity }, "Step 'ordered_target' holds a value for column 'a' that is not finite. Make the file again.")]
    public void Read_CombinationsThatCannotBe_Refused(double[] keys, double[] values, string text) =>
        Assert.Equal(text, Refusal([1.0, 2], keys, values));

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(1.0, double.NaN)]
    public void Read_NumbersTwiceOrMissing_Refused(double first, double second) => Assert.Equal(
        FormattableString.Invariant($"Step 'ordered_target' lists the number {second} twice, or as missing. Make the file again."),
        Refusal([first, second], [0], [1, 2]));

    private static string Refusal(double[] numbers, double[] keys, double[] values)
    {
        var writer = new RecordWriter();
        writer.Text("step", "ordered_target");
        writer.Integer("version", 1);
        writer.Flag("keeps_inputs", true);
        writer.Integer("tuples", 1);
        var part = ((IArtifactWriter)writer).Part("tuple_0");
        part.Texts("inputs", ["a", "b"]);
        part.Texts("outputs", ["a+b:ordered"]);
        foreach (var input in (string[])["input_0", "input_1"])
        {
            var known = part.Part(input);
            known.Flag("numbers", true);
            known.Numbers("values", numbers);
        }

        part.Numbers("keys", keys);
        part.Numbers("values", values);
        return Assert.Throws<ArtifactException>(() => BuiltInSteps.Catalog.Read(new RecordReader(writer.ToArray(), "step"))).Message;
    }
}
