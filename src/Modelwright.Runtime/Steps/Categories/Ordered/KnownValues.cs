using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>The values of one column that a fitted step knows: levels of a category, or numbers taken as codes. Immutable and safe from any thread.</summary>
internal sealed class KnownValues
{
    private readonly LevelList? _levels;
    private readonly double[] _numbers = [];
    private readonly Dictionary<double, int> _codes = [];

    /// <summary>Levels of a category.</summary>
    internal KnownValues(LevelList levels) => (_levels, Count) = (levels, levels.Levels.Count);

    /// <summary>Numbers, each once.</summary>
    /// <exception cref="ArtifactException">A number stands there twice, or one is missing.</exception>
    internal KnownValues(double[] numbers)
    {
        (_numbers, Count) = (numbers, numbers.Length);
        for (var code = 0; code < numbers.Length; code++)
        {
            if (double.IsNaN(numbers[code]) || !_codes.TryAdd(numbers[code], code))
            {
                throw new ArtifactException(FormattableString.Invariant($"Step '{OrderedTarget.StepName}' lists the number {numbers[code]} twice, or as missing. Make the file again."));
            }
        }
    }

    /// <summary>Values known; their codes are from 0, and missing has the code behind them.</summary>
    internal int Count { get; }

    /// <summary>The type of the column.</summary>
    internal ColumnType Type => _levels is null ? ColumnType.Number : ColumnType.Category;

    /// <summary>The codes of one block; -1 where a value is not known.</summary>
    internal void Look(Column column, int block, Span<int> codes)
    {
        if (_levels is not null)
        {
            var category = (CategoryColumn)column;
            var map = _levels.MapFrom(category.Levels);
            var from = category.Codes[block];
            for (var row = 0; row < codes.Length; row++)
            {
                codes[row] = from[row] < 0 ? Count : map[from[row]];
            }

            return;
        }

        var values = ((NumberColumn)column).Values[block];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = double.IsNaN(values[row]) ? Count : _codes.GetValueOrDefault(values[row], -1);
        }
    }

    /// <summary>The code of a value of a row of numbers, where codes of categories are of some levels; -1 where it is not known.</summary>
    internal Func<double, int> OnRows(IReadOnlyList<string> levels)
    {
        if (_levels is null)
        {
            return value => double.IsNaN(value) ? Count : _codes.GetValueOrDefault(value, -1);
        }

        int[] map = [Count, .. _levels.MapFrom(levels)];
        return code => map[(int)code + 1];
    }

    /// <summary>The code of a column's value as a formula; -1 where it is not known.</summary>
    internal FormulaNode Formula(FormulaColumn from, FormulaBuilder builder)
    {
        if (_levels is not null)
        {
            return builder.Lookup(from.Node, [Count, .. _levels.MapFrom(from.Levels).Select(known => (double)known)]);
        }

        int[] order = [.. Enumerable.Range(0, Count).OrderBy(code => _numbers[code])];
        var place = builder.Among(FormulaOperation.Find, from.Node, Array.ConvertAll(order, code => _numbers[code]));
        var code = builder.Lookup(place, [-1, .. order.Select(known => (double)known)]);
        return builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.Missing, from.Node), builder.Constant(Count), code);
    }

    /// <summary>Those of some codes, in that order.</summary>
    internal KnownValues Pick(IReadOnlyList<int> codes) => _levels is { } all
        ? new(new LevelList([.. codes.Select(code => all.Levels[code])]))
        : new([.. codes.Select(code => _numbers[code])]);

    /// <summary>All values of a column, levels in its own order and numbers ascending.</summary>
    internal static KnownValues Of(Column column)
    {
        if (column is CategoryColumn category)
        {
            return new(new LevelList(new LevelCounts(category).InOrder()));
        }

        var values = new double[column.RowCount];
        ((NumberColumn)column).Values.CopyTo(values);
        double[] known = [.. values.Where(value => !double.IsNaN(value)).Select(value => value + 0.0).Distinct()];
        Array.Sort(known);
        return new(known);
    }

    /// <summary>The codes of all rows of the column that the values were learned of; none is unknown.</summary>
    internal int[] Codes(Column column)
    {
        var codes = new int[column.RowCount];
        for (var (block, done) = (0, 0); done < codes.Length; block++)
        {
            var length = Math.Min(Blocks<double>.Size, codes.Length - done);
            Look(column, block, codes.AsSpan(done, length));
            done += length;
        }

        return codes;
    }

    internal void Write(IArtifactWriter writer)
    {
        writer.Flag("numbers", _levels is null);
        if (_levels is null)
        {
            writer.Numbers("values", _numbers);
        }
        else
        {
            writer.Texts("values", _levels.Levels);
        }
    }

    internal static KnownValues Read(IArtifactReader reader) => reader.Flag("numbers") ? new(reader.Numbers("values")) : new(new LevelList(reader.Texts("values")));
}
