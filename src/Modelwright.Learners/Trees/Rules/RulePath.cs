using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Rules;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>Takes one rule after another, each time the one that saves most, and keeps the weights after every step.</summary>
internal sealed class RulePath
{
    private readonly TrainingSet _data;
    private readonly ForestTarget _target;
    private readonly CandidateRules _candidates;
    private readonly List<(int Tree, int Child)> _taken = [];
    private readonly List<IReadOnlyList<double[]>> _weights = [];

    /// <summary>Walks until enough rules are taken, none saves anything, or the fit must end; one step in any case.</summary>
    public RulePath(TrainingSet data, RuleSettings settings, FitContext context)
    {
        _data = data;
        _target = new(data);
        BinnedColumn[] columns = [.. data.Features.Columns.Where(ColumnChecks.Varies).Select(column => column is NumberColumn numbers ? NumberBins.Of(numbers) : CategoryBins.Of((CategoryColumn)column, _target))];
        _candidates = new(columns, data.Features, _target, settings.Forest, context);
        var weights = new RuleWeights(new(_target));
        _weights.Add(weights.Values);
        while (_taken.Count < settings.MaxRules && (_taken.Count == 0 || !context.IsLate))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var (tree, child, _) = _candidates.Best(weights.Slopes, weights.Values[0].Length, RuleWeights.Ridge);
            if (tree < 0)
            {
                return;
            }

            weights.Add(_candidates.Rows(tree, child));
            _taken.Add((tree, child));
            _weights.Add(weights.Values);
        }

        WasLate = _taken.Count < settings.MaxRules;
    }

    /// <summary>Rules taken.</summary>
    public int Count => _taken.Count;

    /// <summary>Trees that rules were taken from.</summary>
    public int Trees => _candidates.Trees;

    /// <summary>Whether the deadline ended the walk.</summary>
    public bool WasLate { get; }

    /// <summary>The first rules as a form that reads only what they ask.</summary>
    /// <param name="count">Rules to take.</param>
    public IForm Form(int count)
    {
        var (scale, offset) = _target.IsClassification ? (1, 0) : (_target.Scale, _target.Offset);
        var weights = _weights[count];
        IReadOnlyList<RuleCondition>[] conditions = [.. _taken.Take(count).Select(rule => _candidates.Conditions(rule.Tree, rule.Child))];
        int[] asked = [.. conditions.SelectMany(all => all).Select(condition => condition.Input).Distinct().Order()];
        var set = new RuleSet(
            [.. asked.Select(input => _candidates.Inputs[input])],
            [.. conditions.Select((all, rule) => new Rule([.. all.Select(condition => condition with { Input = Array.IndexOf(asked, condition.Input) })], [.. weights[rule + 1].Select(weight => weight * scale)]))],
            [.. weights[0].Select(start => (start * scale) + offset)]);
        return !_target.IsClassification ? new NumberRulesForm(set)
            : new ClassRulesForm(set, _data.Classes, _target.Classes > 0 ? ProbabilityLink.Softmax : ProbabilityLink.Logistic);
    }
}
