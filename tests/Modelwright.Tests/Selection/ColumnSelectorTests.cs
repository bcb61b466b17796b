using Modelwright.Core.Data;
using Modelwright.Recording;
using Modelwright.Selection;

namespace Modelwright.Tests.Selection;

/// <summary>The choice of columns on rows whose truth is known.</summary>
public sealed class ColumnSelectorTests
{
    private static readonly string[] Truth = ["fair", "level", "strong"];

    [Fact]
    public void Choose_NoiseAmongColumnsThatMatter_KeepsThoseAndFewOthersOverSeeds()
    {
        const int Seeds = 10;
        const int Noise = 12;
        var wrong = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var kept = SimulatedRows.Kept(SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(400, Noise, seed))) with { Seed = seed });
            Assert.Subset(kept.ToHashSet(), Truth.ToHashSet());
            wrong += kept.Length - Truth.Length;
        }

        // One in ten is what gains allow and one in forty the interval; with 120 columns of noise more than 22 would be a chance below one in fifty.
        Assert.InRange(wrong, 0, 22);
    }

    [Fact]
    public void Choose_NoiseAlone_KeepsHardlyMoreThanTheOneThatComesNearest()
    {
        var (kept, nearest) = (0, 0);
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            var table = new Table([.. SimulatedRows.Noise(8, 200, random), SimulatedRows.Classes(SimulatedRows.Normal(200, random), random)]);
            var selection = ColumnSelector.Choose(SimulatedRows.Ask(SimulatedRows.Labelled(table)) with { Seed = seed });
            var own = selection.Columns.Where(column => column.Decision == "kept").ToArray();
            Assert.NotEmpty(own);
            nearest += own.Count(column => column.Reason == $"No column tells more than noise; this one comes nearest: above every shuffled copy in {column.Hits} of 20 rounds.");
            kept += own.Length;
        }

        // One in ten and one in forty of 80 columns are ten; where none is kept for that, one stays.
        Assert.InRange(kept, 10, 20);
        Assert.InRange(nearest, 1, 10);
    }

    [Fact]
    public void Choose_Evidence_SaysHitsAndIntervalOfEveryColumn()
    {
        var selection = ColumnSelector.Choose(SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(300, 3, 1))));
        Assert.Equal(6, selection.Columns.Count);
        Assert.Equal((300, 5, 20), (selection.Rows, selection.Folds, selection.Rounds));
        Assert.Equal("Chosen on all 300 rows outside the rows of the figures, in 5 folds: columns that gain more than the best of shuffled copies of all columns, in 20 rounds over the folds; one that is not sure stays where few copies gain as much, or where shuffling it on held-out rows costs.", selection.Meaning);
        var strong = selection.Columns[0];
        Assert.Equal(("strong", "kept", "confirmed", "It tells more than noise: above every shuffled copy in 20 of 20 rounds."), (strong.Name, strong.Decision, strong.Verdict, strong.Reason));
        Assert.Equal(1 / 21.0, strong.PValue);
        Assert.True(strong.Lower > 0.1 && strong.Importance > strong.Lower && strong.Upper > strong.Importance);
        Assert.Empty(selection.Sizes);
    }

    [Theory]
    [InlineData(FeatureChoice.Selected)]
    [InlineData(FeatureChoice.Fewest)]
    public void Choose_OtherNumberOfThreads_GivesTheSameDocument(FeatureChoice choice)
    {
        var request = SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(250, 4, 3)), choice);
        Assert.Equal(Documents.Write(ColumnSelector.Choose(request with { Threads = 1 })), Documents.Write(ColumnSelector.Choose(request with { Threads = 4 })));
        Assert.NotEqual(Documents.Write(ColumnSelector.Choose(request)), Documents.Write(ColumnSelector.Choose(request with { Seed = 1 })));
    }

    [Fact]
    public void Choose_AskedToEnd_Ends()
    {
        using var source = new CancellationTokenSource();
        var request = SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(250, 4, 3))) with
        {
            Progress = share => source.Cancel(),
            Cancellation = source.Token,
        };
        Assert.ThrowsAny<OperationCanceledException>(() => ColumnSelector.Choose(request));
    }

    [Fact]
    public void Choose_Progress_RisesToTheEnd()
    {
        var shares = new List<double>();
        ColumnSelector.Choose(SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(120, 1, 3)), FeatureChoice.Fewest) with { Threads = 1, Progress = shares.Add });
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1], 1e-9);
    }

    [Fact]
    public void Choose_WantedColumnsAndTexts_StayWithTheReason()
    {
        var table = SimulatedRows.Table(200, 2, 4).With(new TextColumn("note", [.. Enumerable.Range(0, 200).Select(row => $"free words {row}")]));
        var request = SimulatedRows.Ask(SimulatedRows.Labelled(table)) with { Wanted = new Dictionary<string, string> { ["noise1"] = "You named it as a feature." } };
        var columns = ColumnSelector.Choose(request).Columns.ToDictionary(column => column.Name);
        Assert.Equal(("kept", "You named it as a feature."), (columns["noise1"].Decision, columns["noise1"].Reason));
        Assert.Equal(("kept", "not_judged", "The small models of this choice cannot judge texts, so it stays."), (columns["note"].Decision, columns["note"].Verdict, columns["note"].Reason));
        Assert.Null(columns["note"].Hits);
        Assert.Equal("left_out", columns["noise0"].Decision);
    }

    [Fact]
    public void Choose_LittleTime_ComparesTheMostTellingColumnsAndSaysSo()
    {
        var request = SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(400, 110, 4))) with { Seconds = 1e-3 };
        var columns = ColumnSelector.Choose(request).Columns;
        Assert.Equal(13, columns.Count(column => column is { Verdict: "not_judged", Decision: "left_out", Reason: "Alone it tells less than the 100 columns that were compared; no more were." }));
        Assert.Subset(columns.Where(column => column.Decision == "kept").Select(column => column.Name).ToHashSet(), Truth.ToHashSet());
    }
}
