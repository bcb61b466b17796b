using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms.Anomalies.Ellipsoid;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Forms.Anomalies.Isolation;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Runtime.Forms.Anomalies.Tails;
using Modelwright.Runtime.Forms.Constant;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class AnomalyFormTests
{
    private const double Tolerance = 1e-12;

    /// <summary>Liu, Ting &amp; Zhou 2008, equation 1, with harmonic numbers by logarithm: c(4) = 2 (ln 3 + γ) - 6/4; c(2) = 1.</summary>
    private static readonly double UsualOfFour = (2 * (Math.Log(3) + 0.5772156649015329)) - 1.5;

    [Fact]
    public void Score_IsolationForest_IsTwoToMinusTheMeanPath()
    {
        var scores = AnomalyForms.Scores(new IsolationForm(AnomalyForms.Forest), (11, 0), (10, 51), (5, 50), (double.NaN, double.NaN));
        double[] lengths = [(1 + UsualOfFour) / 2, (2 + UsualOfFour) / 2, (3 + UsualOfFour) / 2, (3 + UsualOfFour) / 2];
        Assert.All(lengths.Zip(scores), pair => Assert.Equal(Math.Pow(2, -pair.First / UsualOfFour), pair.Second, Tolerance));
    }

    [Fact]
    public void Strangeness_IsolationForest_IsWhatEachCutShortened()
    {
        // Of the first tree: 1 row at path 1, 2 at 3, 1 at 2. Mean 9/4; below the first cut 8/3. Halved, as the other tree says nothing.
        var parts = AnomalyForms.Parts(new IsolationForm(AnomalyForms.Forest), (11, 0), (10, 51), (5, 50));
        double[] expected = [(2.25 - 1) / 2, 0, 0, ((8 / 3.0) - 2) / 2, 0, 0];
        Assert.All(expected.Zip(parts), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Fact]
    public void Strangeness_Hyperplane_IsSharedByWhatMovedTheSum()
    {
        // 31 + 20 - 30 above the threshold: the path is 1 beside a mean of (3 (1 + c(3)) + 1) / 4. Tenure moved the sum by 21, age by half of 0.
        var usualOfThree = (2 * (Math.Log(2) + 0.5772156649015329)) - (4 / 3.0);
        var form = new IsolationForm(AnomalyForms.Planes);
        double[] expected = [0.75 * usualOfThree, 0, 0.75 * usualOfThree / 2, 0.75 * usualOfThree / 2, 0, 0];
        Assert.All(expected.Zip(AnomalyForms.Parts(form, (31, 40), (20, 60), (0, 40))), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Fact]
    public void Score_Tails_AddsTheRarerTailOfEachColumn()
    {
        var scores = AnomalyForms.Scores(new TailForm(AnomalyForms.Tails), (1, 40), (2.5, 30), (5, 70), (0, double.NaN), (double.NaN, double.NaN));
        double[] expected = [0.5 + 0.5625, 1.375 + 1, 4 + Math.Log(2) + 1 + Math.Log(2), 3 + Math.Log(2), 0];
        Assert.All(expected.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Fact]
    public void Score_TailsByRow_TakesTheLargestOfThreeSums()
    {
        // Lower tails 0.5 + 1, upper 0 + 0.125, by skewness upper of tenure and lower of age: 0 + 1. Then 0 + 1, 2 + 0.125, 2 + 1.
        var scores = AnomalyForms.Scores(new TailForm(AnomalyForms.Tails with { IsByColumn = false }), (1, 30), (3, 30));
        Assert.Equal([1.5, 3], scores);
    }

    [Fact]
    public void Score_Tails_FurtherOutIsNeverLessStrange() =>
        Gen.Select(Gen.Double[-100, 200], Gen.Double[0, 1000], Gen.Double[-100, 200]).Sample((from, step, age) =>
        {
            var form = new TailForm(AnomalyForms.Tails);
            double[] up = AnomalyForms.Scores(form, (1.5 + Math.Abs(from), age), (1.5 + Math.Abs(from) + step, age));
            double[] down = AnomalyForms.Scores(form, (1.3 - Math.Abs(from), age), (1.3 - Math.Abs(from) - step, age));
            return up[0] <= up[1] && down[0] <= down[1];
        });

    [Fact]
    public void Strangeness_TailsAndHistograms_AreTheTermsOfTheScore() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Double[0, 100]).Sample((tenure, age) =>
            new IExplainsStrangeness[] { new TailForm(AnomalyForms.Tails), new HistogramForm(AnomalyForms.Histograms) }.All(form =>
                AnomalyForms.Parts(form, (tenure, age)) is var parts && parts.All(part => part >= 0) && Math.Abs(parts.Sum() - AnomalyForms.Scores(form, (tenure, age))[0]) <= Tolerance));

    [Fact]
    public void Score_Histogram_AddsTheRarityOfEachCell() =>
        Assert.Equal([4.5, 0.5, 1, 4, 0], AnomalyForms.Scores(new HistogramForm(AnomalyForms.Histograms), (1, 40), (1.5, 40), (3, 41), (3.5, double.NaN), (double.NaN, 41)));

    [Fact]
    public void Score_Ellipsoid_IsTheLengthOfTheStretchedPlace()
    {
        // (12, 40) stands at (1, 0): 0.6 along the axis, 0.64 of 1 beside it. Along the axis (16, 44) is 5 and nothing beside it.
        var scores = AnomalyForms.Scores(new EllipsoidForm(AnomalyForms.Shape), (12, 40), (16, 44), (10, 40), (double.NaN, double.NaN));
        double[] expected = [Math.Sqrt((9 * 0.36) + (0.25 * 0.64)), 15, 0, 0];
        Assert.All(expected.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Fact]
    public void Strangeness_Ellipsoid_IsThePlaceTimesThePlaceStretchedTwice()
    {
        // Twice stretched, (1, 0) is 0.25 (1, 0) + 8.75 · 0.6 (0.6, 0.8) and (3, 4) is 9 (3, 4).
        var parts = AnomalyForms.Parts(new EllipsoidForm(AnomalyForms.Shape), (12, 40), (16, 44));
        Assert.All(new[] { 3.4, 0, 81, 144 }.Zip(parts), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Strangeness_Ellipsoid_AddsUpToTheSquareOfTheScoreOrMore() =>
        Gen.Select(Gen.Double[-100, 100], Gen.Double[-100, 100]).Sample((tenure, age) =>
        {
            var form = new EllipsoidForm(AnomalyForms.Shape);
            var (score, parts) = (AnomalyForms.Scores(form, (tenure, age))[0], AnomalyForms.Parts(form, (tenure, age)));
            return parts.All(part => part >= 0) && parts.Sum() >= (score * score) - (1e-9 * Math.Max(1, score * score));
        });

    [Fact]
    public void Score_Labelled_IsWhatTheClassifierSaysOfColumnsAndSurprises()
    {
        var form = AnomalyForms.Labelled;
        var score = AnomalyForms.Scores(new IsolationForm(AnomalyForms.Forest), (11, 20))[0];
        var surprise = form.Detectors.Scales[0].Of(score);
        Assert.Equal(1 / (1 + Math.Exp(3 - (0.01 * 20) - (2 * surprise))), AnomalyForms.Scores(form, (11, 20))[0], Tolerance);
        Assert.Equal(["Tenure", "Age"], form.Info.Inputs.Select(input => input.Name).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void WithSurprises_ScoresThatAreKnown_SameBits()
    {
        var (detectors, rows) = (AnomalyForms.Labelled.Detectors, AnomalyForms.Rows((11, 20), (1, 51), (0, -7)));
        double[][] known = [.. detectors.Members.Select(member =>
        {
            var scores = new double[rows.RowCount];
            ((IScoresAnomalies)member).Score(rows, scores);
            return scores;
        })];
        var (asked, told) = (LabelledAnomalyForm.WithSurprises(detectors, rows), LabelledAnomalyForm.WithSurprises(detectors, rows, known));
        Assert.Equal(asked.Names, told.Names);
        Assert.All(asked.Names, name => Assert.Equal(Enumerable.Range(0, 3).Select(asked[name].Format), Enumerable.Range(0, 3).Select(told[name].Format)));
    }

    [Fact]
    public void Strangeness_Labelled_IsThatOfTheDetectors()
    {
        var (form, rows) = (AnomalyForms.Labelled, AnomalyForms.Rows((11, 20), (1, 51)));
        var (own, detectors) = (new double[4], new double[4]);
        form.Strangeness(rows, own);
        form.Detectors.Strangeness(rows, detectors);
        Assert.Equal(detectors, own);
    }

    public static TheoryData<string, Func<object>> Unsound => new()
    {
        { "A classifier of form 'anomaly_labelled' does not tell 'strange' from 'usual' and nothing else. Give it these two classes.", () => new LabelledAnomalyForm(AnomalyForms.Labelled.Detectors, [new ClassConstantForm(["usual", "odd"], [0.5, 0.5])], [1]) },
        { Trees("it has 0 trees with cuts of 1 columns, grown on 4 rows each"), () => new IsolationForm(AnomalyForms.Forest with { Roots = [] }) },
        { Trees("its 6 nodes have 6 thresholds, 6 counts, 5 columns and 0 weights, and its 2 inputs 0 centres"), () => new IsolationForm(AnomalyForms.Forest with { Columns = [0, 1, 0, 0, 0] }) },
        { Trees("a threshold, weight or centre is not finite"), () => new IsolationForm(AnomalyForms.Forest with { Thresholds = [10, double.NaN, 0, 0, 0, 0] }) },
        { Trees("node 1 asks input 2 of 2"), () => new IsolationForm(AnomalyForms.Forest with { Columns = [0, 2, 0, 0, 0, 0] }) },
        { Trees("tree 0 has the nodes from 1 to 4 of 6"), () => new IsolationForm(AnomalyForms.Forest with { Roots = [1, 5] }) },
        { Trees("node 1 leads to 1, which is no pair of nodes of its own up to 4"), () => new IsolationForm(AnomalyForms.Forest with { Lower = [1, 1, 0, 0, 0, 0] }) },
        { Trees("no node before node 3 leads to it"), () => new IsolationForm(AnomalyForms.Forest with { Lower = [1, 0, 0, 0, 0, 0] }) },
        { Trees("node 2 holds -1 rows"), () => new IsolationForm(AnomalyForms.Forest with { Counts = [0, 0, -1, 2, 1, 4] }) },
        { Trees("the leaves of a tree hold 0 rows"), () => new IsolationForm(AnomalyForms.Forest with { Counts = [0, 0, 1, 2, 1, 0] }) },
        { "Form 'anomaly_tails' has 1 curves for 2 inputs. Give it one an input.", () => new TailForm(AnomalyForms.Tails with { Curves = [AnomalyForms.Tails.Curves[0]] }) },
        { Curve("it has 1 points with 1 lower and 0 upper tails"), () => Tail(new([1], [0], [])) },
        { Curve("its points are not finite, or do not rise"), () => Tail(new([1, 1], [0, 0], [0, 0])) },
        { Curve("its lower tails do not fall, or its upper ones do not rise, between 0 and 1e6"), () => Tail(new([1, 2], [0, 1], [0, 1])) },
        { Curve("what is beyond its points starts outside 0 to 1e6, or has no reach above 0"), () => Tail(new([1], [0], [0]) { UpperReach = 0 }) },
        { "Form 'anomaly_histogram' has 1 histograms for 2 inputs. Give it one an input.", () => new HistogramForm(AnomalyForms.Histograms with { Rows = [AnomalyForms.Histograms.Rows[0]] }) },
        { "The histogram of form 'anomaly_histogram' for input 'Tenure' has 1 edges and 1 cells. Give it one cell more than edges.", () => Histogram(new([1], [0])) },
        { "The edges of form 'anomaly_histogram' for input 'Tenure' are not finite or do not rise, or a rarity is no number from 0 to 1e6. Make the model again.", () => Histogram(new([1], [0, -1])) },
        { "Form 'anomaly_ellipsoid' has 2 numbers of axes and 2 stretches for 2 inputs. Give it one number an axis and input, and no more axes than inputs.", () => new EllipsoidForm(AnomalyForms.Shape with { Stretches = [1, 1] }) },
        { "An axis of form 'anomaly_ellipsoid' has an entry that is no number from -1 to 1. Make the model again.", () => new EllipsoidForm(AnomalyForms.Shape with { Axes = [double.NaN, 0] }) },
        { "A stretch of form 'anomaly_ellipsoid' is no number from 0 to 1e12. Make the model again.", () => new EllipsoidForm(AnomalyForms.Shape with { Rest = -1 }) },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Form_Unsound_IsRefused(string text, Func<object> make) => Assert.Equal(text, Assert.Throws<ArtifactException>(make).Message);

    private static string Trees(string what) => $"The trees of form 'anomaly_isolation' cannot be used: {what}. Make the model again, or fetch the file again from where it was made.";

    private static string Curve(string what) => $"The curve of form 'anomaly_tails' for input 'Tenure' cannot be used: {what}. Make the model again.";

    private static TailForm Tail(TailCurve curve) => new(AnomalyForms.Tails with { Curves = [curve, AnomalyForms.Tails.Curves[1]] });

    private static HistogramForm Histogram(CellRow row) => new(AnomalyForms.Histograms with { Rows = [row, AnomalyForms.Histograms.Rows[1]] });
}
