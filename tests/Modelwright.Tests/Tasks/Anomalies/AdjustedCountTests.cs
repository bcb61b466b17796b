using CsCheck;
using Modelwright.Tasks.Anomalies.FewLabels;

namespace Modelwright.Tests.Tasks.Anomalies;

public sealed class AdjustedCountTests
{
    /// <summary>Of 10 by 10 rows without an error the rates are 0.7225 to 1 and 0 to 0.2775 by Wilson (1927), and 4 of 10 rows are above.</summary>
    [Fact]
    public void Of_LabelsWithoutAnError_LeavesOpenWhatFewRowsDo()
    {
        double[] labelled = [.. Enumerable.Repeat(0.9, 10), .. Enumerable.Repeat(0.1, 10)];
        var (lower, upper) = AdjustedCount.Of(labelled, strange: 10, [0.95, 0.9, 0.9, 0.97, 0, 0, 0.1, 0.2, 0.3, 0]);
        Assert.Equal((0.4 - 0.2775328) / (1 - 0.2775328), lower, 1e-6);
        Assert.Equal(0.4 / 0.7224672, upper, 1e-6);
    }

    [Fact]
    public void Of_LabelsThatTellNothing_LeavesAllOpen() =>
        Assert.Equal((0, 1), AdjustedCount.Of([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], strange: 3, [0.5, 0.1]));

    [Fact]
    public void Of_AnyScores_AreEndsInOrder()
    {
        Gen.Double[0, 1].Array[6, 30].SelectMany(labelled => Gen.Int[1, 5].SelectMany(strange => Gen.Double[0, 1].Array[1, 30].Select(scores => (labelled, strange, scores)))).Sample(drawn =>
        {
            var (lower, upper) = AdjustedCount.Of(drawn.labelled, drawn.strange, drawn.scores);
            Assert.InRange(lower, 0, upper);
            Assert.InRange(upper, lower, 1);
        }, iter: 300);
    }
}
