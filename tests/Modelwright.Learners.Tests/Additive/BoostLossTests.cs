using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Additive;
using Modelwright.Learners.Additive.Losses;

namespace Modelwright.Learners.Tests.Additive;

public sealed class BoostLossTests
{
    private const int Rows = 10;

    [Fact]
    public void Exponential_AnyExponent_IsThatOfThePlatform() =>
        Gen.Double[-700, 700].Sample(exponent =>
        {
            var found = VectorExponential.Of(System.Runtime.Intrinsics.Vector256.Create(exponent))[0];
            return Math.Abs(found - Math.Exp(exponent)) <= 2e-15 * Math.Exp(exponent);
        });

    [Theory]
    [InlineData(double.NegativeInfinity, -700)]
    [InlineData(-1e300, -700)]
    [InlineData(1e300, 700)]
    public void Exponential_BeyondItsEnds_IsHeld(double exponent, double held) =>
        Assert.Equal(Math.Exp(held), VectorExponential.Of(System.Runtime.Intrinsics.Vector256.Create(exponent))[3], 1e-14 * Math.Exp(held));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void Advance_AnyScores_SlopesAreThoseOfTheLoss(int classes)
    {
        var target = Target(classes);
        var loss = BoostLoss.Of(target);
        var cells = new ushort[target.Padded];
        for (var row = 0; row < Rows; row++)
        {
            cells[row] = (ushort)row;
        }

        Gen.Double[-4, 4].Array[target.Outputs * Rows].Sample(updates =>
        {
            var slopes = new RowSlopes(target, target.Weights);
            loss.Advance(slopes, cells, updates);
            for (var output = 0; output < target.Outputs; output++)
            {
                for (var row = 0; row < Rows; row++)
                {
                    AssertSlopes(loss, target, slopes, (output * target.Padded) + row, row);
                }
            }
        }, iter: 30);
    }

    [Fact]
    public void Base_OfClasses_GivesTheirSharesWithHalfARowAdded()
    {
        var target = Target(3);
        double[] shares = [.. Enumerable.Range(0, 3).Select(label => 0.5 + Enumerable.Range(0, Rows).Where(row => target.Values[row] == label).Sum(row => target.Weights[row]))];
        var sum = target.Base.Sum(Math.Exp);
        Assert.Equal([.. shares.Select(share => share / 11.5)], target.Base.Select(score => Math.Exp(score) / sum), (left, right) => Math.Abs(left - right) < 1e-12);
    }

    /// <summary>Central differences of the mean loss of one row: exact to the square of the step for the first, to a few digits for the second.</summary>
    private static void AssertSlopes(BoostLoss loss, BoostTarget target, RowSlopes slopes, int at, int row)
    {
        const double Step = 1e-4;
        var here = slopes.Scores[at];
        double At(double score)
        {
            slopes.Scores[at] = score;
            var mean = loss.Mean(slopes.Scores, [row]);
            slopes.Scores[at] = here;
            return mean;
        }

        var (low, middle, high) = (At(here - Step), At(here), At(here + Step));
        Assert.Equal(-(high - low) / (2 * Step) * target.Weights[row], slopes.Gradients[at], 1e-6);
        Assert.Equal((high - (2 * middle) + low) / (Step * Step) * target.Weights[row], slopes.Hessians[at], 1e-5);
    }

    private static BoostTarget Target(int classes)
    {
        var features = new Table([new NumberColumn("x", [.. Enumerable.Range(0, Rows).Select(row => (double)row)])]);
        double[] weights = [.. Enumerable.Range(0, Rows).Select(row => 0.5 + (row % 3))];
        return new(classes == 0
            ? new TrainingSet(LearningTask.Regression, features) { Target = new NumberColumn("y", [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]), Weights = weights }
            : new TrainingSet(LearningTask.Classification, features)
            {
                Target = new CategoryColumn("y", [.. Enumerable.Range(0, classes).Select(label => $"class {label}")], [.. Enumerable.Range(0, Rows).Select(row => row * row % classes)]),
                Weights = weights,
            });
    }
}
