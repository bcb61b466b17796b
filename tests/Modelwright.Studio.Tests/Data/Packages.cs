using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Studio.Tests.Data;

/// <summary>Small made-up models.</summary>
internal static class Packages
{
    internal const string HostileColumn = "</option><script>alert(1)</script>";
    internal const string HostileLevel = "\"><img src=x onerror=alert(2)>";

    /// <summary>Answers 'no' below the age of 40 and 'yes' above; with a column of each type.</summary>
    internal static Package Churn(double slope = 0.1) => Of(
        slope,
        "no",
        new("age", ColumnType.Number) { Unit = "years" },
        new("plan", ColumnType.Category) { Levels = ["basic", "gold"] },
        new("since", ColumnType.Time),
        new("note", ColumnType.Text));

    /// <summary>The same with names that break out of markup wherever one is not shown as text.</summary>
    internal static Package Hostile() => Of(0.1, "<b>no</b>", new("age", ColumnType.Number), new(HostileColumn, ColumnType.Category) { Levels = [HostileLevel, "\u202Eesrever"] });

    private static Package Of(double slope, string no, params ColumnSpec[] columns) => new(new Model(
        LearningTask.Classification,
        new([.. columns, new("churned", ColumnType.Category, ColumnRole.Target) { Levels = [no, "yes"] }]),
        new ClassLinearForm(new([new("age", ColumnType.Number, [])], [slope], [-40 * slope]), [no, "yes"], ProbabilityLink.Logistic)));
}
