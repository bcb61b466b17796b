using System.Globalization;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Measures.Comparing;
using Modelwright.Recording;
using Modelwright.Recording.Distilling;
using Modelwright.Runtime.Prediction;
using Modelwright.Search.Limits;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>Teacher, student and student without a teacher on rows that none of them has seen.</summary>
internal sealed class TaughtFigures(LabelledRows unseen, AnswerKind kind, IMetric metric, CostMeter meter, int threads)
{
    private const string Data = "sealed_holdout";

    /// <summary>Rounds over the rows that a latency is the median of.</summary>
    private const int Rounds = 3;

    /// <summary>Compares the three.</summary>
    public EvidenceDistillation Of(Choice choice)
    {
        var (taught, groups) = (choice.Taught!, unseen.Groups);
        var (student, teacher, untaught) = (Ask(choice.Form), Ask(taught.Teacher.Form), Ask(taught.Untaught));
        var (title, readability) = (taught.Students.Student.Candidate.Learner.Info.Title, taught.Students.Student.Candidate.Learner.Info.Readability);
        var members = taught.Teacher.Outcome.Members;
        var best = members.Count == 1 ? members[0].Trial.Candidate.Learner.Info.Title : $"Blend of {members.Count} members";
        var evidence = new EvidenceDistillation
        {
            Metric = metric.Info.Name,
            Data = Data,
            Teacher = Model(best, Readability.None, taught.Teacher.Form, teacher),
            Student = Model(title, readability, choice.Form, student),
            Untaught = Model(title, readability, taught.Untaught, untaught),
            Figures = [.. new[] { teacher, student, untaught }.Select(answers => Figures.Of(metric.Info, metric.Estimate(answers, groups), "validated", Data))],
            StudentAndTeacher = Difference(teacher, student, groups),
            StudentAndUntaught = Difference(untaught, student, groups),
            TeacherShare = taught.Students.Share,
            Tried = taught.Students.Tried.Count,
            Meaning = "",
        };
        return evidence with { Meaning = Said(evidence) };
    }

    private Answers Ask(IForm form) => kind.Pair(unseen, ModelAnswers.Of(form, unseen.Table, threads));

    private EvidenceChoice Model(string title, Readability readability, IForm form, Answers answers)
    {
        var cost = meter.Of(form, Rounds);
        return new(title, Math.Round(1e6 * cost.Seconds, 2), cost.Bytes, readability) { Score = metric.Score(answers), Parts = readability == Readability.None ? null : cost.Parts };
    }

    private MetricDifference Difference(Answers first, Answers second, int[]? groups)
    {
        var difference = ((IPairedMetric)metric).Difference(first, second, groups);
        return new()
        {
            Metric = metric.Info.Name,
            First = metric.Score(first),
            Second = metric.Score(second),
            Difference = difference.Value,
            StandardError = difference.StandardError,
            Lower = difference.Lower,
            Upper = difference.Upper,
            HigherIsBetter = metric.Info.HigherIsBetter,
        };
    }

    private static string Said(EvidenceDistillation found)
    {
        var times = (double)found.Teacher.SizeBytes / Math.Max(1, found.Student.SizeBytes);
        var gain = found.StudentAndUntaught;
        var sign = gain.HigherIsBetter ? 1 : -1;
        var (low, high) = sign > 0 ? (gain.Lower, gain.Upper) : (-gain.Upper, -gain.Lower);
        var help = found.TeacherShare == 0 ? "The truth alone taught it better than the teacher, so it was learned from that."
            : low > 0 ? "With the teacher it is better than without, beyond doubt."
            : high < 0 ? "On these rows it is worse than without the teacher, beyond doubt."
            : "Whether the teacher made it better cannot be told from these rows.";
        return string.Create(CultureInfo.InvariantCulture,
            $"{found.Student.Title} scored {found.Student.Score:G4} ({found.Metric}, {found.Figures[1].Rows} unseen rows), the model it learned from {found.Teacher.Score:G4}, and without a teacher it scores {found.Untaught.Score:G4}. It is {Times(times)}. {help}");
    }

    private static string Times(double times) => times >= 1.05
        ? $"{times.ToString(times >= 100 ? "#,0" : "0.#", CultureInfo.InvariantCulture)} times smaller than its teacher"
        : "no smaller than its teacher";
}
