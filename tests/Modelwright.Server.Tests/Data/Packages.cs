using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Server.Tests.Data;

/// <summary>Small made-up models.</summary>
internal static class Packages
{
    /// <summary>The columns of <see cref="Churn"/>: one of each type.</summary>
    internal static readonly ColumnSpec[] ChurnColumns =
    [
        new("age", ColumnType.Number),
        new("plan", ColumnType.Category) { Levels = ["basic", "gold"] },
        new("married", ColumnType.Category) { Levels = ["no", "yes"], IsBoolean = true },
        new("since", ColumnType.Time),
        new("note", ColumnType.Text),
    ];

    /// <summary>Answers 'no' below the age of 40 and 'yes' above; 'plan' has the levels 'basic' and 'gold'.</summary>
    internal static Package Classes(double slope = 0.1) => Of(slope, new("age", ColumnType.Number), new("plan", ColumnType.Category) { Levels = ["basic", "gold"] });

    /// <summary>The same with a column of each type.</summary>
    internal static Package Churn() => Of(0.1, ChurnColumns);

    /// <summary>Answers the factor times 'income', whatever 'age' is.</summary>
    internal static Package Number(double factor) => new(new Model(
        LearningTask.Regression,
        new([new("age", ColumnType.Number), new("income", ColumnType.Number)]),
        new NumberLinearForm(new([new("age", ColumnType.Number, []), new("income", ColumnType.Number, [])], [0, factor], [0]))));

    private static Package Of(double slope, params ColumnSpec[] columns) => new(new Model(
        LearningTask.Classification,
        new([.. columns, new("churned", ColumnType.Category, ColumnRole.Target) { Levels = ["no", "yes"] }]),
        new ClassLinearForm(new([new("age", ColumnType.Number, [])], [slope], [-40 * slope]), ["no", "yes"], ProbabilityLink.Logistic)));
}
