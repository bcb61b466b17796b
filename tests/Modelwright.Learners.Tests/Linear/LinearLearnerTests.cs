using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Linear;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Learners.Tests.Linear;

public sealed class LinearLearnerTests
{
    [Fact]
    public void Fit_ValidationRows_DecidesAPenalty()
    {
        var data = Noisy(80, 1) with { Validation = Noisy(200, 2) };
        var decided = new LinearLearner().Fit(data, ParameterValues.Default, new FitContext()).Report.Decided;
        Assert.True(decided.Number(LinearParameters.Penalty) > 0.01, decided.ToString());
    }

    [Fact]
    public void Fit_PenaltyGiven_ValidationRowsChangeNothing()
    {
        var values = ParameterValues.Default.With("penalty", 0.02);
        var fitted = new LinearLearner().Fit(Noisy(80, 1) with { Validation = Noisy(200, 2) }, values, new FitContext());
        Assert.Equal("penalty=0.02", fitted.Report.Decided.ToString());
    }

    [Fact]
    public void Fit_DeadlineAtAnyMoment_RepeatsByWhatItReports()
    {
        var data = Noisy(80, 1) with { Validation = Noisy(200, 2) };
        var late = 0;
        for (var looks = 1; looks <= 300; looks++)
        {
            var clock = new SteppingClock();
            var fitted = new LinearLearner().Fit(data, ParameterValues.Default, new FitContext { Time = clock, Deadline = looks });
            var repeating = fitted.Report.End == FitEnd.Deadline ? fitted.Report.Decided : ParameterValues.Default;

            var again = new LinearLearner().Fit(data, repeating, new FitContext());

            Assert.True(FormBytes.Write(fitted.Form).AsSpan().SequenceEqual(FormBytes.Write(again.Form)), $"A deadline after {looks} looks at the clock is not repeated by '{repeating}'.");
            late += fitted.Report.End == FitEnd.Deadline ? 1 : 0;
        }

        Assert.InRange(late, 10, 299);
    }

    [Fact]
    public void Fit_TooFewIterations_SaysWhatToDo()
    {
        var fitted = new LinearLearner().Fit(Noisy(80, 1), ParameterValues.Default.With("max_iterations", 1).With("tolerance", 1e-9).With("l1_ratio", 0.5), new FitContext());
        Assert.Equal(
            ["The optimiser had not converged after 1 iterations. Raise max_iterations or penalty, bring the columns to one scale, or give more time."],
            fitted.Report.Warnings);
    }

    [Fact]
    public void Fit_SeveralFaults_AllInOneError()
    {
        var features = new Table([new NumberColumn("age", [1, double.NaN, 3]), new TextColumn("note", ["a", "b", "c"])]);
        var data = new TrainingSet(LearningTask.Regression, features) { Target = new NumberColumn("price", [5, 5, 5]), Weights = [1, -2, 1] };
        var error = Assert.Throws<DataException>(() => new LinearLearner().Fit(data, ParameterValues.Default, new FitContext()));
        Assert.Equal(
            """
            The weight of row 2 is -2. Weights must be finite numbers of 0 or more; correct it, or give no weights.
            The target 'price' has one value, '5', in all 2 rows that count. Give rows with at least two values, or predict this value without a model.
            Column 'age' has 1 missing values, the first in row 2; learner 'linear' takes none. Fill them in by a step, or choose a learner that takes missing values.
            Column 'note' is of type text; learner 'linear' takes number. Turn it into one of these by a step, or leave it out.
            """.ReplaceLineEndings("\n"),
            error.Message);
    }

    [Fact]
    public void Fit_OnlyConstantColumns_Refused()
    {
        var data = new TrainingSet(LearningTask.Regression, new Table([new NumberColumn("one", [1, 1, 1])])) { Target = new NumberColumn("price", [5, 6, 7]) };
        var error = Assert.Throws<DataException>(() => new LinearLearner().Fit(data, ParameterValues.Default, new FitContext()));
        Assert.Equal("No column has two different values, so learner 'linear' has nothing to learn from. Add features that vary, or use the baseline.", error.Message);
    }

    /// <summary>Forty columns of noise and one of signal: only a strong penalty answers fresh rows well.</summary>
    private static TrainingSet Noisy(int rows, int seed)
    {
        var random = new Random(seed);
        double[] Drawn() => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() - 0.5)];
        NumberColumn[] columns = [.. Enumerable.Range(0, 41).Select(column => new NumberColumn($"x{column}", Drawn()))];
        double[] target = [.. Enumerable.Range(0, rows).Select(row => columns[0].Values.At(row) + (3 * (random.NextDouble() - 0.5)))];
        return new(LearningTask.Regression, new Table(columns)) { Target = new NumberColumn("y", target) };
    }

    /// <summary>Goes on by one at each look.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _ticks++;
    }
}
