using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>
/// Brings a column to categories. With levels in the spec, other values are unseen: missing in a target, else of one level
/// behind the spec's. Without, the levels are those that occur, in ordinal order. A category column that needs no change is shared.
/// </summary>
internal static class CategoryAdmission
{
    internal static Column Admit(Column raw, ColumnSpec spec, CellTally tally) =>
        spec.Levels.Count > 0 ? OfKnown(raw, spec, tally) : OfSeen(raw, spec, tally);

    private static CategoryColumn OfKnown(Column raw, ColumnSpec spec, CellTally tally)
    {
        var levels = KnownLevels.Of(spec);
        var codes = new CellReader<int>(spec, tally, CategoryColumn.Missing, raw.Type == ColumnType.Number ? levels.ReadNumber : levels.Read).Read(raw);
        return raw is CategoryColumn category && category.Levels.Count == spec.Levels.Count && HasSameCodes(category.Codes, codes)
            ? new CategoryColumn(spec.Name, levels.All, category.Codes)
            : new CategoryColumn(spec.Name, levels.All, codes);
    }

    private static Column OfSeen(Column raw, ColumnSpec spec, CellTally tally)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new CellReader<int>(spec, tally, CategoryColumn.Missing, (string text, out int code) =>
        {
            code = seen.TryGetValue(text, out var known) ? known : seen.Count;
            seen.TryAdd(text, code);
            return CellState.Read;
        }).Read(raw);

        string[] levels = [.. seen.Keys.Order(StringComparer.Ordinal)];
        var sorted = new int[levels.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            sorted[seen[levels[level]]] = level;
        }

        codes = Recode(codes, sorted);
        return raw is CategoryColumn category && category.Levels.SequenceEqual(levels, StringComparer.Ordinal) && HasSameCodes(category.Codes, codes)
            ? raw
            : new CategoryColumn(spec.Name, levels, codes);
    }

    private static MemoryBlocks<int> Recode(Blocks<int> codes, int[] map)
    {
        var blocks = new int[codes.BlockCount][];
        for (var block = 0; block < blocks.Length; block++)
        {
            var recoded = blocks[block] = codes[block].ToArray();
            for (var place = 0; place < recoded.Length; place++)
            {
                recoded[place] = recoded[place] < 0 ? CategoryColumn.Missing : map[recoded[place]];
            }
        }

        return MemoryBlocks<int>.FromBlocks(blocks);
    }

    private static bool HasSameCodes(Blocks<int> left, Blocks<int> right)
    {
        for (var block = 0; block < left.BlockCount; block++)
        {
            if (!left[block].SequenceEqual(right[block]))
            {
                return false;
            }
        }

        return true;
    }
}
