using Modelwright.Core.Artifacts;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging.Records;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Packaging;

/// <summary>How the rules of a model are stored, from format version 3 on, those of fold models from version 4 on: a part of their own behind the form.</summary>
internal static class AnswerRulesRecord
{
    private const string Part = "rules";
    private const string Decision = "decision";
    private const string Sets = "sets";
    private const string Intervals = "intervals";

    /// <summary>The oldest format version that says all of the rules.</summary>
    internal static ushort VersionOf(AnswerRules rules) => rules.FoldIntervals is null ? (ushort)3 : (ushort)4;

    internal static void Write(IArtifactWriter writer, AnswerRules rules)
    {
        var part = writer.Part(Part);
        part.Flag(Decision, rules.Decision is not null);
        if (rules.Decision is { } decision)
        {
            part.Text("decision_for", decision.For);
            part.Numbers("threshold", decision.Threshold is { } threshold ? [threshold] : []);
            part.Integer("positive", decision.Positive);
            part.Numbers("costs", decision.Costs ?? []);
        }

        part.Flag(Sets, rules.Sets is not null);
        if (rules.Sets is { } sets)
        {
            part.Number("set_level", sets.Level);
            part.Number("set_least", sets.Least);
        }

        part.Flag(Intervals, rules.Intervals is not null);
        if (rules.Intervals is { } intervals)
        {
            part.Number("interval_level", intervals.Level);
            part.Number("interval_below", intervals.Below);
            part.Number("interval_above", intervals.Above);
            part.Numbers("interval_at", intervals.At);
            part.Numbers("interval_scale", intervals.Scale);
        }

        if (rules.FoldIntervals is { } folds)
        {
            FoldIntervalRecord.Write(part, folds);
        }
    }

    internal static AnswerRules Read(RecordReader reader, ushort version, IForm form)
    {
        if (version < 3)
        {
            // To leave them alone would answer other classes than the model was tested with.
            return reader.Holds(Part) ? throw PackageFile.Damaged($"it claims format version {version}, and its model has rules of version 3") : AnswerRules.None;
        }

        var part = reader.Part(Part);
        var rules = new AnswerRules
        {
            Decision = part.Flag(Decision) ? ReadDecision(part) : null,
            Sets = part.Flag(Sets) ? new(part.Number("set_level"), part.Number("set_least")) : null,
            Intervals = part.Flag(Intervals) ? ReadIntervals(part) : null,
            FoldIntervals = FoldIntervalRecord.Read((RecordReader)part, version),
        };
        var unfit = rules.FoldIntervals is { } folds ? FoldAnswers.Fault(form, folds) : null;
        return (rules.Fault((form as IPredictsClasses)?.Classes.Count ?? 0) ?? unfit) is { } fault
            ? throw PackageFile.Damaged($"the rules of its model are not sound: {fault}")
            : rules;
    }

    private static ClassDecision ReadDecision(IArtifactReader part)
    {
        var threshold = part.Numbers("threshold");
        var costs = part.Numbers("costs");
        var positive = part.Integer("positive");
        return threshold.Length > 1 || positive is < 0 or > 1
            ? throw PackageFile.Damaged("the rules of its model have more than one threshold, or one for a class that does not exist")
            : new()
            {
                For = part.Text("decision_for") ?? "",
                Threshold = threshold.Length == 1 ? threshold[0] : null,
                Positive = (int)positive,
                Costs = costs.Length > 0 ? costs : null,
            };
    }

    private static IntervalRule ReadIntervals(IArtifactReader part) => new()
    {
        Level = part.Number("interval_level"),
        Below = part.Number("interval_below"),
        Above = part.Number("interval_above"),
        At = part.Numbers("interval_at"),
        Scale = part.Numbers("interval_scale"),
    };
}
