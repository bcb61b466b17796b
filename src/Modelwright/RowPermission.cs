using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Search;

namespace Modelwright;

/// <summary>Models that hold training rows are shipped only where a person said so.</summary>
internal static class RowPermission
{
    /// <summary>Checks that there is something to ship.</summary>
    /// <exception cref="OptionsException">Every learner makes models that hold rows, and the plan does not allow that.</exception>
    public static void Check(IEnumerable<ILearner> learners, TrainingPlan plan)
    {
        ILearner[] usable = [.. learners.Where(learner => !learner.Info.IsBaseline && learner.Unavailable is null)];
        if (!plan.StoreRows && usable.Length > 0 && Array.TrueForAll(usable, learner => learner.Info.StoresRows))
        {
            var names = string.Join(", ", usable.Select(learner => $"'{learner.Info.Name}'"));
            throw new OptionsException($"Models of {names} hold training rows, which may not enter the package, and there is no other learner. Give --store-rows (Training.StoreRows, 'store_rows' in a plan) if whoever gets the package may see them, or name more learners.");
        }
    }

    /// <summary>Checks a finished plan.</summary>
    /// <exception cref="OptionsException">A member holds rows, and the plan does not allow that.</exception>
    public static void Check(Recipe recipe, TrainingPlan plan)
    {
        string[] names = [.. recipe.Members.Select(member => member.Candidate).Concat(recipe.Second is { } second ? [second.Candidate] : []).Select(candidate => candidate.Learner.Info).Where(info => info.StoresRows).Select(info => $"'{info.Name}'").Distinct()];
        if (!plan.StoreRows && names.Length > 0)
        {
            throw new OptionsException($"The plan's decision has members of {string.Join(", ", names)}, whose models hold training rows, and its 'store_rows' is false. Set it to true if whoever gets the package may see those rows, or take 'decision' out of the plan to search anew.");
        }
    }

    /// <summary>What a person is told of a package that holds rows; null where it holds none.</summary>
    public static string? Said(IForm form) => form.Info.HoldsRows
        ? "The model holds training rows: whoever gets the package can read them. Train without --store-rows for a package without rows."
        : null;
}
