using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Tasks;

namespace Modelwright.Tests.Tasks;

/// <summary>A task that no project of the product knows: how far a row is from the mean row, and on which side.</summary>
internal sealed class InventedTask : TargetlessTask
{
    public static LearningTask Name { get; } = new("distance_from_the_mean");

    public override LearningTask Task => Name;

    public override string Title => "Distances from the mean";

    public override Criterion Criterion { get; } = new("closeness", "Closeness", "How near the rows are to the mean.", HigherIsBetter: false);

    public override TaskDecision Decide(TaskGround ground)
    {
        var member = new TaskMember(ground.Learners[0], ground.Learners[0].Recommend(ground.Shape(ground.Learners[0]))[0], ground.Seed);
        var fitted = ground.Fit(member);
        return new([(member, 1)]) { Trials = [new(1, member.Learner.Info.Name, member.Learner.Info.Title, "", 0.5, fitted.Seconds) { Weight = 1 }] };
    }

    public override TaskModel Assemble(TaskGround ground, IReadOnlyList<FittedMember> members) => new(members[0].Form, "Every row has a distance from the mean.");
}

/// <summary>Learns the means of its columns.</summary>
internal sealed class MeanLearner : ILearner
{
    public LearnerInfo Info { get; } = new()
    {
        Name = "mean_row",
        Title = "Mean row",
        Tasks = [InventedTask.Name],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        Source = "Made for tests.",
    };

    public IReadOnlyList<ParameterSpec> Parameters => [];

    public string? Unavailable => null;

    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default];

    public FitCost Estimate(DataShape shape, ParameterValues values) => new(0.001, 1000);

    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        string[] names = [.. data.Features.Columns.Select(column => column.Name)];
        double[] means = [.. data.Features.Columns.Select(column => Enumerable.Range(0, column.RowCount).Average(row => ((NumberColumn)column).Values.At(row)))];
        return new(new MeanForm(names, means), new() { Decided = values });
    }
}

/// <summary>Answers two columns and a text.</summary>
internal sealed class MeanForm(string[] names, double[] means) : IForm, IAnswersText
{
    public static FormReader Reader { get; } = new("mean_row", 1, (reader, _) => new MeanForm([.. reader.Texts("names").OfType<string>()], reader.Numbers("means")));

    public FormInfo Info { get; } = new("mean_row", 1, [.. names.Select(name => new FormInput(name, ColumnType.Number, []))]);

    public IReadOnlyList<AnswerColumn> Answers { get; } =
        [new("from_mean", AnswerColumnKind.Number, "Euclidean distance."), new("above", AnswerColumnKind.Flag, "Whether the first column is above its mean.")];

    public string TextName => "side";

    public void Answer(Table rows, Span<double> output)
    {
        for (var row = 0; row < rows.RowCount; row++)
        {
            double[] distances = [.. names.Select((name, place) => ((NumberColumn)rows[name]).Values.At(row) - means[place])];
            output[2 * row] = Math.Sqrt(distances.Sum(distance => distance * distance));
            output[(2 * row) + 1] = distances[0] > 0 ? 1 : 0;
        }
    }

    public void Texts(Table rows, ReadOnlySpan<double> answers, Span<string?> output)
    {
        for (var row = 0; row < output.Length; row++)
        {
            output[row] = answers[(2 * row) + 1] == 1 ? "above" : null;
        }
    }

    public void Write(IArtifactWriter writer)
    {
        writer.Texts("names", names);
        writer.Numbers("means", means);
    }
}
