using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>The texts for columns that are not there: one line each, and once what is there.</summary>
internal static class AbsentColumns
{
    private const int MostListed = 20;

    internal static IEnumerable<string> Faults(List<string> absent, Table raw)
    {
        foreach (var name in absent)
        {
            yield return $"Column '{name}' was not found, and the model needs it.{NearestName.Suggest(name, raw.Names)}";
        }

        if (absent.Count > 0)
        {
            var more = raw.Columns.Count > MostListed ? $" and {raw.Columns.Count - MostListed} more" : "";
            var listed = raw.Columns.Count == 0 ? "no columns" : string.Join(", ", raw.Names.Take(MostListed).Select(name => $"'{name}'")) + more;
            yield return $"The rows have: {listed}. Add what is absent (empty where there is no value), or rename the columns that hold it (case matters).";
        }
    }
}
