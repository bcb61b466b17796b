using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>The levels that a fitted step knows, and how the codes of any column are carried over to them.</summary>
internal sealed class LevelList
{
    private readonly Dictionary<string, int> _codes;
    private LevelMap? _last;

    internal LevelList(IReadOnlyList<string> levels)
    {
        Levels = levels;
        _codes = new(levels.Count, StringComparer.Ordinal);
        for (var level = 0; level < levels.Count; level++)
        {
            if (!_codes.TryAdd(levels[level], level))
            {
                throw new ArtifactException($"Level '{levels[level]}' is listed twice. Name each level once.");
            }
        }
    }

    internal IReadOnlyList<string> Levels { get; }

    /// <summary>The code of a level; -1 where it is not here.</summary>
    internal int Find(string level) => _codes.GetValueOrDefault(level, CategoryColumn.Missing);

    /// <summary>For each level of a column its position here; -1 where it was not seen in training.</summary>
    /// <remarks>The map of the last list of levels is kept: rows asked one at a time come with the same list every time.</remarks>
    internal int[] MapFrom(IReadOnlyList<string> levels)
    {
        var last = Volatile.Read(ref _last);
        if (last is null || !ReferenceEquals(last.From, levels))
        {
            last = new(levels, Map(levels));
            Volatile.Write(ref _last, last);
        }

        return last.Codes;
    }

    /// <summary>The column with codes of these levels.</summary>
    /// <param name="column">Any column.</param>
    /// <param name="name">The new column's name.</param>
    /// <param name="missing">The code for missing values.</param>
    /// <param name="unseen">The code for levels that are not here.</param>
    internal CategoryColumn Recode(CategoryColumn column, string name, int missing, int unseen)
    {
        var map = MapFrom(column.Levels);
        var blocks = new int[column.Codes.BlockCount][];
        for (var block = 0; block < blocks.Length; block++)
        {
            var from = column.Codes[block];
            var to = new int[from.Length];
            for (var row = 0; row < to.Length; row++)
            {
                var code = from[row];
                var known = code < 0 ? missing : map[code];
                to[row] = code >= 0 && known < 0 ? unseen : known;
            }

            blocks[block] = to;
        }

        return new(name, Levels, MemoryBlocks<int>.FromBlocks(blocks));
    }

    /// <summary>A number for each row by its level.</summary>
    /// <param name="column">Any column.</param>
    /// <param name="name">The new column's name.</param>
    /// <param name="values">One number a level.</param>
    /// <param name="missing">The number for missing values.</param>
    /// <param name="unseen">The number for levels that are not here.</param>
    internal NumberColumn Look(CategoryColumn column, string name, ReadOnlySpan<double> values, double missing, double unseen)
    {
        var map = MapFrom(column.Levels);
        var blocks = new double[column.Codes.BlockCount][];
        for (var block = 0; block < blocks.Length; block++)
        {
            var from = column.Codes[block];
            var to = new double[from.Length];
            for (var row = 0; row < to.Length; row++)
            {
                var code = from[row];
                if (code < 0)
                {
                    to[row] = missing;
                    continue;
                }

                var known = map[code];
                to[row] = known < 0 ? unseen : values[known];
            }

            blocks[block] = to;
        }

        return new(name, MemoryBlocks<double>.FromBlocks(blocks));
    }

    /// <summary>The codes of <see cref="Recode"/> as numbers: that of a missing value, then one a code of other levels.</summary>
    internal double[] Codes(IReadOnlyList<string> levels, int missing, int unseen) =>
        [missing, .. MapFrom(levels).Select(known => (double)(known < 0 ? unseen : known))];

    /// <summary>The numbers of <see cref="Look"/>: that of a missing value, then one a code of other levels.</summary>
    internal double[] Numbers(IReadOnlyList<string> levels, double[] values, double missing, double unseen) =>
        [missing, .. MapFrom(levels).Select(known => known < 0 ? unseen : values[known])];

    private int[] Map(IReadOnlyList<string> levels)
    {
        var codes = new int[levels.Count];
        for (var level = 0; level < codes.Length; level++)
        {
            codes[level] = _codes.GetValueOrDefault(levels[level], CategoryColumn.Missing);
        }

        return codes;
    }

    private sealed record LevelMap(IReadOnlyList<string> From, int[] Codes);
}
