using Modelwright.Core.Learning;
using Modelwright.Search;
using Modelwright.Search.Distilling;
using Modelwright.Search.Limits;
using Modelwright.Search.Unseen;
using Modelwright.Validation;
using Modelwright.Validation.Teaching;

namespace Modelwright.Running;

/// <summary>Teaches one small model what the best one answers, and makes it again from a plan.</summary>
/// <param name="question">What is asked.</param>
/// <param name="rows">All rows.</param>
/// <param name="clock">The run's clock, less what is kept for its end.</param>
/// <param name="featureMemory">Bytes that features kept for reuse may take.</param>
internal sealed class Distillation(Question question, LabelledRows rows, RunClock clock, long featureMemory)
{
    /// <summary>Share of a budget that a search leaves for it.</summary>
    public const double BudgetShare = 0.25;

    private readonly AnswerKind _kind = AnswerKind.For(rows, question.Positive);
    private readonly ModelLimits _asked = ModelLimits.Of(question.Plan);
    private readonly CostMeter _meter = new(rows.Table, clock.Time);

    /// <summary>Takes the student in place of its teacher.</summary>
    /// <param name="teacher">What the search chose.</param>
    /// <param name="learners">Learners that a student may be of.</param>
    /// <param name="limits">What fits may use.</param>
    public Choice Teach(Choice teacher, IReadOnlyList<ILearner> learners, FitLimits limits)
    {
        var outcome = teacher.Outcome;
        var known = UnseenByMembers.Of(teacher.Rows, [.. outcome.Members.Select(member => (member.Trial.Fits!, member.Weight))], _kind.Width);
        var answers = AnswersOf(teacher.Form, teacher.Places, (outcome.Partition.Covered, known.Predictions), limits);
        var some = TeacherAnswers.Take(answers, teacher.Places, _kind.Width);
        var students = new Distiller(OptionsOf(teacher, learners, limits), teacher.Rows, some, outcome.Partition, _kind).Choose(limits.Cancellation);
        return Of(teacher, students, answers, some, limits with { Cancellation = CancellationToken.None });
    }

    private Choice Of(Choice teacher, StudentChoice students, double[] answers, double[] some, FitLimits limits)
    {
        var outcome = teacher.Outcome;
        var taught = outcome with { Trials = [.. outcome.Trials.Append(students.Student).OrderBy(trial => trial.Loss)], Members = [(students.Student, 1)], Rule = new(_asked, 1, IsWhole: true) };
        var plain = Recipe.Refit(taught) with { IsDevelopment = teacher.Recipe.IsDevelopment, SampleRows = teacher.Recipe.SampleRows };
        var recipe = students.Share == 0 ? plain : plain with { Teaching = new(teacher.Recipe, students.Share) { Rows = teacher.Rows.Table.RowCount } };
        var untaught = plain with { Members = [(students.Untaught.Candidate with { Values = students.Untaught.Fits!.Folds[^1].Report.Decided }, 1)] };
        var form = Fit(recipe, teacher.Rows, some, limits).Form!;
        return new(taught, recipe, teacher.Rows, form)
        {
            Places = teacher.Places,
            Taught = new(teacher, students, answers, students.Share == 0 ? form : Fit(untaught, teacher.Rows, some, limits).Form!),
        };
    }

    /// <summary>Fits a taught recipe on all rows, or on some of them.</summary>
    /// <param name="recipe">The student.</param>
    /// <param name="answers">What the teacher answers to all rows.</param>
    /// <param name="places">The rows to fit on; null for all.</param>
    /// <param name="limits">What fits may use.</param>
    public RecipeFit Fit(Recipe recipe, double[] answers, int[]? places, FitLimits limits) =>
        Fit(recipe, places is null ? rows : rows.Take(places), TeacherAnswers.Take(answers, places, _kind.Width), limits);

    /// <summary>Makes the teacher of a plan again, and asks it what it answers to all rows.</summary>
    /// <param name="teaching">What the plan says.</param>
    /// <param name="places">The rows it learned from; null for all.</param>
    /// <param name="limits">What fits may use.</param>
    public double[] AnswersOf(Teaching teaching, int[]? places, FitLimits limits)
    {
        var some = places is null ? rows : rows.Take(places);
        var fit = new RecipeFitter(some, _kind, featureMemory) { KeepsAnswers = true }.Fit(teaching.Teacher, limits);
        return AnswersOf(fit.Form!, places, (fit.Covered!, fit.Known!.Predictions), limits);
    }

    private StudentOptions OptionsOf(Choice teacher, IReadOnlyList<ILearner> learners, FitLimits limits) => new()
    {
        Learners = learners,
        Limits = StudentLimits.Of(_asked, _meter.Of(teacher.Form)),
        AreAsked = _asked.IsCost,
        Metric = question.Metric,
        Clock = clock,
        Threads = limits.Threads,
        SideBySide = limits.SideBySide,
        Seed = question.Plan.Seed,
        FeatureMemory = featureMemory,
        LastTrial = teacher.Outcome.Trials.Max(trial => trial.Number),
    };

    private double[] AnswersOf(IForm teacher, int[]? places, (int[] Covered, double[] Answers) known, FitLimits limits) => TeacherAnswers.Of(
        rows.Table, teacher, (places is null ? known.Covered : Array.ConvertAll(known.Covered, row => places[row]), known.Answers), _kind.Width, (limits.Threads, CancellationToken.None));

    private RecipeFit Fit(Recipe recipe, LabelledRows some, double[] answers, FitLimits limits) =>
        new RecipeFitter(recipe.Teaching is { } teaching ? _kind.Teach(some, answers, teaching.Share).Copies : some, _kind, featureMemory).Fit(recipe, limits);
}
