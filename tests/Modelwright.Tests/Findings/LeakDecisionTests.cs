using Modelwright.Core.Data;
using Modelwright.Findings;
using Modelwright.Profile;

namespace Modelwright.Tests.Findings;

public sealed class LeakDecisionTests
{
    private static readonly Schema Columns = new([new("copy", ColumnType.Number), new("late", ColumnType.Time), new("honest", ColumnType.Number)]);

    private static readonly Finding[] Found =
    [
        new(FindingSeverity.Severe, "target_copy", "copy", "Copied.", "Drop it."),
        new(FindingSeverity.Severe, "late_times", "late", "Late.", "Drop it."),
        new(FindingSeverity.Warning, "pure_level", "honest", "Pure.", "Look."),
        new(FindingSeverity.Warning, "row_order", null, "Sorted.", "Look."),
    ];

    [Theory]
    [InlineData(LeakChoice.Ask, "copy")]
    [InlineData(LeakChoice.Drop, "copy,late")]
    [InlineData(LeakChoice.Keep, "")]
    public void Of_Choice_DropsWhatItSays(LeakChoice choice, string dropped)
    {
        var decision = LeakDecision.Of(Found, choice, Columns, new HashSet<string>());

        Assert.Equal(dropped, string.Join(',', decision.Dropped));
        Assert.Equal([null, null], decision.Findings.Skip(2).Select(finding => finding.Choice));
    }

    [Fact]
    public void Of_WhatAPersonChose_Wins()
    {
        Finding[] chosen = [Found[0] with { Choice = "keep" }, Found[1] with { Choice = "drop" }];

        Assert.Equal(["late"], LeakDecision.Of(chosen, LeakChoice.Ask, Columns, new HashSet<string>()).Dropped);
    }

    [Fact]
    public void Of_ColumnThatIsToldToBeAFeature_Stays() =>
        Assert.Empty(LeakDecision.Of(Found, LeakChoice.Ask, Columns, new HashSet<string> { "copy" }).Dropped);

    [Fact]
    public void Of_NothingElseToLearnFrom_KeepsAll()
    {
        var decision = LeakDecision.Of(Found[..1], LeakChoice.Drop, new([new("copy", ColumnType.Number)]), new HashSet<string>());

        Assert.Empty(decision.Dropped);
        Assert.Equal("keep", decision.Findings[0].Choice);
    }
}
