using Modelwright.Core.Data;
using Modelwright.Stress.Schemas;

namespace Modelwright.Tests.Stress;

public sealed class SchemaStageTests
{
    private static SchemaProbe[] Probes(Func<Table, Table>? door = null) => new SchemaStage(StressTables.Sum(door: door)).Run(["first", "second"], () => false, [], TestContext.Current.CancellationToken);

    [Fact]
    public void Run_TimeIsOver_SaysWhatWasLeftOut()
    {
        var notRun = new List<string>();
        var asked = 0;

        var probes = new SchemaStage(StressTables.Sum()).Run(["first", "second"], () => ++asked > 1, notRun, TestContext.Current.CancellationToken);

        Assert.Equal(6, probes.Length);
        Assert.Equal("1 of 2 columns were not taken away, renamed or given another type: the time was over. Give more with --budget.", Assert.Single(notRun));
    }

    [Fact]
    public void Run_ModelThatRefusesByName_IsSound()
    {
        var probes = Probes();

        Assert.All(probes, probe => Assert.True(probe.IsSound, probe.Text));
        Assert.Equal(["extra_column", "other_order", "rows_twice", "column_gone", "column_renamed", "other_type", "column_gone", "column_renamed", "other_type"], probes.Select(probe => probe.Name));
        Assert.Equal(new SchemaProbe("column_gone", "first", "refused", "Column 'first' is absent.", IsSound: true), probes[3]);
        Assert.Equal("The answers are the same.", probes[0].Text);
    }

    [Fact]
    public void Run_ModelThatAnswersWithoutAColumn_IsNotSound()
    {
        var probes = Probes(table => table.TryGet("second", out _) ? table : table.With(new NumberColumn("second", new double[table.RowCount])));

        var gone = probes.Single(probe => probe is { Name: "column_gone", Column: "second" });
        Assert.False(gone.IsSound);
        Assert.Matches(@"^\d+ of 400 answers changed, and no error said why\.$", gone.Text);
    }

    [Fact]
    public void Run_ModelThatBreaks_IsAFindingAndNotTheEnd()
    {
        var probes = Probes(table => table.Columns.Count == 3 ? table : throw new InvalidOperationException("Three columns."));

        Assert.Equal(new SchemaProbe("extra_column", null, "crashed", "InvalidOperationException: Three columns.", IsSound: false), probes[0]);
        Assert.Equal("crashed", probes.First(probe => probe.Name == "column_gone").Outcome);
        Assert.Equal("refused", probes.First(probe => probe.Name == "other_type").Outcome);
    }

    [Fact]
    public void Run_ModelThatGoesByThePlaceOfColumns_IsNotSound()
    {
        var probes = Probes(table => table.Columns[0].Name == "first" ? table : new([table.Columns[0].Rename("first"), table.Columns[1].Rename("second"), table.Columns[2].Rename("answer")]));

        Assert.False(probes.Single(probe => probe.Name == "other_order").IsSound);
    }

    [Fact]
    public void Run_ModelThatLooksAtTheRowsAround_IsNotSound()
    {
        var probes = Probes(table => table.RowCount == 400 ? table : table.With(new NumberColumn("first", [.. Enumerable.Range(0, table.RowCount).Select(row => row < 400 ? ((NumberColumn)table["first"]).Values.At(row) : 0)])));

        var twice = probes.Single(probe => probe.Name == "rows_twice");
        Assert.False(twice.IsSound);
        Assert.Matches("^[1-9][0-9]* of 800 answers changed[.]$", twice.Text);
    }
}
