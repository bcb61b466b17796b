using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Anomalies.Ellipsoid;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Forms.Anomalies.Isolation;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Runtime.Forms.Anomalies.Tails;
using Modelwright.Runtime.Forms.Linear;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Small detectors over 'Tenure' and 'Age'.</summary>
internal static class AnomalyForms
{
    internal static FormInput[] Inputs { get; } = [new("Tenure", ColumnType.Number, []), new("Age", ColumnType.Number, [])];

    /// <summary>Two trees on four rows each: one cuts off tenures above 10 at once and ages above 50 next, the other is a leaf.</summary>
    internal static IsolationForest Forest { get; } = new(Inputs, 4)
    {
        Roots = [0, 5],
        Lower = [1, 3, 0, 0, 0, 0],
        Thresholds = [10, 50, 0, 0, 0, 0],
        Counts = [0, 0, 1, 2, 1, 4],
        Columns = [0, 1, 0, 0, 0, 0],
    };

    /// <summary>One tree that cuts by tenure and half the age.</summary>
    internal static IsolationForest Planes { get; } = new(Inputs, 4)
    {
        Roots = [0],
        Lower = [1, 0, 0],
        Thresholds = [30, 0, 0],
        Counts = [0, 3, 1],
        CutWidth = 2,
        Columns = [0, 1, 0, 0, 0, 0],
        Weights = [1, 0.5, 0, 0, 0, 0],
        Centers = [10, 40],
    };

    /// <summary>Tenures of 1, 2 and 3, four of eight rows at 1; ages told of by two means.</summary>
    internal static TailCurves Tails { get; } = new(
        Inputs,
        [
            new([1, 2, 3], [0.5, 0.25, 0], [0, 0.75, 2]) { LowerStart = 3, UpperStart = 4, LowerReach = 1, UpperReach = 2 },
            new([30, 50], [1, 0.125], [0.125, 1]) { LowerStart = 1, UpperStart = 1, LowerReach = 20, UpperReach = 20, IsLowerLonger = true },
        ],
        IsByColumn: true);

    internal static CellRows Histograms { get; } = new(Inputs, [new([1, 2, 3], [4, 0, 1, 4]), new([40], [0.5, 0])]);

    /// <summary>Tenure around 10 counts by its third, age around 40 not at all, and what is beside the axis once.</summary>
    internal static EllipsoidShape Shape { get; } = new(Inputs, [10, 40], [0.5, 1]) { Axes = [0.6, 0.8], Stretches = [3], Rest = 0.5 };

    /// <summary>Two detectors, and a classifier that knows the age and the surprise of the first.</summary>
    internal static LabelledAnomalyForm Labelled => new(
        new([new IsolationForm(Forest), new HistogramForm(Histograms)], [0.5, 0.5], [new([0.2, 0.6], [0, 2]), new([0, 4], [0, 3])]),
        [new ClassLinearForm(new([Inputs[1], new("surprise of detector 1", ColumnType.Number, [])], [0.01, 2], [-3]), ["usual", "strange"], ProbabilityLink.Logistic)],
        [1]);

    internal static IForm[] All =>
    [
        new IsolationForm(Forest),
        new IsolationForm(Planes),
        new TailForm(Tails),
        new TailForm(Tails with { IsByColumn = false }),
        new HistogramForm(Histograms),
        new EllipsoidForm(Shape),
        new EllipsoidForm(Shape with { Axes = [], Stretches = [] }),
        Labelled,
    ];

    internal static Table Rows(params (double Tenure, double Age)[] rows) =>
        new([new NumberColumn("Tenure", [.. rows.Select(row => row.Tenure)]), new NumberColumn("Age", [.. rows.Select(row => row.Age)])]);

    internal static double[] Scores(IScoresAnomalies form, params (double Tenure, double Age)[] rows)
    {
        var scores = new double[rows.Length];
        form.Score(Rows(rows), scores);
        return scores;
    }

    internal static double[] Parts(IExplainsStrangeness form, params (double Tenure, double Age)[] rows)
    {
        var parts = new double[2 * rows.Length];
        form.Strangeness(Rows(rows), parts);
        return parts;
    }
}
