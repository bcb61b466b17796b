using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Reading;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Writes rules out: where the scores start, then a line a rule, the heaviest first.</summary>
internal static class RuleText
{
    /// <summary>The rules.</summary>
    internal static FormParts Parts(RuleSet set) => new(set.Rules.Count, "rules");

    /// <summary>The lines of rules that answer a number.</summary>
    internal static IEnumerable<string> Lines(RuleSet set) => Lines(set, $"the answer starts at {ReadableNumber.Of(set.Start[0])}", weights => ReadableNumber.Signed(weights[0]));

    /// <summary>The lines of rules that answer classes.</summary>
    internal static IEnumerable<string> Lines(RuleSet set, IReadOnlyList<string> classes) => set.Start.Length == 1
        ? Lines(set, $"the log-odds of {classes[^1]} start at {ReadableNumber.Of(set.Start[0])}", weights => ReadableNumber.Signed(weights[0]))
        : Lines(set, $"the scores start at {Each(set.Start, classes, ReadableNumber.Of)}", weights => Each(weights, classes, ReadableNumber.Signed));

    private static string Each(double[] values, IReadOnlyList<string> classes, Func<double, string> text) =>
        string.Join(", ", values.Select((value, output) => $"{text(value)} for {classes[output]}"));

    private static IEnumerable<string> Lines(RuleSet set, string start, Func<double[], string> weigh)
    {
        yield return start;
        var hasMark = false;
        foreach (var rule in set.Rules.OrderByDescending(rule => rule.Weights.Max(Math.Abs)))
        {
            var conditions = string.Join(" and ", rule.Conditions.Select(condition => Range(condition, set.Inputs[condition.Input])));
            hasMark |= conditions.Contains(InputRange.OrMissing, StringComparison.Ordinal);
            yield return conditions.Length == 0 ? $"  {weigh(rule.Weights)}" : $"  {weigh(rule.Weights)} if {conditions}";
        }

        if (hasMark)
        {
            yield return InputRange.Footnote;
        }
    }

    private static string Range(RuleCondition condition, FormInput input)
    {
        var all = InputRange.All(input);
        var range = (input.Type, condition.HoldsMissing) switch
        {
            (ColumnType.Category, true) => all.Choose(code => !condition.HoldsLevel(code), isInside: false),
            (ColumnType.Category, false) => all.Choose(condition.HoldsLevel, isInside: true),
            (_, var missing) => all.Cut(condition.Above, isLow: false, missing).Cut(condition.AtMost, isLow: true, missing),
        };
        return range.ToString();
    }
}
