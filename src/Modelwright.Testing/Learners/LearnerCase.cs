using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Testing.Learners;

/// <summary>A learner on a task, with the words the checks are written in.</summary>
internal sealed record LearnerCase(ILearner Learner, ToyTask Task, LearnerExpectations Expectations)
{
    /// <summary>What the learner says of itself.</summary>
    public LearnerInfo Info => Learner.Info;

    /// <summary>The usual easy set.</summary>
    public TrainingSet Line(int rows = 240, int seed = 1) => ToyData.Line(Info, Task, rows, seed);

    /// <summary>The setting that the learner recommends first.</summary>
    public ParameterValues Recommended(TrainingSet data) => Learner.Recommend(Shape(data))[0];

    /// <summary>The data as the learner may know it before a fit.</summary>
    public DataShape Shape(TrainingSet data) => new(
        Task.Task,
        data.Features.RowCount,
        data.Features.Columns.Count(column => column.Type == ColumnType.Number),
        data.Features.Columns.Count(column => column.Type == ColumnType.Category),
        Task.HasTarget ? Task.Width : 0);

    /// <summary>The cheapest setting by the learner's own estimate, one parameter at a time; for cases about data, not quality.</summary>
    public ParameterValues Cheapest(TrainingSet data)
    {
        var shape = Shape(data);
        var cheapest = Recommended(data);
        foreach (var spec in Learner.Parameters.Where(spec => spec.Kind != ParameterKind.Choice))
        {
            ParameterValues[] tries = [cheapest, cheapest.With(spec.Name, spec.Minimum), cheapest.With(spec.Name, spec.Maximum)];
            cheapest = tries.MinBy(values => Learner.Estimate(shape, values).Seconds)!;
        }

        return cheapest;
    }

    /// <summary>Fits with the recommended setting.</summary>
    public Fitted Fit(TrainingSet data, ParameterValues? values = null, FitContext? context = null) =>
        Learner.Fit(data, values ?? Recommended(data), context ?? new FitContext { Seed = 7 });

    /// <summary>Fits and answers.</summary>
    public double[] FitAndAnswer(TrainingSet data, Table rows, FitContext? context = null) =>
        Answers(Fit(data, null, context).Form, rows);

    /// <summary>The answers to rows: probabilities row by row, or numbers.</summary>
    public double[] Answers(IForm form, Table rows)
    {
        var answers = new double[rows.RowCount * Task.Width];
        switch (form)
        {
            case IPredictsClasses classes when Task.IsClassification:
                Expect.That(classes.Classes.SequenceEqual(Task.Classes, StringComparer.Ordinal), $"expected the classes {string.Join(", ", Task.Classes)} in this order, got {string.Join(", ", classes.Classes)}");
                classes.PredictProbabilities(rows, answers);
                break;
            case IPredictsNumbers numbers when Task.IsRegression:
                numbers.Predict(rows, answers);
                break;
            case IAnswersColumns columns when !Task.HasTarget:
                Expect.That(columns.Answers.Count == Task.Width, $"expected {Task.Width} answered columns for the task {Task.Name}, got {columns.Answers.Count}");
                columns.Answer(rows, answers);
                break;
            case IScoresStreams when !Task.HasTarget:
                return [.. StreamScoring.Score(form, rows, new(Time: null, Series: null), threads: 1, CancellationToken.None).Scores];
            default:
                throw new ContractException($"form '{form.Info.Name}' cannot answer the task {Task.Name}");
        }

        return answers;
    }

    /// <summary>Expects a fit to be refused with a text that names what is wrong and says what to do.</summary>
    public void Refuses(TrainingSet data, string why, params string[] named)
    {
        var refusal = Expect.Throws<DataException>(() => Fit(data), why);
        Expect.Remedy(refusal.Message, named);
    }

    /// <summary>Fits, answers the training rows and fresh rows, and expects sound answers; or a refusal that says what to do.</summary>
    public void FitsSoundly(TrainingSet data, bool mayRefuse = false)
    {
        try
        {
            var form = Fit(data).Form;
            Expect.Sound(Answers(form, data.Features), Task);
        }
        catch (DataException refusal) when (mayRefuse)
        {
            Expect.Remedy(refusal.Message);
        }
    }
}
