using Modelwright.Core.Data;
using Modelwright.Findings;
using Modelwright.Findings.Labels;

namespace Modelwright.Tests.Findings;

public sealed class LabelSearchTests
{
    // Worked by hand: the classes' own means are 0.725 and 0.675, so the last row is doubted once it gives class 0 at least 0.725.
    [Fact]
    public void ClassDoubts_ByHand_DoubtsWhatReachesAnotherClass()
    {
        double[] probabilities = [0.9, 0.1, 0.8, 0.2, 0.6, 0.4, 0.6, 0.4, 0.05, 0.95, 0.6, 0.4];
        int[] given = [0, 0, 0, 0, 1, 1];
        Assert.Empty(ClassDoubts.Of(probabilities, given, 2, 10));

        probabilities[10] = 0.75;
        probabilities[11] = 0.25;
        var doubt = Assert.Single(ClassDoubts.Of(probabilities, given, 2, 10));
        Assert.Equal((5, 0, 0.75), (doubt.Place, doubt.Suggested, doubt.Doubt));
    }

    [Fact]
    public void NumberDoubts_OneFarNumber_IsDoubtedAlone()
    {
        var random = new Random(3);
        double[] answers = [.. Enumerable.Range(0, 500).Select(row => (double)row)];
        double[] given = [.. answers.Select(answer => answer + random.NextDouble() - 0.5)];
        given[100] += 50;

        var doubt = Assert.Single(NumberDoubts.Of(answers, given, 10));

        Assert.Equal(100, doubt.Place);
        Assert.True(doubt.Doubt > 50);
    }

    [Fact]
    public void NumberDoubts_ExactAnswers_DoubtNone() => Assert.Empty(NumberDoubts.Of([1, 2, 3, 4], [1, 2, 3, 4], 10));

    [Fact]
    public void Inspect_FlippedClasses_AreMostOfTheDoubted()
    {
        var random = new Random(5);
        double[] size = [.. Enumerable.Range(0, 1_500).Select(_ => random.NextDouble())];
        var flipped = Enumerable.Range(0, size.Length).Where(_ => random.NextDouble() < 0.05).ToHashSet();
        var table = new Table([new NumberColumn("size", size), CategoryColumn.FromTexts("label", [.. size.Select((value, row) => value > 0.5 != flipped.Contains(row) ? "yes" : "no")])]);

        var doubted = LeakTables.Doubt(table);

        Assert.InRange(doubted.Count, flipped.Count / 2, LabelSearch.MostRows);
        Assert.True(doubted.Count(row => flipped.Contains(row.Row)) > 0.9 * doubted.Count);
        Assert.All(doubted, row => Assert.Equal(row.Given == "yes" ? "no" : "yes", row.Suggested));
        Assert.Equal(doubted.OrderByDescending(row => row.Doubt), doubted);
    }

    [Fact]
    public void Inspect_RowsWithoutATarget_AreSkippedAndCounted()
    {
        var random = new Random(6);
        double[] size = [.. Enumerable.Range(0, 600).Select(_ => random.NextDouble())];
        var table = new Table([new NumberColumn("size", size), CategoryColumn.FromTexts("label", [.. size.Select((value, row) => row < 100 ? null : value > 0.5 != (row == 400) ? "yes" : "no")])]);

        Assert.Contains(400, LeakTables.Doubt(table).Select(row => row.Row));
    }

    [Fact]
    public void Inspect_FewRows_DoubtsNone() =>
        Assert.Empty(LeakTables.Doubt(new LeakTables().Classes.Take([.. Enumerable.Range(0, 90)])));
}
