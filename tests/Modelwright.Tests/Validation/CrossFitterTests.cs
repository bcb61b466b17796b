using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Features;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Validation;

public sealed class CrossFitterTests
{
    private static CrossFit Fit(PartitionPlan plan, int parts)
    {
        var rows = SmallTables.LabelledClasses(120);
        var candidate = new Candidate(new MeanLearner(parts), ParameterValues.Default, Seed: 1, PartitionSeed: 0) { Features = FeatureVariant.Standard };
        var limits = new FitLimits(2, TimeProvider.System, null, TestContext.Current.CancellationToken);
        return new CrossFitter(AnswerKind.For(rows, 1), new(rows, 1 << 20)).Fit(candidate, Partition.Make(plan, rows, seed: 0), limits)!;
    }

    [Theory]
    [InlineData(8, 100, 50)]
    [InlineData(4, 100, 100)]
    [InlineData(12, 100, 40)]
    [InlineData(8, 30, 30)]
    public void Fit_BagOfMeans_KeepsAsManyPartsAsMakeTheMeanSteady(int folds, int parts, int kept)
    {
        var fit = Fit(new("stratified", folds, 0), parts);

        Assert.All(fit.Folds, fold => Assert.Equal(kept, ((IAveragesParts)fold.Form).PartCount));
        // What was answered is the mean of all parts.
        Assert.All(fit.Predictions.Where((_, place) => place % 2 == 1), share => Assert.Equal(1.0 / parts, share));
    }

    [Fact]
    public void Fit_OnePartHeldOut_KeepsAllParts() =>
        Assert.Equal(100, ((IAveragesParts)Fit(new("holdout", 1, 0.3), 100).Folds[0].Form).PartCount);

    /// <summary>Answers how many parts its model has.</summary>
    private sealed class MeanLearner(int parts) : ILearner
    {
        public LearnerInfo Info { get; } = new() { Name = "mean", Title = "Mean", Tasks = [LearningTask.Classification], Takes = [ColumnType.Number, ColumnType.Category], TakesMissing = true, Source = "Made for tests." };

        public IReadOnlyList<ParameterSpec> Parameters => [];

        public string? Unavailable => null;

        public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default];

        public FitCost Estimate(DataShape shape, ParameterValues values) => new(0.001, 1000);

        public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context) => new(new MeanForm(parts, data.Classes), new() { Decided = values });
    }

    private sealed class MeanForm(int parts, IReadOnlyList<string> classes) : IForm, IPredictsClasses, IAveragesParts
    {
        public FormInfo Info { get; } = new("mean", 1, []);

        public IReadOnlyList<string> Classes => classes;

        public int PartCount => parts;

        public IForm OfParts(int count) => count < parts ? new MeanForm(count, classes) : this;

        public void PredictProbabilities(Table rows, Span<double> output)
        {
            for (var place = 0; place < output.Length; place += 2)
            {
                (output[place], output[place + 1]) = (1 - (1.0 / parts), 1.0 / parts);
            }
        }

        public void Write(IArtifactWriter writer) => writer.Integer("parts", parts);
    }
}
