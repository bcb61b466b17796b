namespace Modelwright.Acceptance.Tests.Odd;

/// <summary>Columns that are too many, empty, of too many levels, or rows that come again.</summary>
public sealed class OddColumnTests
{
    /// <summary>Far above the promised 5 %, which benchmarks hold on a quiet machine: this one may be busy with other tests.</summary>
    private const double Ceiling = 3;

    [Fact]
    public async Task Train_TenThousandColumns_KeepsItsBudget()
    {
        using var folder = new TempFolder();
        var table = new OddTable(11, string.Join(',', Enumerable.Range(0, 10_000).Select(column => $"c{column}").Append("y")));
        for (var row = 0; row < 200; row++)
        {
            // One thing that a tenth of the columns measure, each badly.
            var hidden = table.Normal();
            table.Add([.. Enumerable.Range(0, 10_000).Select(column => (object)(table.Normal() + (column % 10 == 3 ? hidden : 0))), hidden > 0 ? "yes" : "no"]);
        }

        var run = await OddRun.Of(folder, table, "--budget", "8s");

        Assert.InRange(run.Figure("roc_auc"), 0.7, 1);
        Assert.InRange(run.Seconds, 0, 8 * Ceiling);
        Assert.Equal(200, run.Answered);
    }

    [Fact]
    public async Task Train_TextOfThousandsOfWords_FindsTheTellingOnes()
    {
        using var folder = new TempFolder();
        var table = new OddTable(12, "note,y");
        for (var row = 0; row < 1000; row++)
        {
            var isYes = table.Chance.Next(2) == 1;
            var words = Enumerable.Range(0, 20).Select(_ => $"word{(int)(5000 * Math.Pow(table.Chance.NextDouble(), 3))}").Append(isYes ? $"refund{table.Chance.Next(4)}" : $"thanks{table.Chance.Next(4)}");
            table.Add(string.Join(' ', words), isYes ? "yes" : "no");
        }

        var run = await OddRun.Of(folder, table, "--trials", "2");

        Assert.InRange(run.Figure("roc_auc"), 0.9, 1);
        Assert.Equal(1000, run.Answered);
    }

    [Fact]
    public async Task Train_EmptyColumns_AreNotAskedFor()
    {
        using var folder = new TempFolder();
        var table = new OddTable(13, "void,a,b,blank,y");
        for (var row = 0; row < 200; row++)
        {
            var a = table.Normal();
            table.Add(null, a, table.Normal(), null, a > 0 ? "yes" : "no");
        }

        var run = await OddRun.Of(folder, table, "--trials", "2");
        var less = new OddTable(14, "a,b").Add(2.0, 0.0).Add(-2.0, 0.0);
        var answered = await CliProcess.RunAsync(folder.Path, "predict", "run/model.mw", less.Write(folder, "less.csv"), "-o", "few.csv");

        Assert.InRange(run.Figure("roc_auc"), 0.95, 1);
        Assert.True(answered.ExitCode == 0, answered.Error);
        Assert.Equal(["yes", "no"], (await File.ReadAllLinesAsync(Path.Combine(folder.Path, "few.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Train_OnlyEmptyColumns_SaysThatNoneIsLeft()
    {
        using var folder = new TempFolder();
        var table = new OddTable(15, "void,y");
        for (var row = 0; row < 50; row++)
        {
            table.Add(null, row % 2 == 0 ? "yes" : "no");
        }

        var run = await CliProcess.RunAsync(folder.Path, "train", table.Write(folder), "--target", "y", "--trials", "1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("No column is left to predict from: all are the target, ids, constants or ignored. Name roles with --roles, or bring more columns.", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_HundredThousandLevels_LearnsFromTheRestAndWarns()
    {
        using var folder = new TempFolder();
        var table = new OddTable(16, "user,a,y");
        for (var row = 0; row < 120_000; row++)
        {
            var a = table.Normal();
            table.Add($"u{(row < 100_000 ? row : table.Chance.Next(100_000))}", a, a + (0.5 * table.Normal()));
        }

        var run = await OddRun.Of(folder, table, "--types", "user=category", "--budget", "12s");

        Assert.InRange(run.Figure("r2"), 0.4, 1);
        Assert.InRange(run.Seconds, 0, 12 * Ceiling);
        Assert.Contains("'user' has 100000 levels in 120000 rows: most come once. A model cannot learn from levels that do not come again; cut the value to what repeats, or ignore the column.", run.Warnings);
        Assert.Equal(120_000, run.Answered);
    }

    [Fact]
    public async Task Train_RowsThatComeAgain_AreSaid()
    {
        using var folder = new TempFolder();
        var table = new OddTable(17, "a,b,y");
        for (var row = 0; row < 40; row++)
        {
            object?[] cells = [table.Normal(), table.Normal(), table.Chance.Next(2) == 1 ? "yes" : "no"];
            for (var copy = 0; copy < 10; copy++)
            {
                table.Add(cells);
            }
        }

        var run = await OddRun.Of(folder, table, "--trials", "2");

        Assert.Contains("360 of 400 rows (90 %) equal an earlier row in every column but ids. If rows were copied by mistake, remove them; if they belong together, give them a group column.", run.Warnings);
        Assert.Contains(run.Evidence.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("kind").GetString() == "twin_rows");
    }
}
