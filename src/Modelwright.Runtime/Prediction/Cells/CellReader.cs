using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Reads one text as a value of the wanted type; an unseen level has a value too.</summary>
internal delegate CellState CellRead<T>(string text, out T value);

/// <summary>Reads a column cell by cell as texts, whatever it is held as; a distinct value is read once where that is cheap.</summary>
internal sealed class CellReader<T>(ColumnSpec spec, CellTally tally, T missing, CellRead<T> read)
{
    /// <summary>Distinct numbers remembered; beyond it each cell is read anew.</summary>
    private const int MostRemembered = 100_000;

    private readonly HashSet<string> _markers = [.. spec.MissingMarkers.Select(marker => marker.Trim())];
    private readonly Dictionary<double, (CellState State, T Value)> _remembered = [];

    internal Blocks<T> Read(Column raw) => raw switch
    {
        CategoryColumn category => ReadCategories(category),
        TextColumn text => ReadEach(text.Values, (string? value, int row) => value is null ? Without() : Of(value, row)),
        NumberColumn number => ReadEach(number.Values, (double value, int row) => double.IsNaN(value) ? Without() : OfNumber(value, row)),
        _ => ReadEach(((TimeColumn)raw).Values, (long _, int row) => raw.Format(row) is { } text ? Of(text, row) : Without()),
    };

    private static MemoryBlocks<T> ReadEach<TStored>(Blocks<TStored> values, Func<TStored, int, T> convert)
    {
        var blocks = new T[values.BlockCount][];
        for (var block = 0; block < blocks.Length; block++)
        {
            var from = values[block];
            var to = blocks[block] = new T[from.Length];
            for (var place = 0; place < to.Length; place++)
            {
                to[place] = convert(from[place], (block * Blocks<T>.Size) + place);
            }
        }

        return MemoryBlocks<T>.FromBlocks(blocks);
    }

    private MemoryBlocks<T> ReadCategories(CategoryColumn raw)
    {
        var known = new (CellState State, T Value)?[raw.Levels.Count];
        return ReadEach(raw.Codes, (int code, int row) =>
        {
            if (code < 0)
            {
                return Without();
            }

            var cell = known[code] ??= Cell(raw.Levels[code]);
            tally.Add(cell.State, row, raw.Levels[code]);
            return cell.Value;
        });
    }

    private T Without()
    {
        tally.AddMissing(1);
        return missing;
    }

    private T OfNumber(double value, int row)
    {
        if (_remembered.TryGetValue(value, out var cell) && cell.State == CellState.Read)
        {
            return cell.Value;
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        cell = Cell(text);
        tally.Add(cell.State, row, text);
        if (_remembered.Count < MostRemembered)
        {
            _remembered[value] = cell;
        }

        return cell.Value;
    }

    private T Of(string text, int row)
    {
        var cell = Cell(text);
        tally.Add(cell.State, row, text);
        return cell.Value;
    }

    private (CellState State, T Value) Cell(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || (_markers.Count > 0 && _markers.Contains(text.Trim())))
        {
            return (CellState.Missing, missing);
        }

        var state = read(text, out var value);
        return (state, state is CellState.Read or CellState.Unseen ? value : missing);
    }
}
