using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Explain;

namespace Modelwright.Tests.Explain;

public sealed class ExplainerTests
{
    private const double Tolerance = 1e-9;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Explain_LinearNumbers_CoefficientTimesDifferenceFromTheMean()
    {
        var explained = new Explainer(KnownModels.Package(KnownModels.Sum)).Explain(KnownModels.Rows(3), cancellation: Token);

        Assert.Null(explained.Estimated);
        Assert.Null(explained.StandardErrors);
        Assert.Equal(["target"], explained.Outputs);
        Assert.Equal(0.5, explained.Base[0], Tolerance);
        for (var row = 0; row < 3; row++)
        {
            var a = ((NumberColumn)explained.Rows["a"]).Values.At(row);
            Assert.Equal(2 * (a - 0.5), explained.Of(row)[0], Tolerance);
            Assert.Equal(0, explained.Of(row)[2]);
            AssertAddsUp(explained, row);
        }
    }

    [Fact]
    public void Explain_TwoClasses_TheSecondAlone()
    {
        var explained = new Explainer(KnownModels.Package(KnownModels.Odds)).Explain(KnownModels.Rows(50), cancellation: Token);

        Assert.Equal(["yes"], explained.Outputs);
        Assert.Equal(50 * 3, explained.Contributions.Length);
        for (var row = 0; row < 50; row++)
        {
            AssertAddsUp(explained, row);
            Assert.Equal(explained.Answer(row) - explained.Base[0], explained.Of(row)[0], Tolerance);
        }
    }

    [Fact]
    public void Explain_PlanWithThePositiveClassFirst_ThatClass()
    {
        var package = KnownModels.Package(KnownModels.Odds) with { PlanJson = """{"format": 1, "task": "classification", "positive": "no", "metric": "roc_auc", "columns": []}""" };

        Assert.Equal(["no"], new Explainer(package).Outputs);
    }

    // The Shapley values of a product under a background are known: (a - A) (b + B) / 2 for each background row (A, B).
    [Fact]
    public void Explain_FormWithoutTheAbility_EstimateThatAddsUpAndHoldsTheTruth()
    {
        var package = KnownModels.Package(new KnownModels.Product());
        var background = KnownModels.Rows(20, seed: 5);
        var explained = new Explainer(package).Explain(KnownModels.Rows(6), new() { Background = background, Samples = 20, Threads = 2 }, Token);

        Assert.Equal("Form 'product' has no exact contributions; these are estimated by 40 random orders of the columns a row.", explained.Estimated);
        for (var row = 0; row < 6; row++)
        {
            AssertAddsUp(explained, row);
            var (a, b) = (Value(explained.Rows, "a", row), Value(explained.Rows, "b", row));
            var truth = Enumerable.Range(0, 20).Average(other => (a - Value(background, "a", other)) * (b + Value(background, "b", other)) / 2);
            Assert.Equal(truth, explained.Of(row)[0], Tolerance);
            Assert.Equal(0, explained.Of(row)[2]);
            Assert.Equal(0, explained.StandardErrors![(row * 3) + 2]);
            Assert.True(explained.StandardErrors[row * 3] > 0);
        }
    }

    [Fact]
    public void Explain_NoBackgroundGiven_RowsAreMadeUpFromThePackage()
    {
        var explained = new Explainer(KnownModels.Package(new KnownModels.Product())).Explain(KnownModels.Rows(2), cancellation: Token);

        // The mean of a product of two numbers from 0 to 1.
        Assert.InRange(explained.Base[0], 0.15, 0.35);
        AssertAddsUp(explained, 1);
    }

    [Fact]
    public void Explain_OneThreadOrTwo_SameBits()
    {
        var explainer = new Explainer(KnownModels.Package(new KnownModels.Product()));
        var rows = KnownModels.Rows(30);

        Assert.Equal(explainer.Explain(rows, new() { Threads = 1 }, Token).Contributions, explainer.Explain(rows, new() { Threads = 2 }, Token).Contributions);
    }

    [Fact]
    public void Explain_TooFewSamples_SaysSo() =>
        Assert.Equal(
            "An estimate needs 2 samples or more; 1 were asked for. Leave the option out for 32.",
            Assert.Throws<OptionsException>(() => new Explainer(KnownModels.Package(KnownModels.Sum)).Explain(KnownModels.Rows(1), new() { Samples = 1 }, Token)).Message);

    [Fact]
    public void Explain_Cancelled_Ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new Explainer(KnownModels.Package(KnownModels.Sum)).Explain(KnownModels.Rows(10), null, new(canceled: true)));

    [Fact]
    public void Reasons_InWords_AreWhole()
    {
        var package = KnownModels.Package(KnownModels.Sum);
        var rows = new Table([new NumberColumn("a", [2100]), new NumberColumn("b", [double.NaN]), new NumberColumn("c", [1])]);
        var all = Reasons.All(new Explainer(package).Explain(rows, cancellation: Token), package, 0);

        Assert.Equal(["a", "b", "c"], all.Select(reason => reason.Column));
        Assert.Equal($"a 2,100 raises the answer by 4,199: usual here is {all[0].Usual}", all[0].Sentence);
        Assert.Equal($"b without a value raises the answer by 1.5: usual here is {all[1].Usual}", all[1].Sentence);
        Assert.Equal($"c 1 does not move the answer: usual here is {all[2].Usual}", all[2].Sentence);
        Assert.InRange(double.Parse(all[0].Usual!, System.Globalization.CultureInfo.InvariantCulture), 0.4, 0.6);
        Assert.Equal(["a"], Reasons.Main(all, 5).Select(reason => reason.Column));
    }

    private static void AssertAddsUp(Explanations explained, int row)
    {
        var answer = explained.Answer(row);
        Assert.Equal(answer, explained.Base[0] + explained.Of(row).ToArray().Sum(), Tolerance * Math.Max(1, Math.Abs(answer)));
    }

    private static double Value(Table rows, string column, int row) => ((NumberColumn)rows[column]).Values.At(row);
}
