using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>Collects the numbers at which the trees anywhere in a form change their answer, by the column as it comes in.</summary>
internal sealed class TreeThresholds
{
    private const int MostOfAColumn = 64;

    private readonly Dictionary<string, HashSet<double>> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _all;

    /// <summary>Whether something else than trees was met, which may answer smoothly.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Looks through a form.</summary>
    public TreeThresholds(IForm form)
    {
        Look(form, new(StringComparer.Ordinal));
        _all = _found.ToDictionary(pair => pair.Key, pair => Thinned([.. pair.Value.Order()]), StringComparer.Ordinal);
    }

    /// <summary>The thresholds of a column, ascending; thinned evenly where there are many.</summary>
    public double[] Of(string column) => _all.GetValueOrDefault(column, []);

    private void Look(IForm form, HashSet<string> made)
    {
        switch (form)
        {
            case SteppedForm stepped:
                Look(stepped.Form, [.. made, .. stepped.Steps.SelectMany(step => step.Outputs).Select(output => output.Name)]);
                break;
            case ClassCalibratedForm calibrated:
                Look(calibrated.Form, made);
                break;
            case ClassBlendForm blend:
                Look(blend.Members, made);
                break;
            case NumberBlendForm blend:
                Look(blend.Members, made);
                break;
            case ClassStackForm stack:
                Look(stack.Members, made);
                HasOthers = true;
                break;
            case NumberStackForm stack:
                Look(stack.Members, made);
                HasOthers = true;
                break;
            case ClassTreesForm trees:
                Collect(trees.Ensemble, made);
                break;
            case NumberTreesForm trees:
                Collect(trees.Ensemble, made);
                break;
            default:
                HasOthers = true;
                break;
        }
    }

    private void Look(IReadOnlyList<IForm> members, HashSet<string> made)
    {
        foreach (var member in members)
        {
            Look(member, made);
        }
    }

    private void Collect(TreeEnsemble ensemble, HashSet<string> made)
    {
        foreach (var tree in ensemble.Trees)
        {
            for (var node = 0; node < tree.NodeCount; node++)
            {
                var input = ensemble.Inputs[tree.Feature[node]];
                if (input.Type == ColumnType.Number && !made.Contains(input.Name) && Math.Abs(tree.Threshold[node]) < double.MaxValue)
                {
                    if (!_found.TryGetValue(input.Name, out var known))
                    {
                        _found.Add(input.Name, known = []);
                    }

                    known.Add(tree.Threshold[node]);
                }
            }
        }
    }

    private static double[] Thinned(double[] sorted) => sorted.Length <= MostOfAColumn
        ? sorted
        : [.. Enumerable.Range(0, MostOfAColumn).Select(place => sorted[(int)((long)place * (sorted.Length - 1) / (MostOfAColumn - 1))])];
}
