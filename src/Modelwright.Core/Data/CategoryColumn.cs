namespace Modelwright.Core.Data;

/// <summary>Values from a list of levels, held as codes.</summary>
public sealed class CategoryColumn : Column
{
    /// <summary>The stored code of a missing value.</summary>
    public const int Missing = -1;

    /// <summary>Makes the column from blocks of codes.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="levels">The distinct levels; a code is a 0-based position in this list.</param>
    /// <param name="codes">One code a row, below the number of levels; <see cref="Missing"/> is missing.</param>
    public CategoryColumn(string name, IReadOnlyList<string> levels, Blocks<int> codes)
        : base(name, ColumnType.Category)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(codes);
        Levels = levels;
        Codes = codes;
    }

    /// <summary>Makes the column from contiguous codes, which it takes over.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="levels">The distinct levels; a code is a 0-based position in this list.</param>
    /// <param name="codes">One code a row, below the number of levels; <see cref="Missing"/> is missing.</param>
    public CategoryColumn(string name, IReadOnlyList<string> levels, int[] codes)
        : this(name, levels, MemoryBlocks<int>.From(codes))
    {
    }

    /// <summary>The distinct levels; not every level need occur.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Positions in <see cref="Levels"/> in blocks; <see cref="Missing"/> is missing.</summary>
    public Blocks<int> Codes { get; }

    /// <inheritdoc/>
    public override int RowCount => Codes.RowCount;

    /// <summary>Codes texts; levels are in ordinal order, so equal values give an equal column.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="values">One text a row; null is missing, an empty text is a level.</param>
    /// <returns>The coded column.</returns>
    public static CategoryColumn FromTexts(string name, IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] levels = [.. values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var level = 0; level < levels.Length; level++)
        {
            codeOf.Add(levels[level], level);
        }

        var codes = new int[values.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = values[row] is { } text ? codeOf[text] : Missing;
        }

        return new(name, levels, codes);
    }

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Codes.At(row) < 0;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new int[rows.Length];
        Codes.Gather(rows, taken);
        return new CategoryColumn(Name, Levels, taken);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new CategoryColumn(name, Levels, Codes);

    /// <inheritdoc/>
    public override string? Format(int row) => Codes.At(row) is var code and >= 0 ? Levels[code] : null;

    /// <summary>For each level of this column, its position in other levels, so that codes can be carried over.</summary>
    /// <param name="levels">The levels to carry codes to.</param>
    /// <returns>One entry a level of this column; <see cref="Missing"/> where the other list lacks it; null where both lists are the same.</returns>
    public int[]? MapTo(IReadOnlyList<string> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (ReferenceEquals(levels, Levels) || Levels.SequenceEqual(levels, StringComparer.Ordinal))
        {
            return null;
        }

        var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var level = 0; level < levels.Count; level++)
        {
            codeOf.TryAdd(levels[level], level);
        }

        return [.. Levels.Select(level => codeOf.GetValueOrDefault(level, Missing))];
    }
}
