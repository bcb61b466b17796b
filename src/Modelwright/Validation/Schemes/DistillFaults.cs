using Modelwright.Core.Errors;
using Modelwright.Recording;

namespace Modelwright.Validation.Schemes;

/// <summary>What can be wrong with teaching a small model: its labels come from models that have seen all rows but the sealed ones.</summary>
internal static class DistillFaults
{
    /// <summary>What can be told without looking at the data, each a sentence with its remedy.</summary>
    /// <param name="isAsked">Whether a small model is asked for.</param>
    /// <param name="validation">What was told of validation; null where nothing was.</param>
    public static IEnumerable<string> Of(bool isAsked, ValidationPlan? validation)
    {
        if (isAsked && validation?.Scheme is { } scheme and not (ValidationScheme.Auto or ValidationScheme.Holdout) && ValidationScheme.Words.Contains(scheme))
        {
            yield return $"A model cannot be distilled beside validation '{scheme}', as its teacher has seen the very rows that are scored. Name --validation holdout, or leave out --distill.";
        }
    }

    /// <summary>Checks that rows can be kept from the teacher.</summary>
    /// <exception cref="OptionsException">There are too few.</exception>
    public static void Check(TrainingPlan plan, int rows)
    {
        if (plan.Distill && rows < SchemeFaults.FewestSealed)
        {
            throw new OptionsException($"A distilled model is scored on rows that neither it nor its teacher has seen; {rows} rows are too few, {SchemeFaults.FewestSealed} at least are needed. Leave out --distill, or bring more rows.");
        }
    }
}
