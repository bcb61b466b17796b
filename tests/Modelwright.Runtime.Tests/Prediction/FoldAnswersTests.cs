using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class FoldAnswersTests
{
    private static readonly Package Folds = ExampleModels.FoldPackage();

    private static FoldIntervalRule Rule => Folds.Model.Rules.FoldIntervals!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Of_ManyRows_AreTheAnswersOfTheFormToTheBitAtAnyNumberOfThreads(int threads)
    {
        var rows = Rows(70_000);
        var expected = new double[70_000];
        ((IPredictsNumbers)Folds.Model.Form).Predict(rows, expected);

        var answers = FoldAnswers.Of(Folds.Model.Form, Rule, rows, threads, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answers.Numbers);
        var bag = (NumberBlendForm)Folds.Model.Form;
        foreach (var row in new[] { 0, 4_095, 4_096, 65_535, 65_536, 69_999 })
        {
            double[] own = [.. bag.Members.Select(member => ModelAnswers.Of(member, rows.Take([row]), 1, TestContext.Current.CancellationToken)[0])];
            Assert.Equal(Rule.Around(own, expected[row]), answers.Intervals[row]);
        }
    }

    [Fact]
    public void Of_NoRow_IsEmpty() => Assert.Empty(FoldAnswers.Of(Folds.Model.Form, Rule, Rows(0), 1, TestContext.Current.CancellationToken).Intervals);

    [Fact]
    public void Of_FormThatIsNoBag_SaysWhatToDo() => Assert.Equal(
        "The intervals cannot be worked out: there are residuals of 2 fold models, and form 'number_constant' is not the mean of so many. Train the model again, or take its rule for intervals out.",
        Assert.Throws<ArtifactException>(() => FoldAnswers.Of(new NumberConstantForm(1), Rule, Rows(1), 1, TestContext.Current.CancellationToken)).Message);

    [Fact]
    public void Predict_PackageReadBack_GivesTheSameIntervals()
    {
        using var stream = new MemoryStream();
        Folds.Save(stream);
        stream.Position = 0;
        using var first = new Predictor(Folds);
        using var again = Predictor.Load(stream);

        var rows = Folds.CheckRows.Rows;
        var (one, other) = (first.Predict(rows), again.Predict(rows));

        Assert.Equal(Rule, again.Package.Model.Rules.FoldIntervals);
        Assert.All(Enumerable.Range(0, rows.RowCount), row => Assert.Equal(one.Interval(row)!.Value, other.Interval(row)!.Value));
        Assert.All(Enumerable.Range(0, rows.RowCount), row => Assert.InRange(one[row].Value!.Value, one.Interval(row)!.Value.Lower, one.Interval(row)!.Value.Upper));
    }

    [Fact]
    public void Predict_Cancelled_Ends()
    {
        using var predictor = new Predictor(Folds);

        Assert.Throws<OperationCanceledException>(() => predictor.Predict(Folds.CheckRows.Rows, 1, new CancellationToken(canceled: true)));
    }

    private static Table Rows(int count)
    {
        var random = new Random(5);
        return new([.. Folds.Model.Form.Info.Inputs.Select(input => new NumberColumn(input.Name, [.. Enumerable.Range(0, count).Select(_ => 40 * random.NextDouble())]))]);
    }
}
