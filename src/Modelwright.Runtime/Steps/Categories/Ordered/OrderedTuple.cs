using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>What is known of the combinations of one or two columns. An output's values stand together: one a combination, then that of all others.</summary>
internal sealed class OrderedTuple : FittedTuple
{
    private const long MostListed = 1 << 16;

    private readonly (string Name, KnownValues Values)[] _inputs;
    private readonly double[] _keys;
    private readonly double[] _values;
    private readonly Dictionary<long, int> _slots = [];

    /// <summary>Makes it.</summary>
    /// <param name="inputs">The columns and the values known of each.</param>
    /// <param name="outputs">Names of what is made.</param>
    /// <param name="keys">Combinations as whole numbers: the code of the first times one more than the values of the second, and the code of the second.</param>
    /// <param name="values">For each output one a combination and one more.</param>
    internal OrderedTuple((string Name, KnownValues Values)[] inputs, IReadOnlyList<string> outputs, double[] keys, double[] values)
        : base([.. inputs.Select(input => (input.Name, input.Values.Type))], outputs)
    {
        (_inputs, _keys, _values) = (inputs, keys, values);
        _slots.EnsureCapacity(keys.Length);
        for (var slot = 0; slot < keys.Length; slot++)
        {
            _slots.Add((long)keys[slot], slot);
        }
    }

    internal override void Apply(IReadOnlyList<Column> columns, NumberBlocks made)
    {
        var rows = columns[0].RowCount;
        var (first, second) = (new int[Math.Min(rows, Blocks<int>.Size)], new int[columns.Count > 1 ? Math.Min(rows, Blocks<int>.Size) : 0]);
        for (var (block, done) = (0, 0); done < rows; block++)
        {
            var length = Math.Min(Blocks<int>.Size, rows - done);
            _inputs[0].Values.Look(columns[0], block, first.AsSpan(0, length));
            if (columns.Count > 1)
            {
                _inputs[1].Values.Look(columns[1], block, second.AsSpan(0, length));
                Join(first.AsSpan(0, length), second.AsSpan(0, length), _inputs[1].Values.Count + 1);
            }
            else
            {
                Join(first.AsSpan(0, length), [], 1);
            }

            for (var output = 0; output < Outputs.Count; output++)
            {
                Fill(first.AsSpan(0, length), _values.AsSpan(output * (_keys.Length + 1), _keys.Length + 1), made[output, block]);
            }

            done += length;
        }
    }

    internal override RowStep OnRows(RowSlot[] from, int to) =>
        new OrderedRows([.. _inputs.Select((input, place) => (from[place].Place, input.Values.Count + 1, input.Values.OnRows(from[place].Levels)))], SlotsByCombination(), _values, (to, Outputs.Count));

    internal override FormulaNode[] Formula(FormulaColumn[] from, FormulaBuilder builder)
    {
        FormulaNode[] codes = [.. _inputs.Select((input, place) => input.Values.Formula(from[place], builder))];
        var combination = codes.Length == 1 ? codes[0] : Joined(codes[0], codes[1], _inputs[1].Values.Count + 1, builder);
        var width = _keys.Length + 1;

        // Row 0 is for what is not known, then one row a combination.
        var table = new double[width * Outputs.Count];
        for (var place = 0; place < table.Length; place++)
        {
            var (row, output) = (place / Outputs.Count, place % Outputs.Count);
            table[place] = _values[(output * width) + (row == 0 ? _keys.Length : row - 1)];
        }

        var values = builder.Lookup(builder.Among(FormulaOperation.Find, combination, _keys), table, Outputs.Count);
        return [.. Outputs.Select((_, output) => builder.Take(values, output))];
    }

    /// <summary>The whole number that stands for two codes; -1, which is no combination, where one is not known.</summary>
    private static FormulaNode Joined(FormulaNode first, FormulaNode second, int codes, FormulaBuilder builder)
    {
        var both = builder.Of(FormulaOperation.Add, builder.Of(FormulaOperation.Multiply, first, builder.Constant(codes)), second);
        var isUnknown = builder.Of(FormulaOperation.Below, builder.Of(FormulaOperation.Minimum, first, second), builder.Constant(0));
        return builder.Of(FormulaOperation.Choose, isUnknown, builder.Constant(-1), both);
    }

    internal override void Write(IArtifactWriter writer)
    {
        for (var input = 0; input < _inputs.Length; input++)
        {
            _inputs[input].Values.Write(writer.Part(PartName(input)));
        }

        writer.Numbers("keys", _keys);
        writer.Numbers("values", _values);
    }

    internal static OrderedTuple Read(IReadOnlyList<string> inputs, IReadOnlyList<string> outputs, IArtifactReader part)
    {
        (string, KnownValues Values)[] known = [.. inputs.Select((name, place) => (name, KnownValues.Read(part.Part(PartName(place)))))];
        var combinations = known.Aggregate(1.0, (product, input) => product * (input.Values.Count + 1));
        var (keys, values) = (part.Numbers("keys"), part.Numbers("values"));
        for (var slot = 0; slot < keys.Length; slot++)
        {
            if (!(keys[slot] >= 0 && keys[slot] < combinations && keys[slot] == Math.Floor(keys[slot]) && (slot == 0 || keys[slot] > keys[slot - 1])))
            {
                throw new ArtifactException($"Step '{OrderedTarget.StepName}' holds combinations of column '{inputs[0]}' that are not whole numbers, each above the one before, below {combinations:R}. Make the file again.");
            }
        }

        ColumnCheck.Count(OrderedTarget.StepName, inputs[0], "values", values.Length, outputs.Count * (keys.Length + 1));
        return SoundArrays.AreFinite(values)
            ? new(known, outputs, keys, values)
            : throw new ArtifactException($"Step '{OrderedTarget.StepName}' holds a value for column '{inputs[0]}' that is not finite. Make the file again.");
    }

    private static string PartName(int input) => FormattableString.Invariant($"input_{input}");

    // A place for each combination there can be, as far as these are few; with them the search ends at the first look.
    private Func<long, int> SlotsByCombination()
    {
        var all = _inputs.Aggregate(1L, (product, input) => Math.Min(MostListed + 1, product * (input.Values.Count + 1)));
        if (all > MostListed)
        {
            return combination => _slots.GetValueOrDefault(combination, _keys.Length);
        }

        var listed = new int[all];
        listed.AsSpan().Fill(_keys.Length);
        foreach (var (combination, slot) in _slots)
        {
            listed[combination] = slot;
        }

        return combination => listed[combination];
    }

    /// <summary>Turns codes into slots, the last one where the combination is not known.</summary>
    private void Join(Span<int> first, ReadOnlySpan<int> second, int width)
    {
        for (var row = 0; row < first.Length; row++)
        {
            var other = second.IsEmpty ? 0 : second[row];
            first[row] = first[row] < 0 || other < 0 ? _keys.Length : _slots.GetValueOrDefault(((long)first[row] * width) + other, _keys.Length);
        }
    }

    private static void Fill(ReadOnlySpan<int> slots, ReadOnlySpan<double> values, Span<double> made)
    {
        for (var row = 0; row < slots.Length; row++)
        {
            made[row] = values[slots[row]];
        }
    }
}
