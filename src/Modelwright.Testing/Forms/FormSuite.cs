using Modelwright.Core.Learning;

namespace Modelwright.Testing.Forms;

/// <summary>The contract of every form: stored and read back to the bit, rows answered apart from each other, contributions that add up, unread inputs that change nothing, hostile bytes refused.</summary>
public static class FormSuite
{
    /// <summary>All checks of one form.</summary>
    /// <param name="sample">The form and rows it can answer.</param>
    /// <param name="catalog">The catalog that reads it, and the forms inside it.</param>
    /// <returns>The checks, each to be run apart.</returns>
    public static IEnumerable<ContractCheck> Checks(FormSample sample, FormCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(catalog);
        return [.. StorageChecks.Of(sample, catalog), .. HostileChecks.Of(sample, catalog), .. AnswerChecks.Of(sample), .. ExplanationChecks.Of(sample), .. TrimChecks.Of(sample, catalog), .. LayoutChecks.Of(sample), .. PartChecks.Of(sample), .. FormulaChecks.Of(sample)];
    }
}
