using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Together;

/// <summary>Looks pairs of columns up in a table.</summary>
internal static class PairsOf
{
    /// <summary>The pairs, each once.</summary>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    internal static List<ColumnPair> Columns(string step, Table rows, IReadOnlyList<ColumnPair> pairs, (ColumnType First, ColumnType Second) types)
    {
        string[] faults =
        [
            .. pairs.SelectMany(pair => (string?[])[StepColumns.Fault(rows, step, pair.First, [types.First]), StepColumns.Fault(rows, step, pair.Second, [types.Second])])
                .OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        return faults.Length == 0 ? [.. pairs.Distinct()] : throw new DataException(string.Join('\n', faults));
    }
}
