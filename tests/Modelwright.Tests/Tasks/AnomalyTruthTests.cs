using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Tasks.Anomalies;

namespace Modelwright.Tests.Tasks;

public sealed class AnomalyTruthTests
{
    // Of the 3 x 2 pairs one is the wrong way round and one ties: (4 + 0.5) / 6.
    [Fact]
    public void Of_ScoresWithATie_GivesTheShareOfPairsInOrder()
    {
        var figures = AnomalyTruth.Of(new NumberColumn("label", [0, 0, 0, 1, 1, double.NaN]), [0.1, 0.5, 0.7, 0.5, 0.9, 5], [false, false, true, false, true, true]);

        Assert.Equal(["roc_auc", "pr_auc", "precision", "recall"], figures.Select(figure => figure.Metric));
        Assert.Equal(0.75, figures[0].Value, 12);
        Assert.Equal(0.5, figures[2].Value, 12);
        Assert.Equal(0.5, figures[3].Value, 12);
        Assert.All(figures, figure => Assert.Equal(("truth", 5), (figure.Data, figure.Rows)));
    }

    [Theory]
    [InlineData("ok,ok,bad", 1.0)]
    [InlineData("Yes,no,no", 0.0)]
    [InlineData("true,false,true", 0.5)]
    [InlineData("none,none,spike,none,drift", 0.8333333333333334)]
    public void Of_Words_TakesTheMarkOrTheRarer(string words, double expected)
    {
        var figures = AnomalyTruth.Of(CategoryColumn.FromTexts("label", words.Split(',')), [.. words.Split(',').Select((_, row) => row + 1.0)], new bool[words.Split(',').Length]);
        Assert.Equal(expected, figures[0].Value, 12);
    }

    [Fact]
    public void Of_ThreeValues_IsRefused()
    {
        var fault = Assert.Throws<DataException>(() => AnomalyTruth.Of(new NumberColumn("kind", [0, 1, 2]), [1, 2, 3], [false, false, false]));
        Assert.Equal("--truth kind: the column has 3 different values. The truth about anomalies is two, such as 0 and 1, or several kinds beside one that more than half of the rows have. Name another column, or leave --truth out.", fault.Message);
    }
}
