using Microsoft.ML.OnnxRuntime;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Onnx.Running;

/// <summary>A column of a table as an input of a graph: rows x 1.</summary>
internal sealed class InputColumn
{
    private readonly Column _column;

    private InputColumn(Column column) => _column = column;

    /// <summary>The name of column and input.</summary>
    internal string Name => _column.Name;

    /// <summary>Finds a column for each input.</summary>
    /// <exception cref="DataException">A column is absent or of another type; the text lists all.</exception>
    internal static IReadOnlyList<InputColumn> All(IReadOnlyDictionary<string, NodeMetadata> inputs, Table rows)
    {
        var (columns, faults) = (new List<InputColumn>(), new List<string>());
        foreach (var (name, input) in inputs)
        {
            var isText = input.ElementDataType == Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.String;
            if (rows.TryGet(name, out var column) && (isText ? column is CategoryColumn or TextColumn : column is NumberColumn))
            {
                columns.Add(new(column));
            }
            else
            {
                var found = column is null ? "was not found" : $"is of type {column.Type.ToString().ToLowerInvariant()}";
                faults.Add($"Column '{name}' {found}; the graph takes {(isText ? "texts" : "numbers")}. Give the rows as the package's schema has them.");
            }
        }

        return faults.Count == 0 ? columns : throw new DataException(string.Join('\n', faults));
    }

    /// <summary>Some rows as a tensor, to be disposed of.</summary>
    internal OrtValue Value(int start, int count) => _column is NumberColumn numbers ? Numbers(numbers, start, count) : Texts(start, count);

    private static OrtValue Numbers(NumberColumn column, int start, int count)
    {
        var values = new double[count];
        for (var row = 0; row < count; row++)
        {
            values[row] = column.Values.At(start + row);
        }

        return OrtValue.CreateTensorValueFromMemory(values, [count, 1]);
    }

    private OrtValue Texts(int start, int count)
    {
        var value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, [count, 1]);
        for (var row = 0; row < count; row++)
        {
            if (_column.Format(start + row) is { Length: > 0 } text)
            {
                value.StringTensorSetElementAt(text, row);
            }
        }

        return value;
    }
}
