using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Adds up the weights of the rules that hold for a row, in the order of the rules.</summary>
internal sealed class RuleScorer
{
    private readonly RuleSet _set;
    private readonly bool[] _isCategory;

    internal RuleScorer(string form, RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        Inputs = new(form, set.Inputs);
        RuleCheck.Check(form, set);
        _set = set;
        _isCategory = new bool[set.Inputs.Count];
        for (var input = 0; input < _isCategory.Length; input++)
        {
            _isCategory[input] = set.Inputs[input].Type == ColumnType.Category;
        }
    }

    internal FormInputs Inputs { get; }

    internal int Outputs => _set.Start.Length;

    /// <summary>Raw scores of a chunk whose values are filled in.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="scores">Rows x outputs; overwritten.</param>
    internal void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        var inputs = _isCategory.Length;
        for (int score = 0, start = 0; score < scores.Length; score += Outputs, start += inputs)
        {
            Score(values.Slice(start, inputs), scores.Slice(score, Outputs), _set.Rules);
        }
    }

    private void Score(ReadOnlySpan<double> row, Span<double> scores, IReadOnlyList<Rule> rules)
    {
        _set.Start.CopyTo(scores);
        for (var number = 0; number < rules.Count; number++)
        {
            var rule = rules[number];
            if (!Holds(rule.Conditions, row))
            {
                continue;
            }

            for (var output = 0; output < scores.Length; output++)
            {
                scores[output] += rule.Weights[output];
            }
        }
    }

    private bool Holds(IReadOnlyList<RuleCondition> conditions, ReadOnlySpan<double> row)
    {
        for (var place = 0; place < conditions.Count; place++)
        {
            var condition = conditions[place];
            if (!condition.Holds(row[condition.Input], _isCategory[condition.Input]))
            {
                return false;
            }
        }

        return true;
    }
}
