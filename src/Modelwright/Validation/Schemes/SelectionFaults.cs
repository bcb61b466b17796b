using Modelwright.Core.Errors;
using Modelwright.Recording;

namespace Modelwright.Validation.Schemes;

/// <summary>What can be wrong with choosing columns beside a way of validation: figures would come from rows that the choice has seen.</summary>
internal static class SelectionFaults
{
    /// <summary>What can be told without looking at the data, each a sentence with its remedy.</summary>
    /// <param name="features">Which columns are wanted; null for all.</param>
    /// <param name="validation">What was told of validation; null where nothing was.</param>
    public static IEnumerable<string> Of(FeatureChoice? features, ValidationPlan? validation)
    {
        if (features is FeatureChoice.Selected or FeatureChoice.Fewest && validation?.Scheme is { } scheme and not (ValidationScheme.Auto or ValidationScheme.Holdout) && ValidationScheme.Words.Contains(scheme))
        {
            yield return $"Columns cannot be chosen beside validation '{scheme}', as it scores the very rows that the choice has seen. Name --validation holdout, or leave out --features.";
        }
    }

    /// <summary>Checks that rows can be kept from the choice.</summary>
    /// <exception cref="OptionsException">There are too few.</exception>
    public static void Check(int rows)
    {
        if (rows < SchemeFaults.FewestSealed)
        {
            throw new OptionsException($"Choosing columns takes some rows that it may not see, for the figures; {rows} rows are too few, {SchemeFaults.FewestSealed} at least are needed. Leave out --features, or bring more rows.");
        }
    }
}
