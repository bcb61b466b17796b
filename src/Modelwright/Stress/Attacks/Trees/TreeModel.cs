using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Steps;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>A form that is one ensemble of trees, with what stands before and behind it.</summary>
/// <param name="Ensemble">The trees.</param>
/// <param name="Steps">Steps before the trees, in order.</param>
/// <param name="Classes">The classes; none for numbers.</param>
/// <param name="Link">How scores become probabilities; not read for numbers.</param>
/// <param name="Map">What calibrates the probabilities; null for nothing.</param>
internal sealed record TreeModel(TreeEnsemble Ensemble, IReadOnlyList<IFittedStep> Steps, IReadOnlyList<string> Classes, ProbabilityLink Link, ProbabilityMap? Map)
{
    /// <summary>Takes a form apart; null where it is more than one ensemble, or something else.</summary>
    public static TreeModel? Of(IForm form)
    {
        var steps = new List<IFittedStep>();
        ProbabilityMap? map = null;
        while (true)
        {
            switch (form)
            {
                case SteppedForm stepped:
                    steps.AddRange(stepped.Steps);
                    form = stepped.Form;
                    break;
                case ClassCalibratedForm calibrated when map is null:
                    (map, form) = (calibrated.Map, calibrated.Form);
                    break;
                case ClassBlendForm { Members: [var only] }:
                    form = only;
                    break;
                case NumberBlendForm { Members: [var only] }:
                    form = only;
                    break;
                case ClassTreesForm trees:
                    return new(trees.Ensemble, steps, trees.Classes, trees.Link, map);
                case NumberTreesForm trees:
                    return new(trees.Ensemble, steps, [], ProbabilityLink.Identity, null);
                default:
                    return null;
            }
        }
    }
}
