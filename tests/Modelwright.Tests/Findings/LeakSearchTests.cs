using Modelwright.Core.Data;
using Modelwright.Findings;
using Modelwright.Profile;

namespace Modelwright.Tests.Findings;

public sealed class LeakSearchTests
{
    private readonly LeakTables _tables = new();

    private static IReadOnlyList<Finding> Find(Table table) => LeakTables.Find(table);

    private static Finding Single(Table table, string column) => Assert.Single(Find(table), finding => finding.Column == column);

    [Fact]
    public void Inspect_HonestColumns_AccusesNone()
    {
        Assert.Empty(Find(_tables.Classes));
        Assert.Empty(Find(_tables.Numbers));
    }

    [Fact]
    public void Inspect_CopyOfClasses_SaysSoWithItsProof()
    {
        var finding = Single(_tables.Classes.With(LeakTables.Levels("state", row => _tables.IsYes[row] ? "gone" : "here")), "state");

        Assert.Equal((FindingSeverity.Severe, "target_copy"), (finding.Severity, finding.Kind));
        Assert.Equal("'state' is the target under another name: each of its 2 values stands for one class of 'label' in all 1200 rows.", finding.Text);
        Assert.Equal("If it is known only once the outcome is, leave it out: --ignore, or --leaks drop.", finding.Remedy);
        Assert.Equal(1200, finding.Measured!["rows"]);
    }

    [Fact]
    public void Inspect_CopyOfNumbers_SaysSo() =>
        Assert.Equal("'total' is the target: it equals 'amount' in all 1200 rows.", Single(_tables.Numbers.With(new NumberColumn("total", _tables.Number)), "total").Text);

    [Fact]
    public void Inspect_OneWrongRow_IsNoCopy()
    {
        var finding = Single(_tables.Classes.With(LeakTables.Levels("state", row => _tables.IsYes[row] != (row == 7) ? "gone" : "here")), "state");

        Assert.NotEqual("target_copy", finding.Kind);
        Assert.Equal(FindingSeverity.Severe, finding.Severity);
    }

    [Fact]
    public void Inspect_FallingFunctionOfNumbers_SaysSo() =>
        Assert.Equal(
            "'rate' is a function of the target: it falls with 'amount' in all 1200 rows without one exception, and is equal where the target is equal.",
            Single(_tables.Numbers.With(LeakTables.Column("rate", row => Math.Exp(-_tables.Number[row]))), "rate").Text);

    [Fact]
    public void Inspect_RangesOfClasses_AreAFunction() =>
        Assert.Equal("target_function", Single(_tables.Classes.With(LeakTables.Column("score", row => (_tables.IsYes[row] ? 10 : 0) + _tables.Random.NextDouble())), "score").Kind);

    [Fact]
    public void Inspect_NoisyCopy_TellsMoreThanAllOthers()
    {
        var finding = Single(_tables.Numbers.With(LeakTables.Column("paid_in", row => _tables.Number[row] + (0.01 * _tables.Random.NextDouble()))), "paid_in");

        Assert.Equal("predicts_too_well", finding.Kind);
        Assert.True(finding.Measured!["power"] > finding.Measured["others"]);
    }

    [Fact]
    public void Inspect_SumOfTwoColumns_NamesBoth()
    {
        var part = LeakTables.Column("morning", _ => _tables.Random.Next(10));
        var table = _tables.Numbers.With(part).With(LeakTables.Column("evening", row => _tables.Number[row] - part.Values.At(row)));

        Assert.Equal(["evening", "morning"], Find(table).Where(finding => finding.Kind == "target_part").Select(finding => finding.Column).Order());
    }

    [Fact]
    public void Inspect_LateDaysOfOneClass_SaysFromWhen()
    {
        var table = _tables.Classes.With(new TimeColumn("seen", [.. _tables.IsYes.Select(yes => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(yes && _tables.Random.NextDouble() < 0.3 ? 200 + _tables.Random.Next(20) : _tables.Random.Next(200)).Ticks)]));
        var finding = Single(table, "seen");

        Assert.Equal((FindingSeverity.Severe, "late_times"), (finding.Severity, finding.Kind));
        Assert.Matches("^Of the [0-9]+ rows with 'seen' from 2024-07-(18|19|20) on, [0-9]+ \\(100 %\\) have 'yes' as 'label'; of the others [0-9.]+ %. Such rows were collected because of their outcome.$", finding.Text);
    }

    [Fact]
    public void Inspect_DaysWithoutAPattern_AreNotAccused() =>
        Assert.DoesNotContain(Find(_tables.Classes.With(new TimeColumn("seen", [.. _tables.IsYes.Select(_ => _tables.Random.NextInt64(638_000_000_000_000_000, 638_300_000_000_000_000))]))), finding => finding.Column == "seen");

    [Fact]
    public void Inspect_MissingExactlyWhereNo_IsSevere()
    {
        var finding = Single(_tables.Classes.With(LeakTables.Column("reason", row => _tables.IsYes[row] ? _tables.Random.Next(50) : double.NaN)), "reason");

        Assert.Equal(FindingSeverity.Severe, finding.Severity);
        Assert.Contains(finding.Kind, new[] { "missing_tells", "target_function", "target_copy" });
    }

    [Fact]
    public void Inspect_MissingTellsNearlyAll_CountsIt()
    {
        var finding = Single(_tables.Classes.With(LeakTables.Column("reason", row => _tables.IsYes[row] && _tables.Random.NextDouble() < 0.95 ? _tables.Random.Next(50) : double.NaN)), "reason");

        Assert.Equal((FindingSeverity.Severe, "missing_tells"), (finding.Severity, finding.Kind));
        Assert.Equal(finding.Measured!["rows"], finding.Measured["with_class"]);
    }

    [Fact]
    public void Inspect_MissingTellsMuchMoreThanOthers_IsAWarning()
    {
        var finding = Single(_tables.Classes.With(LeakTables.Column("reason", row => _tables.Random.NextDouble() < (_tables.IsYes[row] ? 0.95 : 0.05) ? _tables.Random.Next(50) : double.NaN)), "reason");

        Assert.Equal((FindingSeverity.Warning, "missing_tells"), (finding.Severity, finding.Kind));
        Assert.Matches("^Whether 'reason' has a value \\([0-9]+ of 1200 rows have none\\) alone tells 0.[67][0-9]+ of 'label' on a scale from 0 to 1, all other columns together 0.[0-3][0-9]*.$", finding.Text);
        Assert.True(finding.Measured!["power"] >= 2 * finding.Measured["others"]);
    }

    [Fact]
    public void Inspect_MissingTellsNoMoreThanOthers_IsNotAccused() =>
        Assert.DoesNotContain(Find(_tables.Classes.With(LeakTables.Column("reason", row => _tables.Number[row] + _tables.Random.NextDouble() > 12.5 ? _tables.Random.Next(50) : double.NaN))), finding => finding.Column == "reason");

    [Theory]
    [InlineData(false, "warning")]
    [InlineData(true, null)]
    public void Inspect_TellsMoreThanOthers_IsAWarningWhereTheyKnowLittle(bool othersKnowMuch, string? severity)
    {
        var table = _tables.Classes.With(LeakTables.Levels("event", Mostly));
        var finding = Find(othersKnowMuch ? table.With(LeakTables.Levels("sign", Mostly)) : table.Without(["size"])).SingleOrDefault(finding => finding.Column == "event");

        Assert.Equal(severity, finding?.Severity.ToString().ToLowerInvariant());
        Assert.True(severity is null || finding!.Kind == "predicts_too_well");

        string Mostly(int row) => _tables.IsYes[row] == _tables.Random.NextDouble() < 0.9 ? "1" : "0";
    }

    [Fact]
    public void Inspect_LevelOfOneClass_IsAWarning()
    {
        var finding = Single(_tables.Classes.With(LeakTables.Levels("branch", row => _tables.IsYes[row] && _tables.Random.NextDouble() < 0.2 ? "seven" : $"branch {_tables.Random.Next(5)}")), "branch");

        Assert.Equal((FindingSeverity.Warning, "pure_level"), (finding.Severity, finding.Kind));
        Assert.Contains("rows with 'seven' in 'branch'", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "target_mean")]
    [InlineData(1, "target_mean_left_out")]
    public void Inspect_MeansOverAllRows_NamesTheKey(int left, string kind)
    {
        int[] places = [.. Enumerable.Range(0, LeakTables.Rows).Select(_ => _tables.Random.Next(30))];
        var (sums, counts) = (new double[30], new double[30]);
        for (var row = 0; row < places.Length; row++)
        {
            sums[places[row]] += _tables.IsYes[row] ? 1 : 0;
            counts[places[row]]++;
        }

        var finding = Single(
            _tables.Classes.With(LeakTables.Levels("place", row => $"place {places[row]}")).With(LeakTables.Column("rate", row => (sums[places[row]] - (_tables.IsYes[row] ? left : 0)) / (counts[places[row]] - left))),
            "rate");

        Assert.Equal((FindingSeverity.Severe, kind), (finding.Severity, finding.Kind));
        Assert.Contains("by 'place'", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_SortedFile_SaysSoAndNamesTheCounter()
    {
        int[] order = [.. Enumerable.Range(0, LeakTables.Rows).OrderBy(row => _tables.Number[row] + _tables.Random.NextDouble())];
        var table = _tables.Numbers.Take(order).With(LeakTables.Column("place", row => (3 * row) + _tables.Random.Next(3)));
        var found = LeakTables.Find(table, LeakTables.Profiled(table, "place", ColumnRole.Feature));

        Assert.Contains(found, finding => finding is { Kind: "row_order", Column: null, Severity: FindingSeverity.Warning });
        Assert.Contains(found, finding => finding is { Kind: "id_order", Column: "place", Severity: FindingSeverity.Severe });
    }

    [Fact]
    public void Inspect_Twins_AreCountedExactly()
    {
        var table = _tables.Classes.Take([.. Enumerable.Range(0, LeakTables.Rows), .. Enumerable.Range(100, 60)]);
        var finding = Assert.Single(Find(table), finding => finding.Kind == "twin_rows");

        var profile = Profiler.Inspect(table, new() { Target = "label" }, TestContext.Current.CancellationToken);
        Assert.Contains(profile.Findings, own => own.Kind == "duplicates");
        Assert.Equal(["twin_rows"], profile.With([finding]).Findings.Select(said => said.Kind).Where(kind => kind is "twin_rows" or "duplicates"));
        Assert.Equal("60 of 1260 rows (4.8 %) equal an earlier row in every column that a model sees and in 'label': in 5 random folds about 96 rows are answered by a model that has seen their twin.", finding.Text);
    }

    [Fact]
    public void Inspect_SharedThings_AreCountedExactlyAndNotWhereTheyAreGroups()
    {
        var table = _tables.Classes.Take([.. Enumerable.Range(0, LeakTables.Rows).Select(row => row / 3)])
            .With(LeakTables.Column("patient", row => 70_000 + (row / 3 * 17)))
            .With(LeakTables.Column("pulse", _ => _tables.Random.NextDouble()));
        var finding = Assert.Single(Find(table), finding => finding.Kind == "shared_entities");

        Assert.StartsWith("'patient' names 400 things, 400 of which have several rows (1200 of 1200); rows of one are alike in 'size', 'colour'.", finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            LeakTables.Find(table, LeakTables.Profiled(table, "patient", ColumnRole.Group)),
            finding => finding.Kind == "shared_entities");
    }

    [Fact]
    public void Inspect_TimeAfterTheTimeColumn_IsAWarning()
    {
        long[] opened = [.. Enumerable.Range(0, LeakTables.Rows).Select(_ => _tables.Random.NextInt64(638_000_000_000_000_000, 638_300_000_000_000_000))];
        var table = _tables.Classes.With(new TimeColumn("day", opened)).With(new TimeColumn("done", [.. opened.Select(ticks => ticks + _tables.Random.NextInt64(1_000_000_000_000))]));

        Assert.Equal("'done' is later than 'day' in 1200 of 1200 rows that have both: at that time it was not known.", Single(table, "done").Text);
    }

    [Fact]
    public void Inspect_SameRows_GivesTheSameFindings()
    {
        var table = _tables.Classes.With(LeakTables.Levels("branch", row => _tables.IsYes[row] && row % 4 == 0 ? "seven" : "other"));

        Assert.Equal(Find(table).Select(finding => finding.Text), Find(table).Select(finding => finding.Text));
    }

    [Fact]
    public void Inspect_WithoutATargetOrWithFewRows_FindsNothing()
    {
        Assert.Empty(LeakTables.Find(_tables.Classes, Profiler.Inspect(_tables.Classes, cancellation: TestContext.Current.CancellationToken)));
        Assert.Empty(Find(_tables.Classes.With(LeakTables.Levels("state", row => _tables.IsYes[row] ? "gone" : "here")).Take([.. Enumerable.Range(0, 20)])));
    }

    [Fact]
    public void Inspect_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => LeakSearch.Inspect(_tables.Classes, LeakTables.Profiled(_tables.Classes), cancellation: stop.Token));
    }
}
