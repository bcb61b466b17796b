using Modelwright.Core.Data;

namespace Modelwright.Tests.Selection;

/// <summary>The choice of columns on every kind of column, target and role.</summary>
public sealed class ColumnKindTests
{
    private const int Rows = 400;

    [Fact]
    public void Choose_CategoryOfManyLevels_IsJudgedByItsLevels()
    {
        var random = new Random(2);
        int[] telling = [.. Enumerable.Range(0, Rows * 3).Select(_ => random.Next(120))];
        int[] idle = [.. Enumerable.Range(0, Rows * 3).Select(_ => random.Next(120))];
        var table = new Table([Levels("telling", telling), Levels("idle", idle), .. SimulatedRows.Noise(4, Rows * 3, random), SimulatedRows.Classes([.. telling.Select(code => code % 2 == 0 ? 1.0 : -1.0)], random)]);
        AssertKept(["telling"], SimulatedRows.Kept(SimulatedRows.Ask(SimulatedRows.Labelled(table))));

        static CategoryColumn Levels(string name, int[] codes) => CategoryColumn.FromTexts(name, [.. codes.Select(code => $"level {code}")]);
    }

    [Fact]
    public void Choose_TimesMissingValuesAndManyClasses_AreSeen()
    {
        var random = new Random(3);
        var days = new DateTime[Rows * 2];
        var (holes, label) = (SimulatedRows.Normal(days.Length, random), new string[days.Length]);
        for (var row = 0; row < days.Length; row++)
        {
            days[row] = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(random.Next(900));
            holes[row] = random.NextDouble() < 0.4 ? double.NaN : holes[row];
            label[row] = random.NextDouble() < 0.1 ? "d" : days[row].DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "a" : double.IsNaN(holes[row]) ? "b" : "c";
        }

        var table = new Table([new TimeColumn("day", Array.ConvertAll(days, day => day.Ticks)), new NumberColumn("holes", holes), .. SimulatedRows.Noise(5, days.Length, random), CategoryColumn.FromTexts("target", label)]);
        AssertKept(["day", "holes"], SimulatedRows.Kept(SimulatedRows.Ask(SimulatedRows.Labelled(table))));
    }

    [Fact]
    public void Choose_Numbers_KeepsWhatTheyAreMadeOf()
    {
        var random = new Random(4);
        var (one, two) = (SimulatedRows.Normal(Rows, random), SimulatedRows.Normal(Rows, random));
        var table = new Table([new NumberColumn("one", one), new NumberColumn("two", two), .. SimulatedRows.Noise(6, Rows, random), new NumberColumn("target", [.. one.Zip(two, (a, b) => Math.Exp(a) - b)])]);
        AssertKept(["one", "two"], SimulatedRows.Kept(SimulatedRows.Ask(SimulatedRows.Labelled(table))));
    }

    [Fact]
    public void Choose_NoiseOfFewGroups_IsNotTakenForMoreThanItIs()
    {
        // 20 groups of 20 rows: what is said of a group is said 20 times, and by rows alone looks sure.
        var random = new Random(6);
        var (group, real) = (new double[Rows], SimulatedRows.Normal(Rows, random));
        var (ofGroup, noise) = (SimulatedRows.Normal(20, random), Enumerable.Range(0, 6).Select(_ => SimulatedRows.Normal(20, random)).ToArray());
        for (var row = 0; row < Rows; row++)
        {
            group[row] = row % 20;
        }

        double[] scores = [.. Enumerable.Range(0, Rows).Select(row => real[row] + ofGroup[row % 20])];
        var table = new Table([new NumberColumn("group", group), new NumberColumn("real", real), .. noise.Select((values, number) => new NumberColumn($"noise{number}", [.. group.Select(code => values[(int)code])])), SimulatedRows.Classes(scores, random)]);
        AssertKept(["real"], SimulatedRows.Kept(SimulatedRows.Ask(SimulatedRows.Labelled(table, ("group", ColumnRole.Group)))));
    }

    [Fact]
    public void Choose_TimeRole_LooksForwardAndFindsWhatMatters()
    {
        var random = new Random(7);
        var real = SimulatedRows.Normal(Rows, random);
        var table = new Table([new NumberColumn("when", [.. Enumerable.Range(0, Rows).Select(row => (double)row)]), new NumberColumn("real", real), .. SimulatedRows.Noise(5, Rows, random), SimulatedRows.Classes(real, random)]);
        AssertKept(["real"], SimulatedRows.Kept(SimulatedRows.Ask(SimulatedRows.Labelled(table, ("when", ColumnRole.Time)))));
    }

    [Fact]
    public void Choose_RowsOfNoWeight_DoNotCount()
    {
        // In the rows that count 'one' matters, in the others 'two' does.
        var random = new Random(8);
        var (one, two) = (SimulatedRows.Normal(Rows * 2, random), SimulatedRows.Normal(Rows * 2, random));
        double[] weights = [.. Enumerable.Range(0, one.Length).Select(row => (double)(row % 2))];
        var table = new Table([new NumberColumn("one", one), new NumberColumn("two", two), .. SimulatedRows.Noise(4, one.Length, random), SimulatedRows.Classes([.. weights.Select((weight, row) => weight > 0 ? one[row] : two[row])], random)]);
        var rows = SimulatedRows.Labelled(table);
        AssertKept(["one", "two"], SimulatedRows.Kept(SimulatedRows.Ask(rows)));
        var weighed = SimulatedRows.Kept(SimulatedRows.Ask(rows with { Weights = weights }));
        Assert.Contains("one", weighed);
        Assert.DoesNotContain("two", weighed);
    }

    // What matters is kept; of the noise one column may be, by chance.
    private static void AssertKept(string[] truth, string[] kept)
    {
        Assert.Empty(truth.Except(kept));
        Assert.InRange(kept.Length, truth.Length, truth.Length + 1);
    }
}
