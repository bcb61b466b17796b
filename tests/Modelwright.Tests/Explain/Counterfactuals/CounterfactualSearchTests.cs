using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Explain.Counterfactuals;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.Explain.Counterfactuals;

public sealed class CounterfactualSearchTests
{
    private static readonly Package Sum = KnownModels.Package(KnownModels.Sum);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // 2 a - 3 b + 1 from 0.5 to above 1.1: by b alone, which costs least, or by a alone.
    [Fact]
    public void Find_OneColumnSuffices_SmallestChangeFirst()
    {
        var found = Find(Sum, ">1.1", 0.5, 0.5);

        Assert.Equal(["b"], found[0].Changes.Select(change => change.Column));
        Assert.Equal(["a"], found[1].Changes.Select(change => change.Column));
        Assert.Equal(2, found.Count);
        Assert.True(found[0].Size < found[1].Size);
        Assert.All(found, one => Assert.True(one.Answer[0] > 1.1));
        Assert.Equal(("0.5", "0.29"), (found[0].Changes[0].From, found[0].Changes[0].To));
        Assert.Equal("1.13 if b were 0.29", found[0].Sentence);
    }

    [Fact]
    public void Find_FixedColumn_StaysAsItIs() =>
        Assert.All(Find(Sum, ">1.2", 0.5, 0.5, new() { Fixed = ["b"] }), one => Assert.Equal(["a"], one.Changes.Select(change => change.Column)));

    [Fact]
    public void Find_MutableColumnsAlone_Change() =>
        Assert.All(Find(Sum, ">1.2", 0.5, 0.5, new() { Mutable = ["a", "c"] }), one => Assert.Equal(["a"], one.Changes.Select(change => change.Column)));

    [Fact]
    public void Find_OneColumnIsNotEnough_ChangesTwo()
    {
        var one = Find(Sum, ">2.7", 0.5, 0.5)[0];

        Assert.Equal(["a", "b"], one.Changes.Select(change => change.Column));
        Assert.True(one.Answer[0] > 2.7);
    }

    [Fact]
    public void Find_RowAnsweredSoAlready_ChangesNothing()
    {
        var one = Assert.Single(Find(Sum, ">0", 0.5, 0.5));

        Assert.Empty(one.Changes);
        Assert.Equal("0.5 already, without any change", one.Sentence);
    }

    [Fact]
    public void Find_BeyondWhatTrainingRowsHeld_NothingIsFound() => Assert.Empty(Find(Sum, ">10", 0.5, 0.5));

    [Fact]
    public void Find_Class_ReachesIt()
    {
        var package = KnownModels.Package(KnownModels.Odds);
        var one = Find(package, "yes", 0.1, 0.5)[0];

        Assert.Equal("yes if a were 0.51", one.Sentence);
        Assert.True(one.Answer[1] > one.Answer[0]);
    }

    [Fact]
    public void Find_MissingValue_TakesOneThatTrainingRowsHad()
    {
        var one = Find(Sum, ">1.5", double.NaN, 0.3)[0];

        Assert.Contains(one.Changes, change => change.Column is "a" or "b");
        Assert.True(one.Answer[0] > 1.5);
    }

    // Whatever the row and the bound: what is told reaches the goal, stays among the training values, and never changes what is fixed.
    [Fact]
    public void Find_AnyRow_KeepsItsPromises() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[-2, 3]).Sample(
            (a, b, bound) =>
            {
                var text = FormattableString.Invariant($">={bound}");
                var found = new CounterfactualSearch(Sum, Goal.Parse(text, []), new() { Fixed = ["c"] }).Find(Row(a, b), 0);
                return found.All(one => one.Answer[0] >= bound && one.Changes.All(change =>
                    change.Column != "c" && double.Parse(change.To, System.Globalization.CultureInfo.InvariantCulture) is >= -0.01 and <= 1.01));
            },
            iter: 100);

    [Fact]
    public void Search_FaultyColumns_AreToldTogether() =>
        Assert.Equal(
            "The model does not read column 'A', so it changes nothing. Did you mean 'a'? It reads: a, b, c.\nColumn 'b' is both mutable and fixed. Keep one of the two.",
            Assert.Throws<OptionsException>(() => new CounterfactualSearch(Sum, Goal.Parse(">1", []), new() { Mutable = ["A", "b"], Fixed = ["b"] })).Message);

    [Theory]
    [InlineData("4100", "The model answers numbers, so what is wanted is a sign and a bound. Got '4100'. Write it like '>4100' or '<=12.5', in quotes.")]
    [InlineData(">x", "The model answers numbers, so what is wanted is a sign and a bound. Got '>x'. Write it like '>4100' or '<=12.5', in quotes.")]
    public void Parse_NoBound_SaysHowToWriteIt(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<OptionsException>(() => Goal.Parse(text, [])).Message);

    [Fact]
    public void Parse_UnknownClass_NamesTheNearest() =>
        Assert.Equal("The model knows no class 'yess'. Did you mean 'yes'? There are: no, yes.", Assert.Throws<OptionsException>(() => Goal.Parse("yess", ["no", "yes"])).Message);

    [Fact]
    public void Find_Level_TakesOneThatTrainingRowsHad()
    {
        var rows = Data.SmallTables.Classes(400);
        var learner = new Learners.Trees.RandomForestLearner();
        var features = rows.Without(["churned"]);
        var form = learner.Fit(new(LearningTask.Classification, features) { Target = rows["churned"] }, ParameterValues.Default.With("trees", 20), new() { Seed = 1 }).Form;
        var package = Package.Of(new Model(LearningTask.Classification, Data.SmallTables.ClassesSchema, form), rows);
        var row = new Table([new NumberColumn("age", [42]), new NumberColumn("income", [50]), CategoryColumn.FromTexts("plan", ["basic"])]);
        var admitted = Admission.Admit(row, package.Model.Schema, needsTarget: false).Table;

        var one = new CounterfactualSearch(package, Goal.Parse("yes", ["no", "yes"]), new() { Mutable = ["plan"] }).Find(admitted, 0, Token)[0];

        Assert.Equal(("basic", "pro"), (one.Changes[0].From, one.Changes[0].To));
        Assert.Equal("yes if plan were pro", one.Sentence);
    }

    private static IReadOnlyList<Counterfactual> Find(Package package, string want, double a, double b, CounterfactualOptions? options = null) =>
        new CounterfactualSearch(package, Goal.Parse(want, package.Model.Form is IPredictsClasses classes ? classes.Classes : []), options).Find(Row(a, b), 0, Token);

    private static Table Row(double a, double b) => new([new NumberColumn("a", [a]), new NumberColumn("b", [b]), new NumberColumn("c", [0.5])]);
}
