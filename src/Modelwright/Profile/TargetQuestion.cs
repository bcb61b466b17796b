using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Profile;

/// <summary>What the target asks for.</summary>
/// <param name="Task">The task; null without a target.</param>
/// <param name="IsBinary">Whether there are two classes.</param>
/// <param name="Reason">Why, in a few words.</param>
internal sealed record TargetQuestion(LearningTask? Task, bool IsBinary, string? Reason)
{
    private const int MostNumberedClasses = 20;
    private const int FewestRowsOfClass = 10;
    private const double SmallestClass = 0.001;

    internal string? Metric => Task switch
    {
        { AnswersClasses: true } => IsBinary ? "roc_auc" : "log_loss",
        { AnswersNumbers: true } => "rmse",
        _ => null,
    };

    internal static TargetQuestion Of(ColumnProfile? target, LearningTask? told)
    {
        if (target is null)
        {
            return new(told, false, told is null ? null : "as told");
        }

        var isBinary = target.Evidence.Distinct == 2;
        if (told is { } task)
        {
            return new(task, isBinary && task.AnswersClasses, "as told");
        }

        var count = target.Evidence.Distinct;
        return target.Spec.Type switch
        {
            ColumnType.Number when count <= 2 => new(LearningTask.Classification, isBinary, $"the target has {count} values"),
            ColumnType.Number when target.Unit is null && IsNumbered(target.Evidence) => new(LearningTask.Classification, false, $"the target's values are the {count} class numbers from {target.Evidence.Minimum} to {target.Evidence.Maximum}"),
            ColumnType.Number => new(LearningTask.Regression, false, "the target is a number"),
            ColumnType.Time => new(LearningTask.Regression, false, "the target is a point in time"),
            _ => new(LearningTask.Classification, isBinary, $"the target has {count} levels"),
        };
    }

    /// <summary>The target's profile with the type that the task needs.</summary>
    internal ColumnProfile Answered(ColumnProfile target)
    {
        var type = Task?.TargetType ?? target.Spec.Type;
        return type == target.Spec.Type
            ? target
            : target with
            {
                // Numbers that are classes name something.
                Meaning = target.Meaning == ColumnMeaning.Number && type == ColumnType.Category ? ColumnMeaning.Category : target.Meaning,
                Spec = target.Spec with { Type = type, Kind = ColumnKind.Plain, ListSeparator = null, IsBoolean = target.Meaning == ColumnMeaning.Boolean && type == ColumnType.Category },
            };
    }

    // Classes numbered from 0 or 1 without a gap, each with a fair number of rows. Grades such as 3 to 9, or counts that
    // thin out, are quantities, and so is what has a unit.
    private static bool IsNumbered(ColumnEvidence evidence)
    {
        var count = evidence.Distinct;
        return count <= MostNumberedClasses
            && evidence.Minimum is 0 or 1
            && evidence.Maximum == evidence.Minimum + count - 1
            && evidence.Rarest is { } rarest
            && rarest.Count >= Math.Max(FewestRowsOfClass, SmallestClass * evidence.Rows);
    }
}
