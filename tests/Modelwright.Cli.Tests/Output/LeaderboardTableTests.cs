using Modelwright.Cli.Output;
using Modelwright.Recording;
using Spectre.Console;

namespace Modelwright.Cli.Tests.Output;

public sealed class LeaderboardTableTests
{
    private static readonly LeaderboardEntry[] Entries =
    [
        new(5, "boost", "Boosting", "leaves=31, rate=0.05, rounds=412", 0.91, 1.5) { Weight = 0.75 },
        .. Enumerable.Range(6, 9).Select(trial => new LeaderboardEntry(trial, "boost", "Boosting", $"leaves=31, rate=0.1, rounds={trial}", 0.9, 1)),
        new(4, "boost", "Boosting", "leaves=31, rate=0.123456789, rounds=300", 0.89, 1),
        new(3, "boost", "Boosting", "leaves=31, rate=0.1, rounds=300", 0.88, 1),
        new(15, "boost", "Boosting", "leaves=31, rate=0.1, rounds=300", 0.87, 1) { Weight = 0.25 },
        new(1, "line", "Linear", "", 0.8, 0.25),
        new(2, "line", "Linear", "l1_ratio=0.5", 0.79, 0.25),
        new(0, "base", "Baseline", "", 0.5, 0),
    ];

    [Fact]
    public void Of_ManyTrials_ShowsMembersTheBestOfEachLearnerAndMoreOfTheBest()
    {
        Snapshot.Verify("Output/leaderboard", Text(LeaderboardTable.Of(Entries, "roc_auc", isFinal: true, width: 80), 80));
        Assert.Equal(Entries.Length - 8, LeaderboardTable.LeftOut(Entries));
    }

    [Fact]
    public void Of_WhileTheSearchGoesOn_HasNoWeights() =>
        Assert.DoesNotContain("weight", Text(LeaderboardTable.Of(Entries, "score", isFinal: false, width: 80), 80), StringComparison.Ordinal);

    [Fact]
    public void Of_TrialThatIsEvidenceAlone_SaysWhatItNeeds()
    {
        LeaderboardEntry[] entries = [new(2, "near", "Near", "k=3", 0.95, 1) { NeedsStoreRows = true }, .. Entries];
        var lines = Text(LeaderboardTable.Of(entries, "roc_auc", isFinal: true, width: 80), 80).Split('\n');
        Assert.Contains("needs --store-rows", Assert.Single(lines, line => line.Contains("Near", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(lines, line => line.Contains("needs --store-rows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Of_NarrowScreen_HasOneLineATrial(int width)
    {
        const int Frame = 4;
        var lines = Text(LeaderboardTable.Of(Entries, "roc_auc", isFinal: true, width), width).TrimEnd('\n').Split('\n');

        Assert.Equal(8 + Frame, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
    }

    private static string Text(Table table, int width)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        console.Write(table);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
