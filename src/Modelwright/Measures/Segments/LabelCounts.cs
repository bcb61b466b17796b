using Modelwright.Core.Errors;

namespace Modelwright.Measures.Segments;

/// <summary>How often labels of two labellings meet.</summary>
/// <param name="Cells">Rows that have both labels, for each pair that occurs.</param>
/// <param name="Found">Rows of each label of the one labelling.</param>
/// <param name="Truth">Rows of each label of the other.</param>
/// <param name="Rows">Rows that count.</param>
internal sealed record LabelCounts(IReadOnlyList<(int Found, int Truth, long Count)> Cells, long[] Found, long[] Truth, long Rows)
{
    /// <summary>Counts.</summary>
    /// <param name="found">Any labels; negative ones are one label.</param>
    /// <param name="truth">Labels; rows of negative ones are left out.</param>
    /// <exception cref="DataException">The lengths differ.</exception>
    public static LabelCounts Of(ReadOnlySpan<int> found, ReadOnlySpan<int> truth)
    {
        if (found.Length != truth.Length)
        {
            throw new DataException($"There are {found.Length} labels found and {truth.Length} known ones. Give one of each a row.");
        }

        var foundCodes = new Dictionary<int, int>();
        var truthCodes = new Dictionary<int, int>();
        var cells = new Dictionary<(int, int), long>();
        for (var row = 0; row < found.Length; row++)
        {
            if (truth[row] >= 0)
            {
                var key = (Code(foundCodes, Math.Max(found[row], -1)), Code(truthCodes, truth[row]));
                cells[key] = cells.GetValueOrDefault(key) + 1;
            }
        }

        var (ofFound, ofTruth, rows) = (new long[foundCodes.Count], new long[truthCodes.Count], 0L);
        foreach (var ((one, other), count) in cells)
        {
            ofFound[one] += count;
            ofTruth[other] += count;
            rows += count;
        }

        return new([.. cells.OrderBy(cell => cell.Key).Select(cell => (cell.Key.Item1, cell.Key.Item2, cell.Value))], ofFound, ofTruth, rows);
    }

    private static int Code(Dictionary<int, int> codes, int label)
    {
        if (!codes.TryGetValue(label, out var code))
        {
            codes.Add(label, code = codes.Count);
        }

        return code;
    }
}
