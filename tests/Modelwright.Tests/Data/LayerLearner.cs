using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Stack;

namespace Modelwright.Tests.Data;

/// <summary>
/// A learner that answers x1 in the first layer. In the second, where it sees an answer, it adds x2 to it; or, where it is told to
/// lie, it looks up the truth of the rows that are held out of its fold, which rows out of all folds have not.
/// </summary>
internal sealed class LayerLearner(bool lies = false) : ILearner
{
    public LearnerInfo Info { get; } = new()
    {
        Name = "layers",
        Title = "Layers",
        Tasks = [LearningTask.Regression],
        Takes = [ColumnType.Number],
        TakesMissing = true,
        Source = "Made for tests.",
    };

    public IReadOnlyList<ParameterSpec> Parameters => [];

    public string? Unavailable => null;

    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default];

    public FitCost Estimate(DataShape shape, ParameterValues values) => new(0.001, 1000);

    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var answer = data.Features.Names.FirstOrDefault(name => name.StartsWith(StackColumns.Prefix, StringComparison.Ordinal));
        string[] read = answer is null ? ["x1"] : lies ? ["row"] : ["x2", answer];

        // The truth of row number n is n in the test that lies, so a form that answers it knows all rows it was told of.
        IForm form = answer is not null && lies ? new ToldForm(data.Validation) : new NumberLinearForm(new([.. read.Select(name => new FormInput(name, ColumnType.Number, []))], [.. read.Select(_ => 1.0)], [0]));
        return new(form, new FitReport { Decided = values });
    }

    /// <summary>Answers the truth for the rows it was told of, by their number, and 0 for others.</summary>
    private sealed class ToldForm(TrainingSet? told) : IForm, IPredictsNumbers
    {
        private readonly Dictionary<double, double> _truth = told is null ? [] : Enumerable.Range(0, told.Features.RowCount)
            .ToDictionary(row => ((NumberColumn)told.Features["row"]).Values.At(row), row => ((NumberColumn)told.Target!).Values.At(row));

        public FormInfo Info { get; } = new("told", 1, [new("row", ColumnType.Number, [])]);

        public void Predict(Table rows, Span<double> output)
        {
            for (var row = 0; row < output.Length; row++)
            {
                output[row] = _truth.GetValueOrDefault(((NumberColumn)rows["row"]).Values.At(row));
            }
        }

        public void Write(Modelwright.Core.Artifacts.IArtifactWriter writer) => throw new NotSupportedException("Never stored.");
    }
}
