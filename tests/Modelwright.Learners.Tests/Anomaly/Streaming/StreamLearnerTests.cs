using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Streaming;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Learners.Tests.Anomaly.Streaming;

public sealed class StreamLearnerTests
{
    private static readonly StreamLearner Learner = new();

    private static Fitted Fit(Table table, ParameterValues? values = null, LearningTask? task = null) =>
        Learner.Fit(new(task ?? LearningTask.Anomalies, table), values ?? ParameterValues.Default, new());

    private static Table Two(params double[] values) => new([new NumberColumn("heat", values), new NumberColumn("load", [.. values.Select(value => value + 1)])]);

    [Fact]
    public void Fit_NumberColumns_AreWatchedByTheSettings()
    {
        var form = Assert.IsType<StreamForm>(Fit(Two(1, double.NaN, 3), ParameterValues.Default.With("memory", 500).With("window", 6).With("rest", 0)).Form);

        Assert.Equal(["heat", "load"], form.Info.Inputs.Select(input => input.Name));
        Assert.Equal(new StreamSettings { Memory = 500, Window = 6, Rest = 0 }, form.Settings);
        Assert.False(form.Info.HoldsRows);
    }

    [Fact]
    public void Fit_Defaults_AreThoseOfTheForm() => Assert.Equal(new StreamSettings(), ((StreamForm)Fit(Two(1, 2)).Form).Settings);

    [Fact]
    public void Fit_EveryBound_Fits() =>
        Assert.All(Learner.Parameters, parameter =>
        {
            Fit(Two(1, 2), ParameterValues.Default.With(parameter.Name, parameter.Minimum));
            Fit(Two(1, 2), ParameterValues.Default.With(parameter.Name, parameter.Maximum));
        });

    [Fact]
    public void Fit_OutOfRange_SaysTheRange() =>
        Assert.Equal(
            "Parameter 'window' of learner 'stream_watch' must be a whole number from 2 to 1000. Got '1'. Readings of the short window whose mean is watched; a longer one finds smaller shifts, later.",
            Assert.Throws<OptionsException>(() => Fit(Two(1, 2), ParameterValues.Default.With("window", 1))).Message);

    [Fact]
    public void Fit_NoRowsAndAText_SaysBoth() =>
        Assert.Equal(
            """
            The training table has no rows, so learner 'stream_watch' has nothing to learn from. Give it rows, or look at the filter or split that left none.
            Column 'note' is of type text; learner 'stream_watch' takes number. Turn it into one of these by a step, or leave it out.
            """,
            Assert.Throws<DataException>(() => Fit(new([new TextColumn("note", Array.Empty<string?>())], 0))).Message);

    [Fact]
    public void Fit_NoColumn_IsRefused() =>
        Assert.Equal(
            "The training table has no column to learn from. Give learner 'stream_watch' at least one feature, or look at the roles and steps that left none.",
            Assert.Throws<DataException>(() => Fit(new([], 3))).Message);

    [Fact]
    public void Fit_AnotherTask_IsRefused() =>
        Assert.Equal(
            "Learner 'stream_watch' cannot do the task regression; it can do anomalies. Choose another learner.",
            Assert.Throws<DataException>(() => Fit(Two(1, 2), task: LearningTask.Regression)).Message);

    [Fact]
    public void Fit_Cancelled_Ends() =>
        Assert.Throws<OperationCanceledException>(() => Learner.Fit(new(LearningTask.Anomalies, Two(1, 2)), ParameterValues.Default, new() { Cancellation = new(true) }));
}
