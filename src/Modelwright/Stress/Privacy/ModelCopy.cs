using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Measures;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;

namespace Modelwright.Stress.Privacy;

/// <summary>A copy of a model, made from what it answered to some rows; of classes it is told only which one was answered.</summary>
internal sealed class ModelCopy
{
    private readonly IForm? _form;
    private readonly int[] _classes;
    private readonly int _usual;
    private readonly int _threads;

    private ModelCopy(IForm? form, int[] classes, int usual, int threads) => (_form, _classes, _usual, _threads) = (form, classes, usual, threads);

    /// <summary>Makes a copy; where the answers cannot be learned from it always answers the most frequent.</summary>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="rows">The rows that were asked.</param>
    /// <param name="said">What the model answered to them.</param>
    /// <param name="learner">What learns.</param>
    /// <param name="context">Seed, threads and cancellation.</param>
    public static ModelCopy Of(Schema schema, Table rows, Answers said, ILearner learner, FitContext context)
    {
        var (target, classes, usual) = Target(schema.Target!.Name, said);
        try
        {
            var known = new Schema([.. schema.Columns.Select(column => column.Role == ColumnRole.Target ? column with { Levels = (target as CategoryColumn)?.Levels ?? [] } : column)]);
            var plan = FeaturePlanner.Plan(known, rows, learner.Info);
            var fitted = plan.Fit(rows, target, weights: null, Seeds.Mix(context.Seed, 1), context.Cancellation);
            var numbers = fitted.Training.Columns.Count(column => column.Type == ColumnType.Number);
            var shape = new DataShape(TaskOf(said, learner), rows.RowCount, numbers, fitted.Training.Columns.Count - numbers, Math.Max(1, classes.Length));
            var set = new TrainingSet(shape.Task, fitted.Training) { Target = target };
            return new(PipelineForm.Of(fitted.Steps, learner.Fit(set, learner.Recommend(shape)[0], context).Form), classes, usual, context.Threads);
        }
        catch (ModelwrightException)
        {
            // One answer to all rows, or no column that varies: there is nothing to learn but that answer.
            return new(null, classes, usual, context.Threads);
        }
    }

    /// <summary>How much of what the model answered to rows the copy answers alike.</summary>
    /// <param name="rows">Rows that the copy was not made from.</param>
    /// <param name="said">What the model answered.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>For classes the share of equal answers, for numbers R², at least 0.</returns>
    public double Agreement(Table rows, Answers said, CancellationToken cancellation)
    {
        var answers = _form is null ? null : ModelAnswers.Of(_form, rows, _threads, cancellation);
        return said switch
        {
            ClassAnswers classes => Enumerable.Range(0, classes.Count).Count(row => Answered(answers, row) == classes.Answered(row)) / (double)Math.Max(1, classes.Count),
            NumberAnswers numbers when answers is not null => Told(answers, numbers.Predicted),
            _ => 0,
        };
    }

    private static LearningTask TaskOf(Answers said, ILearner learner) => learner.Info.Tasks.First(task => said is ClassAnswers ? task.AnswersClasses : task.AnswersNumbers);

    /// <summary>The answers as a target, of classes only those that occur; and the class that is answered most often.</summary>
    private static (Column Target, int[] Classes, int Usual) Target(string name, Answers said)
    {
        if (said is NumberAnswers numbers)
        {
            return (new NumberColumn(name, [.. numbers.Predicted]), [], -1);
        }

        var answers = (ClassAnswers)said;
        int[] answered = [.. Enumerable.Range(0, answers.Count).Select(answers.Answered)];
        int[] present = [.. answered.Distinct().Order()];
        var target = new CategoryColumn(name, [.. present.Select(place => answers.Classes[place])], Array.ConvertAll(answered, place => Array.BinarySearch(present, place)));
        return (target, present, answered.CountBy(place => place).MaxBy(entry => entry.Value).Key);
    }

    private int Answered(double[]? answers, int row)
    {
        if (answers is null)
        {
            return _usual;
        }

        var best = 0;
        for (var place = 1; place < _classes.Length; place++)
        {
            best = answers[(row * _classes.Length) + place] > answers[(row * _classes.Length) + best] ? place : best;
        }

        return _classes[best];
    }

    private static double Told(double[] copied, double[] said)
    {
        var mean = said.Average();
        var (left, all) = (0.0, 0.0);
        for (var row = 0; row < said.Length; row++)
        {
            left += (said[row] - copied[row]) * (said[row] - copied[row]);
            all += (said[row] - mean) * (said[row] - mean);
        }

        return all > 0 ? Math.Max(0, 1 - (left / all)) : 0;
    }
}
