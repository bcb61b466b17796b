using Modelwright.Core.Errors;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>Rows of which it is known whether they are anomalies; of all others nothing is known.</summary>
/// <param name="Strange">0-based rows that are.</param>
/// <param name="Usual">0-based rows that are not.</param>
internal sealed record LabelledRowNumbers(IReadOnlyList<int> Strange, IReadOnlyList<int> Usual)
{
    /// <summary>Rows of each kind from which on anything is learned of them.</summary>
    public const int Fewest = 3;

    /// <summary>All of them, the strange ones first.</summary>
    internal int[] All => [.. Strange, .. Usual];

    /// <summary>Checks them against a table.</summary>
    /// <param name="rows">Its rows.</param>
    /// <exception cref="DataException">There are too few, one is not in the table, or one is named twice; the text lists all faults.</exception>
    internal void Check(int rows)
    {
        List<string> faults = [];
        if (Strange.Count < Fewest || Usual.Count < Fewest)
        {
            faults.Add(FormattableString.Invariant($"There are {Strange.Count} rows labelled as anomalies and {Usual.Count} as usual; {Fewest} of each are needed. Label more, or train without labels."));
        }

        var outside = All.Where(row => row < 0 || row >= rows).ToArray();
        if (outside.Length > 0)
        {
            faults.Add(FormattableString.Invariant($"Row {outside[0] + 1L} is labelled, but the table has {rows} rows. Name rows of the table."));
        }

        var twice = All.GroupBy(row => row).Where(row => row.Count() > 1).Select(row => row.Key).ToArray();
        if (twice.Length > 0)
        {
            faults.Add(FormattableString.Invariant($"Row {twice[0] + 1L} is labelled twice. Label each row once."));
        }

        if (faults.Count > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }
}
