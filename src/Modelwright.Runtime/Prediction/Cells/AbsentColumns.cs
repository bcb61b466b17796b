using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>The texts for columns that are not there: one line each, and once what is there.</summary>
internal static class AbsentColumns
{
    private const int MostListed = 20;

    internal static IEnumerable<string> Faults(List<string> absent, Table raw)
    {
        for (var place = 0; place < absent.Count; place++)
        {
            // A suggestion looks at every name; rows of another kind altogether, with thousands of columns, are told apart quickly.
            var suggestion = place < MostListed ? NearestName.Suggest(absent[place], raw.Names) : "";
            yield return $"Column '{absent[place]}' was not found, and the model needs it.{suggestion}";
        }

        if (absent.Count > 0)
        {
            var more = raw.Columns.Count > MostListed ? $" and {raw.Columns.Count - MostListed} more" : "";
            var listed = raw.Columns.Count == 0 ? "no columns" : string.Join(", ", raw.Names.Take(MostListed).Select(name => $"'{name}'")) + more;
            yield return $"The rows have: {listed}. Add what is absent (empty where there is no value), or rename the columns that hold it (case matters).";
        }
    }
}
