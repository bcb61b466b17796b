using Modelwright.Runtime.Steps;

namespace Modelwright.Testing.Steps;

/// <summary>What every step is put through. Drives nothing but <see cref="IStep"/> and <see cref="IFittedStep"/>.</summary>
public static class StepSuite
{
    private static readonly (string Name, Action<StepCase> Run)[] All =
    [
        .. FitChecks.All,
        .. ApplyChecks.All,
        .. FeatureChecks.All,
        .. StateChecks.All,
        .. TrimChecks.All,
        .. PipelineChecks.All,
    ];

    /// <summary>The checks for one step.</summary>
    /// <param name="sample">The step with settings.</param>
    /// <param name="catalog">A catalog with its reader.</param>
    /// <returns>Checks that can run in any order, each on its own.</returns>
    public static IEnumerable<ContractCheck> Checks(StepSample sample, StepCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(catalog);
        return All.Select(check => ContractCheck.Of("Step", sample.Step.Name, check.Name, () => check.Run(new(sample, catalog))));
    }
}
