using System.Text;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Server.Rows;

/// <summary>Where the columns stand that a model asks for, and how their names and cells are read. Immutable; safe from any thread.</summary>
internal sealed class RowLayout
{
    private const int Several = -2;
    private const int LongestOnStack = 256;
    private readonly byte[][] _names;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _alike;

    internal RowLayout(Model model)
    {
        Columns = [.. Asked(model)];
        Cells = [.. Columns.Select(spec => new CellRules(spec))];
        _names = [.. Columns.Select(spec => Encoding.UTF8.GetBytes(spec.Name))];
        var exact = new Dictionary<string, int>(StringComparer.Ordinal);
        var alike = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < Columns.Count; column++)
        {
            exact[Columns[column].Name] = column;
            if (!alike.TryAdd(Columns[column].Name, column))
            {
                alike[Columns[column].Name] = Several;
            }
        }

        _exact = exact.GetAlternateLookup<ReadOnlySpan<char>>();
        _alike = alike.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal IReadOnlyList<ColumnSpec> Columns { get; }

    /// <summary>How the cells of each column are read.</summary>
    internal CellRules[] Cells { get; }

    /// <summary>The position of a column; -1 where there is none. Case matters.</summary>
    internal int Find(string name) => _exact.TryGetValue(name, out var column) ? column : -1;

    /// <summary>The position of the column whose name a reader stands on; -1 where there is none.</summary>
    /// <param name="reader">On the name of a member.</param>
    /// <param name="guess">Where the column most probably stands, for rows mostly have one order.</param>
    /// <param name="isExact">Whether the letter case is the same too.</param>
    /// <exception cref="InvalidOperationException">The name is no text.</exception>
    internal int Find(ref Utf8JsonReader reader, int guess, out bool isExact)
    {
        isExact = true;
        if (guess < _names.Length && !reader.HasValueSequence && !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(_names[guess]))
        {
            return guess;
        }

        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > LongestOnStack)
        {
            return Find(reader.GetString(), out isExact);
        }

        Span<char> name = stackalloc char[LongestOnStack];
        return Find(name[..reader.CopyString(name)], out isExact);
    }

    /// <summary>The position of a column by a name that may differ in letter case alone; -1 where there is none.</summary>
    internal int Find(ReadOnlySpan<char> name, out bool isExact)
    {
        isExact = _exact.TryGetValue(name, out var column);
        return isExact ? column : _alike.TryGetValue(name, out column) && column != Several ? column : -1;
    }

    // A model that reads in order reads columns that are no features, its time and its series.
    private static IEnumerable<ColumnSpec> Asked(Model model)
    {
        if (model.Form is not IReadsInOrder)
        {
            return model.Schema.Features;
        }

        var read = model.Form.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        return model.Schema.Columns.Where(column => read.Contains(column.Name));
    }
}
