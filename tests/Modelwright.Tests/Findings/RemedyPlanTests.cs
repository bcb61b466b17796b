using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Features;
using Modelwright.Findings;
using Modelwright.Profile;

namespace Modelwright.Tests.Findings;

public sealed class RemedyPlanTests
{
    private static readonly DataProfile Honest = LeakTables.Profiled(new LeakTables().Classes);

    private static Finding Found(FindingSeverity severity, string kind, string? column) => new(severity, kind, column, "Found.", "Mend.");

    [Fact]
    public void Of_Findings_WritesWhatAPlanHoldsAndListsTheRest()
    {
        var remedies = RemedyPlan.Of(Honest.With([Found(FindingSeverity.Severe, "late_times", "colour"), Found(FindingSeverity.Warning, "outliers", "size"), Found(FindingSeverity.Warning, "row_order", null), Found(FindingSeverity.Note, "drift", "size")]));

        Assert.Equal(["role ignore", "step clip:size"], remedies.Written.Select(remedy => remedy.Change));
        Assert.Equal(["row_order"], remedies.ByHand.Select(finding => finding.Kind));
        Assert.Equal(ColumnRole.Ignore, remedies.Plan.Columns.Single(column => column.Name == "colour").Role);
        Assert.Equal(("label", "clip:size"), (remedies.Plan.Target, remedies.Plan.Steps));
        Assert.Null(remedies.Plan.Decision);
    }

    [Fact]
    public void Of_SharedThings_BecomeTheGroupOnce()
    {
        var remedies = RemedyPlan.Of(Honest.With([Found(FindingSeverity.Warning, "shared_entities", "colour"), Found(FindingSeverity.Warning, "shared_entities", "size")]));

        Assert.Equal(ColumnRole.Group, remedies.Plan.Columns.Single(column => column.Name == "colour").Role);
        Assert.Equal("size", Assert.Single(remedies.ByHand).Column);
    }

    [Fact]
    public void Of_NameWithSigns_StandsInQuotesThatStepsRead()
    {
        var table = new LeakTables().Classes.With(LeakTables.Column("a, 'b'", row => row));
        var remedies = RemedyPlan.Of(LeakTables.Profiled(table, "a, 'b'", ColumnRole.Feature).With([Found(FindingSeverity.Warning, "outliers", "a, 'b'")]));

        Assert.Equal(["a, 'b'"], NamedSteps.Parse(remedies.Plan.Steps).Columns);
    }

    [Fact]
    public void Of_NoTarget_SaysWhatToDo() =>
        Assert.Equal(
            "A plan says what is to be predicted, and no target is named. Name the column with --target.",
            Assert.Throws<OptionsException>(() => RemedyPlan.Of(Profiler.Inspect(new LeakTables().Classes, cancellation: TestContext.Current.CancellationToken))).Message);
}
