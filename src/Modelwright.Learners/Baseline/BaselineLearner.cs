using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Constant;

namespace Modelwright.Learners.Baseline;

/// <summary>Answers the class shares, or the mean, whatever the row: what every other learner must beat.</summary>
public sealed class BaselineLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "baseline",
        Title = "Baseline",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number, ColumnType.Category, ColumnType.Text, ColumnType.Time],
        TakesMissing = true,
        IsBaseline = true,
        Readability = Readability.Fully,
        Strength = 0,
        Source = "Class shares and arithmetic mean: the constants of least log loss and least squared error.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => BaselineParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new(1e-5 + (2e-8 * shape.Rows), 16L * shape.Rows);
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">No rows, a target of one value or of the wrong kind, or unsound weights; columns are not looked at.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        IForm form = data.Task.AnswersClasses
            ? new ClassConstantForm(data.Classes, Constants.Shares(admitted))
            : new NumberConstantForm(Constants.Mean(admitted));
        return new(form, new FitReport { Decided = values });
    }
}
